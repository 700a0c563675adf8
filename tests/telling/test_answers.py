"""Opponents answer for what they do, truly and in the game's words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.export import export
from game.export.exported_game import ExportedGame
from game.match import Journal, Match
from game.match.intent import Alternative, ByMaxim, Expected, Intent, fault_of
from game.opponents import Analysis, Answer, Game, Opponent, Ruling, opponent, seats
from game.opponents.character_seat import CharacterSeat
from game.review.answers import aims, recall
from game.review.asked import game_of
from game.review.course import course
from game.review.intents import REFUSALS, intent_of
from game.rules import NOBODY, Decision, Rulebook, advance, legal, start
from game.scenario import load
from game.scenario.doctrine import Conduct, Standing
from game.telling.answers import AnsweredQuestion, answers, say_aims, say_conduct, say_standing
from game.telling.intents import say_intent
from game.telling.transcript import transcript
from game.telling.voice import Voice
from tests.books import RULES_3
from tests.examples import examples
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, play_out, shipped_text
from tests.match.goldens import FOLDER
from tests.rules.games import TASTES, game
from tests.tui.hostile import TEMPLATES, hostile_book

SCENARIO = load(RULES_3)
SEATS = tuple(name for name in seats(SCENARIO) if name not in ("human", "random"))
QUICK = tuple(f"doctrine:{each.id}" for each in SCENARIO.doctrines)
_RAW = re.compile(r"_|None|<|>")


def seated(name: str) -> Opponent:
    """An opponent by its name."""
    found = opponent(name, seed=1, scenario=SCENARIO)
    assert found is not None
    return found


def told(shown: Game, answer: Answer) -> tuple[AnsweredQuestion, ...]:
    """What is said of an answer, as it is asked from the journal."""
    assert answer.thought is not None
    intent = intent_of(answer)
    return answers(Voice(shown.book), shown, answer.decision, intent, answer.thought)


def brief(shown: Game, answer: Answer) -> str:
    """What is said of an answer at the table."""
    intent = intent_of(answer)
    if intent is None:
        return ""
    return say_intent(Voice(shown.book), shown.state, answer.decision, intent)


@pytest.mark.parametrize("name", QUICK)
def test_a_doctrine_says_the_reason_of_the_maxim_that_decided(book: Rulebook, name: str) -> None:
    seat = seated(name)
    for state, _, _ in game(book, 3, "talkative"):
        if state.side == NOBODY:
            continue
        shown = Game(book, state)
        answer = seat.choose(shown)
        assert isinstance(answer.thought, Ruling)
        said = {each.question: each.answer for each in told(shown, answer)}
        doctrine = next(each for each in SCENARIO.doctrines if each.id == answer.thought.doctrine)
        reason = doctrine.rules[answer.thought.rule].reason
        assert said["Why did you do that?"] == reason
        assert brief(shown, answer) == reason
        assert ("Why did you refuse?" in said) == (answer.decision.kind in REFUSALS)
        assert all(each.strip() and not _RAW.search(each) for each in said.values())


def test_a_search_says_what_it_expects_and_what_came_next(book: Rulebook) -> None:
    seat = seated("search:1")
    state, heard = start(book), 0
    while (options := legal(book, state)) and heard < 20:
        decision = options[0]
        if state.side != NOBODY:
            shown = Game(book, state)
            answer = seat.choose(shown)
            decision = answer.decision
            assert isinstance(answer.thought, Analysis)
            for said in told(shown, answer):
                assert said.answer.strip()
                assert not _RAW.search(said.answer), said.answer
            if answer.thought.playouts:
                assert brief(shown, answer).endswith(".")
                words = told(shown, answer)[0].answer
                assert f"{answer.thought.playouts} lines" in words
                assert "The ending that I expect" in words
            heard += 1
        state = advance(book, state, decision)


@examples(20)
@given(st.integers(0, 10**6), st.sampled_from(sorted(TASTES)))
def test_what_a_side_wants_names_what_it_still_lacks(book: Rulebook, seed: int, taste: str) -> None:
    for state, _, _ in game(book, seed, taste):
        for side in (0, 1):
            short = book.threshold[side] - state.tracks[book.score[side]]
            words = say_aims(Voice(book), aims(book, state, side))
            assert (f"{short} more" in words) == (short > 0)


def test_a_refusal_says_what_passing_would_have_meant(book: Rulebook) -> None:
    """In a search's words: the numbers of the motion, and what both sides would be left with."""
    seat, heard = seated("search:1"), 0
    for seed in range(12):
        for state, _, _ in game(book, seed, "talkative"):
            if state.debate is None:
                continue
            shown = Game(book, state)
            answer = seat.choose(shown)
            assert isinstance(answer.thought, Analysis)
            if answer.decision.kind in REFUSALS and answer.thought.playouts:
                words = brief(shown, answer)
                assert words == told(shown, answer)[1].answer
                assert "With it I would expect an ending worth" in words
                heard += 1
    assert heard > 3


def test_a_course_tells_who_does_what_until_the_motion_is_settled(book: Rulebook) -> None:
    state = advance(book, start(book), legal(book, start(book))[0])
    tabled, *line = (
        book.decisions[each]
        for each in ("table:train/enemy", "rebut:law", "rejoin:grievance", "stop", "yield")
    )
    way = course(book, state, tabled, line)
    assert [step.decision for step in way.steps] == line
    assert [step.state.side == state.side for step in way.steps] == [False, True, False, False]
    assert way.settled
    assert way.effects == (("us_score", 3),)
    assert way.later is None
    assert say_intent(Voice(book), state, tabled, expected(line)) == (
        "I expect that you rebut with International Law, I rejoin with Grievance, you stop and "
        "you let it pass: US goals +3."
    )


def expected(line: Sequence[Decision]) -> Expected:
    """A search that expected a line of decisions."""
    return Expected(10, (50, 40), tuple(each.text for each in line))


@examples(60)
@given(st.data())
def test_whatever_a_journal_says_was_expected_is_told(book: Rulebook, data: st.DataObject) -> None:
    """A line that never was legal is told as far as it is."""
    seed = data.draw(st.integers(0, 10**6))
    every = st.sampled_from(sorted(book.decisions))
    for state, decision, _ in game(book, seed, "talkative"):
        if state.side == NOBODY or state.debate is None:
            continue
        line, other = (tuple(data.draw(st.lists(every, max_size=4))) for _ in range(2))
        instead = Alternative(data.draw(every), (-1, 100), other)
        intent: Intent = Expected(7, (40, 2), line, instead)
        assert fault_of(book, intent) is None
        assert say_intent(Voice(book), state, decision, intent).endswith(".")
        break


def test_an_intent_of_another_scenario_is_named(book: Rulebook) -> None:
    """Doctrines, maxims, wishes and decisions that the scenario does not have."""
    name = SCENARIO.doctrines[0].id
    last = len(SCENARIO.doctrines[0].rules) - 1
    assert fault_of(book, ByMaxim(name, last, 0)) is None
    for intent, said in (
        (ByMaxim("nobody", 0, 0), 'no doctrine "nobody"'),
        (ByMaxim(name, last + 1, 0), f"no maxim {last + 1}"),
        (ByMaxim(name, last, 99), "no wish 99"),
        (Expected(1, (0, 0), ("fly",)), 'no decision "fly"'),
        (Expected(1, (0, 0), (), Alternative("sing", (0, 0))), 'no decision "sing"'),
        (Expected(1, (0, 0), (), Alternative("yield", (0, 0), ("sing",))), 'no decision "sing"'),
    ):
        assert said in str(fault_of(book, intent))


def test_what_was_done_is_said_with_how_often_and_since_when(book: Rulebook) -> None:
    voice = Voice(book)
    for it, words in (
        (Conduct(by="other", deed="refused", last=True), "you refused a motion last"),
        (
            Conduct(by="own", deed="pressed", rounds=2, at_most=0),
            "I pressed alone not once in the last 2 rounds",
        ),
        (
            Conduct(by="own", deed="calmed", rounds=1, at_least=1),
            "I calmed things alone in this round",
        ),
        (Conduct(by="other", deed="tabled", at_least=2), "you tabled a motion 2 times or more"),
        (Conduct(by="other", deed="tabled", at_most=1), "you tabled a motion once at most"),
        (
            Conduct(by="other", deed="rejoined", rounds=2, at_most=0),
            "you answered an argument not once in the last 2 rounds",
        ),
        (
            Conduct(by="other", deed="carried", at_least=1, at_most=3),
            "you let a motion pass 1 to 3 times",
        ),
    ):
        assert say_conduct(voice, it) == words


def test_how_the_sides_stand_is_said_with_its_limits(book: Rulebook) -> None:
    voice = Voice(book)
    for it, words in (
        (Standing(of="own_capital", at_most=2), "my capital were 2 or less"),
        (Standing(of="motion_own", at_least=1), "the motion brought me 1 or more"),
        (Standing(of="lead", at_least=-1, at_most=3), "my lead were −1 to 3"),
    ):
        assert say_standing(voice, it) == words


@pytest.mark.parametrize("words", TEMPLATES)
def test_no_name_is_taken_for_a_template(words: str) -> None:
    """Braces, percent signs and backslashes in any word of a scenario are told as they stand."""
    book = hostile_book(payloads=(words,))
    state = start(book)
    heard: list[str] = []
    while len(heard) < 24:
        decision = legal(book, state)[0]
        if state.side != NOBODY:
            shown = Game(book, state)
            answer = seated("search:1").choose(shown)
            assert isinstance(answer.thought, Analysis)
            heard += [said.answer for said in told(shown, answer)]
        state = advance(book, state, decision)
    assert any(words in each for each in heard)
    assert any(f"more points ({words}" in each for each in heard)


def test_what_was_meant_is_said_wherever_a_match_is_told() -> None:
    """In the story, and in files for other programs: from the values that the save keeps."""
    disk = MemoryDisk()
    match = play_out(new(shipped_text(), seed=5, journal=Journal(SAVE, disk)), 5, intents=True)
    match.close()
    again = Match.open(Journal(SAVE, disk), read_only=True)
    assert again.intents == match.intents
    assert any(isinstance(each, ByMaxim) for each in again.intents)
    assert not any(again.reasons)
    voice, line = Voice(again.book), again.tree.timeline
    game = ExportedGame.of(again)
    page = export(game, "json")
    for passage, state, decision, intent, why in zip(
        transcript(voice, line),
        line.states,
        line.decisions,
        line.intents,
        json.loads(page)["decisions"],
        strict=False,
    ):
        said = "" if intent is None else say_intent(voice, state, decision, intent)
        assert passage.reason == (f"Why: {said}" if said else "")
        assert why["reason"] == said
        if isinstance(intent, ByMaxim):
            assert said == reason_of(intent)


def reason_of(intent: ByMaxim) -> str:
    """The reason of a maxim, as its scenario has it."""
    doctrine = next(each for each in SCENARIO.doctrines if each.id == intent.doctrine)
    return doctrine.rules[intent.rule].reason


def test_the_words_of_format_1_are_shown_as_they_stand() -> None:
    """They cannot be told anew, and are no less true."""
    match = Match.open(FOLDER / "format-1" / "well-00.jsonl", read_only=True)
    assert not any(match.intents)
    passages = transcript(Voice(match.book), match.tree.timeline)
    assert [each.reason for each in passages] == [
        f"Why: {reason}" if reason else "" for reason in match.reasons
    ]
    assert "Why: ply 1" in [each.reason for each in passages]


def test_an_answer_is_compared_by_what_was_meant(book: Rulebook) -> None:
    """Words of an old save are no proof that an opponent thinks the same again."""
    seat = seated("doctrine:realist")
    match = new(shipped_text(), seed=3, seats=("doctrine:realist", "doctrine:realist"))
    answer = seat.choose(game_of(match.tree.variation))
    match.decide(answer.decision, intent=intent_of(answer))
    line = match.tree.variation
    recalled = recall(line, {0: seat, 1: seat})
    assert recalled is not None
    assert recalled.repeats(answer)
    assert not recalled.repeats(evolve(answer, thought=None))
    line.timeline.reasons[-1], line.timeline.intents[-1] = "Before we sign.", None
    old = recall(line, {0: seat, 1: seat})
    assert old is not None
    assert not old.repeats(answer)


def test_a_character_that_is_asked_tells_its_lines(book: Rulebook) -> None:
    seat = opponent("student", seed=1, scenario=SCENARIO)
    assert isinstance(seat, CharacterSeat)
    state = next(each for each, _, _ in game(book, 3, "talkative") if each.side != NOBODY)
    sides = (seat.character, None) if state.side == 0 else (None, seat.character)
    shown = Game(book, state, characters=sides)
    said = {each.question: each.answer for each in told(shown, seat.choose(shown))}
    lines = said["What do you never do, and what always?"]
    assert all(line.say in lines for line in seat.character.lines)
