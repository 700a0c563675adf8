"""A match is set up by questions: what is played, from which start, who plays, and which side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import HUMAN
from game.opponents.hardness import Hardness, hardness
from game.plain import SettingUp
from game.review.last_won import Won
from game.scenario import load
from game.settings import LastSetup
from game.telling.messages import aloud
from game.telling.opponents import degrees, to_choose_from
from game.telling.suggested import suggested
from tests.examples import examples
from tests.plain.paper import Paper

LAST = LastSetup("shared-enemy", "easy", ("conciliator", HUMAN))


def asked(*answers: str, last: LastSetup | None = None) -> tuple[LastSetup | None, Paper]:
    """What is set up by some answers."""
    paper = Paper(answers)
    return SettingUp(paper, aloud(), last).ask(), paper


def test_whoever_comes_first_is_offered_a_first_game() -> None:
    """With one answer."""
    setup, paper = asked("1")
    assert setup == LastSetup("paris-thaw", None, (HUMAN, "student"))
    assert (
        "1. A first game. Paris Thaw: you are the United States, against The Student."
        in paper.lines
    )


WON = Won("shared-enemy", "easy", ("conciliator", HUMAN))


def test_whoever_has_won_is_offered_somebody_harder_first() -> None:
    """And why, in a line; from the standard start. As last time is the second answer."""
    paper = Paper(["1"])
    setup = SettingUp(paper, aloud(), LAST, WON).ask()
    assert setup is not None
    assert (setup.scenario, setup.variant, setup.seats[1]) == ("shared-enemy", None, HUMAN)
    beaten, next_ = (hardness(each, "shared-enemy") for each in ("conciliator", setup.seats[0]))
    assert beaten is not None
    assert next_ is not None
    assert [*Hardness].index(next_) == [*Hardness].index(beaten) + 1
    assert any(line.startswith("You won against The Conciliator") for line in paper.lines)
    assert SettingUp(Paper(["2"]), aloud(), LAST, WON).ask() == LAST
    other = LastSetup("paris-thaw", None, (HUMAN, "student"))
    assert SettingUp(Paper(["1"]), aloud(), other, WON).ask() == other


def test_after_the_hardest_there_is_nobody_to_suggest() -> None:
    messages, scenario = aloud(), load("shared-enemy")
    hardest = to_choose_from(messages, scenario)[-1].name
    assert suggested(messages, scenario, Won("shared-enemy", None, (HUMAN, "search:6"))) is None
    told = suggested(messages, scenario, Won("shared-enemy", "easy", (HUMAN, "search:6")))
    assert told is not None
    assert told.seats == (HUMAN, "search:6")
    assert "standard" in told.why
    assert hardest == "search:6"


def test_whoever_has_chosen_before_is_offered_that() -> None:
    setup, paper = asked("1", last=LAST)
    assert setup == LAST
    offered = "Shared Enemy, Easy start: you are Russia, against The Conciliator."
    assert f"1. As last time. {offered}" in paper.lines


@pytest.mark.parametrize(
    "last",
    [
        LastSetup("no-such-thing", None, (HUMAN, HUMAN)),
        LastSetup("shared-enemy", "no-such-start", (HUMAN, HUMAN)),
        LastSetup("shared-enemy", None, (HUMAN, "nobody")),
    ],
)
def test_what_cannot_be_played_any_more_is_not_offered(last: LastSetup) -> None:
    _, paper = asked("quit", last=last)
    assert any(line.startswith("1. A first game.") for line in paper.lines)


def test_opponents_are_offered_from_the_easiest_to_the_hardest() -> None:
    _, paper = asked("2", "1", "2", "1", "quit")
    at = paper.lines.index("How hard is your opponent to be?")
    offered = [line.partition(". ")[2].partition(":")[0] for line in paper.lines[at + 1 :]]
    known = [each for each in offered if each in degrees(aloud())]
    assert len(known) > 2
    assert known == [each for each in degrees(aloud()) if each in known]


def test_alone_one_chooses_how_hard_then_who_then_the_side() -> None:
    setup, paper = asked("2", "1", "2", "1", "2", "1", "2")
    assert setup is not None
    assert (setup.scenario, setup.variant, setup.seats[1]) == ("shared-enemy", "easy", HUMAN)
    asked_at = paper.lines.index("How hard is your opponent to be?")
    assert paper.lines[asked_at + 1].startswith("1. first game: The Student, ")
    who = paper.lines.index(next(line for line in paper.lines if line.startswith("Who of these?")))
    assert paper.lines[who + 1].startswith("1. The ")
    assert setup.seats[0] not in (HUMAN, "student")


def test_two_people_and_two_opponents_have_no_side_to_choose() -> None:
    together, _ = asked("2", "1", "1", "2")
    assert together == LastSetup("shared-enemy", None, (HUMAN, HUMAN))
    watched, _ = asked("2", "1", "1", "3", "1", "1", "1", "1")
    assert watched == LastSetup("shared-enemy", None, ("student", "student"))


def test_a_question_can_be_gone_back_to() -> None:
    """Also from who it is to be, to how hard."""
    setup, paper = asked(
        "2", "1", "2", "back", "back", "4", "1", "3", "back", "1", "back", "1", "1", "1"
    )
    assert setup is not None
    assert paper.lines.count("What is played?") == 2
    assert setup.seats == (HUMAN, "student")


def test_a_question_mark_tells_more_about_somebody() -> None:
    _, paper = asked("2", "1", "1", "1", "2", "?1", "quit")
    assert any("What you can count on: " in line for line in paper.lines)


@pytest.mark.parametrize("answer", ["", "0x", "99", "²", "9" * 5000, "?", "?7", "\x1b[2J"])
def test_what_is_no_answer_is_said_with_what_is(answer: str) -> None:
    setup, paper = asked(answer, "1")
    assert setup is not None
    assert any(line.startswith("Answer with a number from 1 to 2") for line in paper.lines)


@examples(20)
@given(st.lists(st.sampled_from(["1", "2", "3", "4", "back", "?1", "", "x"]), max_size=25))
def test_whatever_is_answered_it_is_a_match_or_none(answers: list[str]) -> None:
    """And the end of the answers is that nobody wants to play."""
    setup, paper = asked(*answers)
    assert setup is not None or paper.asked == len(answers) + 1
