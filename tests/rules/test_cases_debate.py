"""The numbered cases of the rulebook that are about a motion on the table."""

from __future__ import annotations

from game.rules import Rulebook
from tests.rules.course import Course

TABLED = ("table:train/enemy", "us_capital 4 to 2", "us spends enemy")


def test_case_02_accepting_in_silence(book: Rulebook) -> None:
    """The shared tag makes 3 cost 2; the printed values apply, then silence costs 1."""
    course = Course.at(book)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide(
        "accept",
        "carries train",
        "us records enemy",
        "us_score 0 to 1",
        "ru_score 0 to -1",
        then="TURN ru 1",
    )
    course.stands(
        "threat 4, tension 6, trust 3, isolation 6, democracy 5, "
        "us_capital 2, ru_capital 4, us_score 1, ru_score -1, wire empty"
    )


def test_case_03_one_rebuttal_and_the_speaker_concedes(book: Rulebook) -> None:
    """After two arguments the respondent's stands, and it has the floor's 2; no one pays."""
    course = Course.at(book, trust=5)
    course.decide(*TABLED, then="REPLY ru 1")
    assert course.options == ["accept", "decline", "rebut:law"]
    course.decide("rebut:law", "ru spends law", then="FLOOR us 1")
    course.decide("stop", "ru records law", then="CONCEDE us 1")
    assert course.options == ["concede", "withdraw"]
    course.decide(
        "concede", "carries train", "us_score 0 to 1", "ru_score 0 to 2", then="TURN ru 1"
    )
    course.stands(
        "threat 4, tension 6, trust 5, isolation 6, democracy 5, "
        "us_capital 2, ru_capital 4, us_score 1, ru_score 2, wire empty"
    )


def test_case_04_three_arguments_and_the_respondent_yields(book: Rulebook) -> None:
    """The first and the third argument stand for the speaker; the bonus does not grow."""
    course = Course.at(book)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide("rebut:grievance", "ru spends grievance", then="FLOOR us 1")
    course.decide("rejoin:helsinki", "us spends helsinki", then="FLOOR ru 1")
    course.decide("stop", "us records enemy", "us records helsinki", then="YIELD ru 1")
    assert course.options == ["walk_out", "yield"]
    course.decide("yield", "carries train", "us_score 0 to 3", then="TURN ru 1")
    course.stands(
        "threat 4, tension 6, trust 3, isolation 6, democracy 5, "
        "us_capital 2, ru_capital 4, us_score 3, ru_score 0, wire empty"
    )


def test_case_05_four_arguments(book: Rulebook) -> None:
    """The second and the fourth argument stand for the respondent."""
    course = Course.at(book, tension=5)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide("rebut:law", "ru spends law", then="FLOOR us 1")
    course.decide("rejoin:fruit", "us spends fruit", then="FLOOR ru 1")
    course.decide("rejoin:cart", "ru spends cart", then="FLOOR us 1")
    course.decide("stop", "ru records law", "ru records cart", then="CONCEDE us 1")
    course.decide(
        "concede", "carries train", "us_score 0 to 1", "ru_score 0 to 2", then="TURN ru 1"
    )
    course.stands(
        "threat 4, tension 5, trust 3, isolation 6, democracy 5, "
        "us_capital 2, ru_capital 4, us_score 1, ru_score 2, wire empty"
    )


def test_case_06_five_arguments_end_the_debate(book: Rulebook) -> None:
    """After the fifth argument nothing is left but to stop, whatever is still in hand."""
    course = Course.at(book, tension=6)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide("rebut:grievance", "ru spends grievance", then="FLOOR us 1")
    course.decide("rejoin:helsinki", "us spends helsinki", then="FLOOR ru 1")
    course.decide("rejoin:cart", "ru spends cart", then="FLOOR us 1")
    course.decide("rejoin:noapology", "us spends noapology", then="FLOOR ru 1")
    assert course.options == ["stop"]
    course.decide(
        "stop",
        "us records enemy",
        "us records helsinki",
        "us records noapology",
        then="YIELD ru 1",
    )
    course.decide("yield", "carries train", "us_score 0 to 3", then="TURN ru 1")
    course.stands(
        "threat 4, tension 6, trust 3, isolation 6, democracy 5, "
        "us_capital 2, ru_capital 4, us_score 3, ru_score 0, wire empty"
    )


def test_case_07_walking_out(book: Rulebook) -> None:
    """The motion fails at the respondent's price, yet what the speaker argued stands."""
    course = Course.at(book)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide("rebut:grievance", "ru spends grievance", then="FLOOR us 1")
    course.decide("rejoin:helsinki", "us spends helsinki", then="FLOOR ru 1")
    course.decide("stop", "us records enemy", "us records helsinki", then="YIELD ru 1")
    course.decide(
        "walk_out",
        "trust 3 to 2",
        "ru_score 0 to -1",
        "bars train until 2",
        then="TURN ru 1",
    )
    assert not course.may("table:train/")
    course.stands(
        "threat 4, tension 6, trust 2, isolation 6, democracy 5, "
        "us_capital 2, ru_capital 4, us_score 0, ru_score -1, wire empty"
    )


def test_case_08_withdrawing(book: Rulebook) -> None:
    """The speaker has 2 capital back, the motion is barred, the rebuttal stands unpaid."""
    course = Course.at(book)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide("rebut:grievance", "ru spends grievance", then="FLOOR us 1")
    course.decide("stop", "ru records grievance", then="CONCEDE us 1")
    course.decide("withdraw", "us_capital 2 to 4", "bars train until 2", then="TURN ru 1")
    course.stands(
        "threat 4, tension 6, trust 3, isolation 6, democracy 5, "
        "us_capital 4, ru_capital 4, us_score 0, ru_score 0, wire empty"
    )


def test_case_09_declining_without_trust_and_the_bar(book: Rulebook) -> None:
    """Trust cannot fall below 0, the score can; declined in round 1 is free in round 3."""
    course = Course.at(book, trust=0)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide("decline", "ru_score 0 to -1", "bars train until 2", then="TURN ru 1")
    assert not course.may("table:train/")
    course.decide(
        "consult",
        "threat 4 to 5",
        "us_capital 2 to 4",
        "ru_capital 4 to 8",
        then="DRAW chance 2",
    )
    course.decide("draw:oil", "draws oil", "wire oil", then="TURN ru 2")
    assert not course.may("table:train/")
    course.decide("consult", then="TURN us 2")
    assert not course.may("table:train/")
    course.decide(
        "consult",
        "threat 5 to 6",
        "tension 6 to 7",
        "democracy 5 to 4",
        "us_capital 4 to 8",
        "ru_capital 8 to 7",
        "us readies enemy",
        "frees train",
        then="DRAW chance 3",
    )
    course.decide("draw:turkey", "draws turkey", "wire turkey", then="TURN us 3")
    assert course.may("table:train/")
    course.stands(
        "threat 6, tension 7, trust 0, isolation 6, democracy 4, "
        "us_capital 8, ru_capital 7, us_score 0, ru_score -1, wire turkey"
    )


def test_case_18_conditional_attacks_and_a_contradicted_record(book: Rulebook) -> None:
    """At trust 4 both conditions hold; each side pays 1 for arguing against its own record."""
    record = {"us": ["cart"], "ru": ["noapology"]}
    course = Course.at(book, trust=5, record=record)
    course.decide(*TABLED, then="REPLY ru 1")
    assert not course.may("rebut:grievance")
    course = Course.at(book, trust=3, record=record)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide(
        "rebut:grievance",
        "ru spends grievance",
        "ru strikes noapology",
        "ru_score 0 to -1",
        then="FLOOR us 1",
    )
    assert not course.may("rejoin:need")
    course = Course.at(book, trust=4, record=record)
    course.decide(*TABLED, then="REPLY ru 1")
    course.decide(
        "rebut:grievance",
        "ru spends grievance",
        "ru strikes noapology",
        "ru_score 0 to -1",
        then="FLOOR us 1",
    )
    course.decide(
        "rejoin:need", "us spends need", "us strikes cart", "us_score 0 to -1", then="FLOOR ru 1"
    )
    course.decide("stop", "us records enemy", "us records need", then="YIELD ru 1")
    course.decide("yield", "carries train", "us_score -1 to 2", then="TURN ru 1")
    course.stands(
        "threat 4, tension 6, trust 4, isolation 6, democracy 5, "
        "us_capital 2, ru_capital 4, us_score 2, ru_score -1, wire empty"
    )
