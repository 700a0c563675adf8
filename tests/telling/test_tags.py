"""A tag is told in words, as the scenario spells them, and never as the id that files have."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.match import Match
from game.scenario import Scenario, load
from game.scenario.catalogue import ids, read_text
from game.telling.board.ladder import ladder
from game.telling.conditions import say_condition, say_present
from game.telling.glossary import glossary
from game.telling.menu import menu
from game.telling.preview import motion_facts
from game.telling.primer import primer
from game.telling.tags import tag_words
from game.telling.voice import Voice
from tests.tui.driving import play_on


def tags(scenario: Scenario) -> set[str]:
    """All tags of a scenario."""
    return {tag for each in scenario.motions for tag in each.tags}


@pytest.mark.parametrize(
    ("tag", "words"), [("ukraine", "Ukraine"), ("isis", "ISIS"), ("iraq", "Iraq"), ("law", "law")]
)
def test_a_tag_is_spelled_as_in_the_sentences_of_the_scenario(tag: str, words: str) -> None:
    """A proper name is large, an abbreviation in large letters, any other word small."""
    assert tag_words(load("shared-enemy"), tag) == words


@given(st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True))
def test_a_tag_that_no_sentence_mentions_is_told_in_the_words_of_its_id(tag: str) -> None:
    """Without the hyphens; apart from large letters nothing is ever changed."""
    assert tag_words(load("shared-enemy"), tag).lower() == tag.replace("-", " ")


def test_a_name_that_only_begins_a_sentence_is_no_proper_name() -> None:
    scenario = evolve(load("shared-enemy"), summary="Vote. Then vote again, on the Vote.")
    assert tag_words(scenario, "vote") == "vote"


def told(voice: Voice, match: Match) -> Iterator[str]:
    """What is said of tags in a game, and before it."""
    scenario = voice.scenario
    for word in glossary(voice):
        yield word.about
    for entry in primer(voice):
        yield str(entry)
    for needing in (*scenario.motions, *scenario.acts, *scenario.headlines):
        for condition in getattr(needing, "needs", ()):
            yield say_condition(voice, condition)
            yield say_present(voice, match.state, [condition])
    for state in match.states:
        seen = ladder(voice, state, state)
        yield from (seen.ceiling, seen.ceiling_sentence)
        for motion in range(len(scenario.motions)):
            yield from motion_facts(voice, state, motion)
        for section in menu(voice, state):
            for item in section.items:
                yield from (item.label, item.note, *item.closed)


@pytest.mark.parametrize("name", ids())
def test_no_id_of_a_tag_is_told_where_words_are_read(name: str) -> None:
    """In the list of choices with its reasons, at the ladder, in rules and words of the game."""
    text, where = read_text(name)
    match = play_on(Match.new(text, where, seats=("human", "human"), seed=5), 60, seed=5)
    voice = Voice(match.book)
    large = [tag for tag in tags(voice.scenario) if voice.tag(tag) != tag]
    mentioned = "\n".join(told(voice, match))
    assert "tagged" not in mentioned
    for tag in large:
        assert not re.search(rf"\b{re.escape(tag)}\b", mentioned), tag
