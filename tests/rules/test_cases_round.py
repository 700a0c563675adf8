"""The numbered cases of the rulebook about the wire, the close of a round, and the end."""

from __future__ import annotations

from types import ModuleType

from game.rules import Rulebook
from tests.rules import test_cases_debate, test_cases_turn
from tests.rules.course import Course

SETTLED = ["train", "advise", "arm", "coalition", "forum", "ceasesupport", "referendum"]


def test_case_19_close_of_an_odd_round(book: Rulebook) -> None:
    """Two motions against ISIS do not hold threat; isolation wears in even rounds only."""
    course = Course.at(book, round=3, isolation=9, us_capital=0, ru_capital=0, carried=["train"])
    course.decide("consult", "us_capital 0 to 5", then="TURN ru 3")
    course.decide(
        "consult",
        "threat 4 to 5",
        "us_capital 5 to 7",
        "ru_capital 0 to 7",
        then="DRAW chance 4",
    )
    course.stands(
        "threat 5, tension 6, trust 3, isolation 9, democracy 5, "
        "us_capital 7, ru_capital 7, us_score 0, ru_score 0, wire empty"
    )


def test_case_20_close_of_an_even_round_and_sanctions_on_the_edge(book: Rulebook) -> None:
    """The sanction that takes isolation to 6 costs democracy in the same close."""
    course = Course.at(book, round=2, isolation=5, carried=["train", "advise"])
    assert course.next == "TURN ru 2"
    course.decide("consult", "ru_capital 4 to 8", then="TURN us 2")
    course.decide(
        "act:tighten",
        "uses tighten",
        "threat 4 to 5",
        "tension 6 to 7",
        "trust 3 to 2",
        "isolation 5 to 6",
        "democracy 5 to 4",
        "us_capital 4 to 5",
        "us_score 0 to 2",
        then="DRAW chance 3",
    )
    course.stands(
        "threat 5, tension 7, trust 2, isolation 6, democracy 4, "
        "us_capital 5, ru_capital 8, us_score 2, ru_score 0, wire empty"
    )


def test_case_21_collapse_at_a_late_close(book: Rulebook) -> None:
    """Every ordinary drift is stopped, yet from round 8 on both rise; no score helps."""
    course = Course.at(
        book, round=9, threat=3, tension=9, us_score=30, ru_score=30, carried=SETTLED
    )
    course.decide("consult", "us_capital 4 to 8", then="TURN ru 9")
    course.decide("consult", "threat 3 to 4", "tension 9 to 10", "ru_capital 4 to 8", then="END")
    end = course.verdict
    assert (end.name, end.final, end.margins, end.payoffs) == ("collapse", (30, 30), None, (0, 0))
    assert end.collapsed == ("tension",)


def test_case_22_a_headline_with_a_choice(book: Rulebook) -> None:
    """It strikes after the income and before the draw, and may take what is not there."""
    course = Course.at(book, us_capital=1, ru_capital=1, wire="deirezzor")
    course.decide(
        "act:deploy",
        "uses deploy",
        "tension 6 to 7",
        "us_capital 1 to 0",
        "us_score 0 to 1",
        "ru_score 0 to -1",
        then="TURN ru 1",
    )
    course.decide(
        "act:counter",
        "uses counter",
        "threat 4 to 5",
        "trust 3 to 2",
        "us_capital 0 to 2",
        "ru_capital 1 to 2",
        "ru_score -1 to 0",
        then="EVENT us 2",
    )
    assert course.options == ["choose:A", "choose:B"]
    course.decide("choose:B", "us_capital 2 to 0", then="DRAW chance 2")
    course.decide("draw:oil", "draws oil", "wire oil", then="TURN ru 2")
    course.stands(
        "threat 5, tension 7, trust 2, isolation 6, democracy 5, "
        "us_capital 0, ru_capital 2, us_score 1, ru_score 0, wire oil"
    )


def test_case_23_a_flash_strikes_when_drawn(book: Rulebook) -> None:
    """Drift and flash take threat to 10 before anyone moves; one less, and the game goes on."""
    course = Course.at(book, threat=7)
    course.decide("consult", "us_capital 4 to 8", then="TURN ru 1")
    course.decide("consult", "threat 7 to 8", "ru_capital 4 to 8", then="DRAW chance 2")
    course.decide("draw:brussels", "draws brussels", "threat 8 to 10", then="END")
    end = course.verdict
    assert (end.name, end.final, end.margins, end.payoffs) == ("collapse", (0, 0), None, (0, 0))
    assert end.collapsed == ("threat",)

    course = Course.at(book, threat=6)
    course.decide("consult", "us_capital 4 to 8", then="TURN ru 1")
    course.decide("consult", "threat 6 to 7", "ru_capital 4 to 8", then="DRAW chance 2")
    course.decide("draw:brussels", "draws brussels", "threat 7 to 9", then="TURN ru 2")


def test_case_24_objectives_verdict_and_laurels(book: Rulebook) -> None:
    """The close comes first and the objectives after it; margin 0 succeeds; laurels to 4 over 0."""
    course = Course.at(
        book,
        round=10,
        threat=3,
        tension=2,
        trust=6,
        isolation=4,
        democracy=6,
        us_score=20,
        ru_score=20,
        carried=SETTLED,
    )
    assert course.next == "TURN ru 10"
    course.decide("consult", "ru_capital 4 to 8", then="TURN us 10")
    course.decide("consult", "threat 3 to 4", "tension 2 to 3", "us_capital 4 to 8", then="END")
    end = course.verdict
    assert (end.name, end.final, end.margins) == ("bargain", (27, 28), (0, 4))
    assert end.payoffs == (60, 84)
    assert end.objectives == (True,) * len(book.scenario.objectives)


def test_every_numbered_case_is_here() -> None:
    """The rulebook's twenty-four cases are tests of those numbers."""

    def numbers(names: ModuleType | dict[str, object]) -> list[int]:
        known = names if isinstance(names, dict) else vars(names)
        return [int(name[10:12]) for name in known if name.startswith("test_case_")]

    found = numbers(globals()) + numbers(test_cases_debate) + numbers(test_cases_turn)
    assert sorted(found) == list(range(1, 25))
