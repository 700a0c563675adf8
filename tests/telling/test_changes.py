"""What the game says of itself is complete, and agrees with the rules."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from game.rules import Kind, Rulebook, What, play
from game.telling.changes import say_effects, sum_up, tell
from game.telling.decisions import say_decision
from game.telling.messages import number
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
def test_what_happens_to_several_arguments_of_a_side_is_told_in_one(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    """Each of them by its name, under each cause no side twice in a row."""
    voice = Voice(book)
    for state, decision, _ in game(book, *chosen):
        changes = play(book, state, decision).consequences
        for told in tell(voice, changes):
            ready = [each for each in told.changes if " ready again" in each]
            sides = [each.partition(":")[0] for each in ready]
            assert len(set(sides)) == len(sides)
        sentences = "\n".join(map(str, tell(voice, changes)))
        for each in changes:
            if each.what is What.SPENT and not each.after:
                assert voice.argument(book.argument(each.subject)) in sentences


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
def test_a_sum_of_changes_names_a_number_once_and_leads_where_the_decision_leads(
    book: Rulebook, chosen: tuple[int, str]
) -> None:
    """As a hint tells it, and a recording: whatever made the changes, from before to after."""
    voice = Voice(book)
    for state, decision, _ in game(book, *chosen):
        after, consequences = play(book, state, decision)
        told = sum_up(voice, consequences)
        for track, name in enumerate(map(voice.track, book.track_ids)):
            found = [each for each in told if re.match(rf"{re.escape(name)} (?:−?\d|stays)", each)]
            assert len(found) <= 1, told
            before, now = (number(each.tracks[track]) for each in (state, after))
            assert before == now or found == [f"{name} {before} → {now}"]


def test_an_effect_of_nothing_is_not_told(book: Rulebook) -> None:
    voice, name = Voice(book), book.track_ids[0]
    assert say_effects(voice, {name: 0}) == ""
    assert say_effects(voice, {name: 1, book.track_ids[1]: 0}) == f"{voice.track(name)} +1"
