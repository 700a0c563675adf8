"""What the game says of itself is complete, and agrees with the rules."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from game.rules import Kind, Rulebook, What, play
from game.telling.changes import net, say_effects, tell
from game.telling.decisions import say_decision
from game.telling.preview import preview
from game.telling.voice import Voice
from tests.examples import examples
from tests.rules.games import TASTES, game

FEW = examples(25)
Games = st.tuples(st.integers(0, 10**6), st.sampled_from(sorted(TASTES)))
_RAW = re.compile(r"_|\bWhat\b|\bRule\b|None|<|>")


@FEW
@given(Games)
def test_a_story_says_no_thing_twice(book: Rulebook, chosen: tuple[int, str]) -> None:
    """No cause repeats its changes: neither what they are about, nor what becomes of it."""
    arguments = [each.name for each in book.scenario.arguments]
    voice = Voice(book)
    for state, decision, _ in game(book, *chosen):
        for each in tell(voice, play(book, state, decision).consequences):
            sentence = str(each)
            assert sentence.count("carried") <= 1
            assert not ("stands" in sentence and "record" in sentence)
            if "contradicts" not in sentence:  # what contradicts, and what it contradicts, differ
                assert all(sentence.count(name) <= 1 for name in arguments)


@FEW
@given(Games)
def test_a_preview_tells_what_playing_the_decision_then_does(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    voice = Voice(book)
    for state, decision, _ in game(book, *chosen):
        assert preview(voice, state, decision).certain == tell(
            voice, play(book, state, decision).consequences
        )


@FEW
@given(Games)
def test_everything_that_happens_is_told_in_plain_words(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    voice = Voice(book)
    for state, decision, _ in game(book, *chosen):
        seen = preview(voice, state, decision)
        sentences = [say_decision(voice, state, decision), *map(str, seen.certain), *seen.then]
        for sentence in sentences:
            assert sentence
            assert not _RAW.search(sentence), sentence


@FEW
@given(Games)
def test_every_change_of_a_track_is_told(book: Rulebook, chosen: tuple[int, str]) -> None:
    voice = Voice(book)
    for state, decision, _ in game(book, *chosen):
        consequences = play(book, state, decision).consequences
        told = "\n".join(map(str, tell(voice, consequences)))
        for each in consequences:
            if each.what is What.TRACK and each.amount:
                assert f"{abs(each.before)} → " in told


@FEW
@given(Games)
def test_each_way_to_go_on_names_a_number_once(book: Rulebook, chosen: tuple[int, str]) -> None:
    """What several causes do to one number is told as one change of it, from first to last."""
    voice = Voice(book)
    tracks = [voice.track(name) for name in book.track_ids]
    for state, decision, _ in game(book, *chosen):
        if decision.kind is Kind.STOP:
            for line in preview(voice, state, decision).then:
                told = re.findall(r"(?:[:,] )([^:,]+?) (?:−?\d+ → |stays at )", line)
                assert len(told) == len(set(told)), line
                assert set(told) <= set(tracks)


@FEW
@given(Games)
def test_changes_that_are_netted_lead_where_the_decision_leads(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    for state, decision, _ in game(book, *chosen):
        after, consequences = play(book, state, decision)
        netted = [each for each in net(consequences) if each.what is What.TRACK]
        assert len({each.subject for each in netted}) == len(netted)
        for each in netted:
            track = book.track_ids.index(each.subject)
            assert (each.before, each.after) == (state.tracks[track], after.tracks[track])


def test_an_effect_of_nothing_is_not_told(book: Rulebook) -> None:
    voice, name = Voice(book), book.track_ids[0]
    assert say_effects(voice, {name: 0}) == ""
    assert say_effects(voice, {name: 1, book.track_ids[1]: 0}) == f"{voice.track(name)} +1"
