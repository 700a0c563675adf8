"""What a character says belongs to what was decided, and is not said again at once."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.export.formats import FORMATS
from game.match import Match, Timeline
from game.opponents.doctrine.deeds import act_deeds
from game.review.remarks import GAP, Utterance, remarks
from game.rules import Kind, Phase, Rule
from game.scenario import read_text
from game.scenario.cast import character_ids
from game.scenario.catalogue import ids
from game.telling.remarks import say_remark, whys
from game.telling.transcript import transcript
from game.telling.voice import Voice
from tests.examples import examples

TEXTS = {name: read_text(name)[0] for name in ids()}
CAST = character_ids()
KINDS = {
    "tables": (Kind.TABLE,),
    "acts_hard": (Kind.ACT,),
    "acts_soft": (Kind.ACT,),
    "consults": (Kind.CONSULT,),
    "accepts": (Kind.ACCEPT,),
    "refuses": (Kind.DECLINE,),
    "walks_out": (Kind.WALK_OUT,),
    "gives_in": (Kind.YIELD, Kind.CONCEDE),
}
"""The occasions that are decisions, and which ones."""


def played(name: str, seats: tuple[str, str], seed: int) -> Match:
    """A match in which two of the cast sit, and dice decide for them."""
    match = Match.new(TEXTS[name], seats=seats, seed=seed)
    dice = random.Random(seed)
    while not match.over:
        options = match.legal()
        calm = [each for each in options if each.kind is not Kind.ACT] or options
        match.decide(dice.choice(calm if dice.random() < 0.7 else options))
    return match


def pairs() -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(st.sampled_from(CAST), st.sampled_from(CAST))


def since(line: Timeline, place: int, side: int) -> int | None:
    """After how many decisions the last turn of a side before a place began."""
    turns = [
        each
        for each in range(place)
        if line.states[each].phase is Phase.TURN and line.states[each].side == side
    ]
    return turns[-1] if turns else None


def true(line: Timeline, place: int, remark: Utterance) -> bool:
    """Whether what a remark speaks of is so."""
    name, side, book = remark.occasion.name, remark.side, line.book
    state, decision = line.states[place], line.decisions[place]
    if name.startswith("ending"):
        return place + 1 == len(line.decisions)
    assert state.side == side
    if name in KINDS:
        hard = decision.kind is Kind.ACT and "pressed" in act_deeds(book, decision.subject)
        return decision.kind in KINDS[name] and hard == (name == "acts_hard")
    if name == "news" and decision.kind is Kind.CHOOSE:
        return remark.occasion.headline == state.wire
    assert state.phase is Phase.TURN
    if decision.kind is Kind.ACT and name in ("pressed", "slighted", "made_good"):
        return False  # what the other side has done would seem to be this
    before = since(line, place, side)
    if name == "opening" or before is None:
        return name == "opening" and before is None
    theirs = [each for each in range(before, place) if line.states[each].side == 1 - side]
    kinds = {line.decisions[each].kind for each in theirs}
    acts = [
        line.decisions[each].subject for each in theirs if line.decisions[each].kind is Kind.ACT
    ]
    done = [act_deeds(book, act) for act in acts]
    causes = {it.cause.rule for each in range(before, place) for it in line.consequences[each]}
    gained = state.tracks[book.score[side]] - line.states[before].tracks[book.score[side]]
    match name:
        case "pressed":
            return any("pressed" in each for each in done)
        case "slighted":
            return bool(kinds & {Kind.DECLINE, Kind.WALK_OUT})
        case "thanks":
            return bool(kinds & {Kind.ACCEPT, Kind.YIELD})
        case "made_good":
            return bool(kinds & {Kind.ACCEPT, Kind.YIELD}) or any("calmed" in it for it in done)
        case "news":
            return Rule.HEADLINE in causes
        case "contradicted":
            return Rule.CONTRADICTION in causes
        case "gains":
            return gained >= 2
        case _:
            return name == "loses" and gained <= -2


@pytest.mark.parametrize("name", TEXTS)
@given(seats=pairs(), seed=st.integers(0, 10_000))
@examples(4)
def test_word_and_deed_agree_and_nothing_is_said_twice_within_ten(
    name: str, seats: tuple[str, str], seed: int
) -> None:
    """In every scenario, whoever plays whom; the first part of a game is told as it was."""
    match = played(name, seats, seed)
    line = match.tree.timeline
    found = remarks(line)
    assert remarks(line) == found
    voice = Voice(match.book)
    spoken: list[tuple[str, int]] = []
    own: dict[int, list[tuple[str, int]]] = {0: [], 1: []}
    for place, said in enumerate(found):
        for each in said:
            assert true(line, place, each), (place, each.occasion)
            assert each.said.on == each.occasion.name
            assert each.said.side in (None, ("first", "second")[each.side])
            text = say_remark(voice, each)
            assert text
            assert not GAP.search(text)
            if each.occasion.headline >= 0:
                headline = match.scenario.headlines[each.occasion.headline]
                assert each.said.grave == headline.grave
                assert headline.title not in text
                assert headline.date not in text
            key = (each.character.id, each.saying)
            assert key not in spoken[-10:]
            assert key not in own[each.side][-10:]
            spoken.append(key)
            own[each.side].append(key)
    assert spoken
    part = line.fork(len(line.decisions) // 2)
    assert remarks(part) == found[: len(part.decisions)]


@pytest.mark.parametrize("name", CAST)
def test_of_the_dead_characters_speak_with_care_and_call_news_by_a_short_name(name: str) -> None:
    """Nobody recites a headline; one in which people have died has sentences of its own."""
    called: set[bool] = set()
    for seed in range(20):
        match = played("shared-enemy", (name, name), seed)
        voice, scenario = Voice(match.book), match.scenario
        for each in (it for said in remarks(match.tree.timeline) for it in said):
            if "{headline}" in each.said.text:
                headline = scenario.headlines[each.occasion.headline]
                assert headline.short is not None
                assert say_remark(voice, each).startswith(f"{headline.short}. ")
                called.add(headline.grave)
    assert called == {False, True}


def test_in_a_debate_the_lines_of_the_scenario_speak() -> None:
    match = played("shared-enemy", ("student", "hardliner"), 5)
    line = match.tree.timeline
    for decision, said in zip(line.decisions[:-1], remarks(line), strict=False):
        if decision.kind in (Kind.REBUT, Kind.REJOIN, Kind.STOP):
            assert said == ()


def test_people_are_given_no_words() -> None:
    match = played("shared-enemy", ("human", "hardliner"), 5)
    assert {each.side for said in remarks(match.tree.timeline) for each in said} == {1}


def test_a_game_is_told_with_what_was_said_in_it() -> None:
    """Line by line, and in every file that tells why."""
    match = played("paris-thaw", ("conciliator", "realist"), 11)
    voice, line = Voice(match.book), match.tree.timeline
    told = transcript(voice, line)
    why = whys(voice, line)
    for passage, said, reason in zip(told, remarks(line), why, strict=True):
        for each in said:
            assert say_remark(voice, each) in passage.reason
            assert say_remark(voice, each) in reason
        assert bool(said) == bool(passage.reason) == bool(reason)
    texts = {name: FORMATS[name].make(match) for name in ("markdown", "html", "json")}
    some = next(reason for reason in why if reason and "‘" not in reason and "’" not in reason)
    for name, text in texts.items():
        assert some.partition(": ")[2].strip("“”") in text, name


def test_every_sentence_has_its_turn() -> None:
    """Of those for one occasion none is said a second time before all others were said."""
    match = played("shared-enemy", ("student", "student"), 3)
    said = [
        (each.side, each.occasion.name, each.saying)
        for found in remarks(match.tree.timeline)
        for each in found
        if not GAP.search(each.said.text) or each.occasion.name == "tables"
    ]
    tabled = Counter(saying for side, name, saying in said if (side, name) == (0, "tables"))
    assert not tabled or max(tabled.values()) - min(tabled.values()) <= 1
