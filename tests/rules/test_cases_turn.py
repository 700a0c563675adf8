"""The numbered cases of the rulebook about what can be done on a turn, and at what price."""

from __future__ import annotations

from game.rules import Rulebook
from tests.rules.course import Course


def test_case_01_the_first_headline_is_only_drawn(book: Rulebook) -> None:
    """Nothing strikes in round 1; consulting is open with nothing spent, and capital ends at 8."""
    course = Course.at(book)
    assert course.next == "TURN us 1"
    course.decide("consult", "us_capital 4 to 8", then="TURN ru 1")
    course.decide("consult", "threat 4 to 5", "ru_capital 4 to 8", then="DRAW chance 2")
    course.decide("draw:kerry", "draws kerry", "wire kerry", then="TURN ru 2")
    assert course.may("consult")
    course.decide("consult", then="TURN us 2")
    course.stands(
        "threat 5, tension 6, trust 3, isolation 6, democracy 5, "
        "us_capital 8, ru_capital 8, us_score 0, ru_score 0, wire kerry"
    )


def test_case_10_tags_make_motions_cheaper(book: Rulebook) -> None:
    """All three tags of the motion are on carried ones: it costs 4 less 3, which is in hand."""
    course = Course.at(book, us_capital=1, carried=["train"])
    assert course.may("table:advise/enemy")
    assert not course.may("table:nukterror/")
    course.decide("table:advise/enemy", "us_capital 1 to 0", "us spends enemy", then="REPLY ru 1")
    course.decide(
        "accept", "carries advise", "us records enemy", "us_score 0 to 1", then="TURN ru 1"
    )
    course.stands(
        "threat 4, tension 6, trust 3, isolation 6, democracy 5, "
        "us_capital 0, ru_capital 4, us_score 1, ru_score 0, wire empty"
    )


def test_case_11_trust_gates_the_tiers(book: Rulebook) -> None:
    """At trust 2 the second tier is open; the third is closed, to Ukraine's motions as well."""
    course = Course.at(book, trust=2, us_capital=8, carried=["exchange"])
    assert course.may("table:forum/law")
    assert not course.may("table:dialogue/")
    assert not course.may("table:ceasesupport/")
    course.stands(
        "threat 4, tension 6, trust 2, isolation 6, democracy 5, "
        "us_capital 8, ru_capital 4, us_score 0, ru_score 0, wire empty"
    )
    carried = ["exchange", "forum"]
    assert not Course.at(book, trust=2, us_capital=8, carried=carried).may("table:ceasesupport/")
    assert Course.at(book, trust=3, us_capital=8, carried=carried).may("table:ceasesupport/")


def test_case_12_the_glass_ceiling(book: Rulebook) -> None:
    """At tension 8 the third tier is closed but for the motions on Ukraine."""
    course = Course.at(book, tension=8, trust=4, us_capital=8, carried=["forum"])
    assert course.may("table:ceasesupport/law")
    assert not course.may("table:dialogue/")
    assert course.may("table:nukterror/")
    course.stands(
        "threat 4, tension 8, trust 4, isolation 6, democracy 5, "
        "us_capital 8, ru_capital 4, us_score 0, ru_score 0, wire empty"
    )
    below = Course.at(book, tension=7, trust=4, us_capital=8, carried=["forum"])
    assert below.may("table:dialogue/")


def test_case_13_reintegration_is_one_point_of_democracy_away(book: Rulebook) -> None:
    """All gates are met but democracy's, and an exchange raises it by the missing point."""
    course = Course.at(
        book,
        tension=4,
        trust=7,
        democracy=5,
        us_capital=8,
        ru_capital=8,
        carried=["forum", "ceasesupport"],
    )
    assert not course.may("table:reintegration/")
    course.decide("table:exchange/fruit", "us_capital 8 to 6", "us spends fruit", then="REPLY ru 1")
    course.decide(
        "accept",
        "carries exchange",
        "trust 7 to 8",
        "democracy 5 to 6",
        "us records fruit",
        then="TURN ru 1",
    )
    assert course.may("table:reintegration/need")
    course.stands(
        "threat 4, tension 4, trust 8, isolation 6, democracy 6, "
        "us_capital 6, ru_capital 8, us_score 0, ru_score 0, wire empty"
    )


def test_case_14_reintegration_carried(book: Rulebook) -> None:
    """It costs 7 less its two shared tags; isolation falls, and Russia gains most."""
    course = Course.at(
        book,
        turn=2,
        tension=4,
        trust=7,
        democracy=6,
        us_capital=8,
        ru_capital=8,
        isolation=2,
        carried=["forum", "ceasesupport", "exchange"],
    )
    assert course.next == "TURN ru 1"
    course.decide(
        "table:reintegration/parity", "ru_capital 8 to 3", "ru spends parity", then="REPLY us 1"
    )
    course.decide(
        "accept",
        "carries reintegration",
        "ru records parity",
        "threat 4 to 5",
        "isolation 2 to 0",
        "ru_capital 3 to 5",
        "us_score 0 to 2",
        "ru_score 0 to 6",
        then="DRAW chance 2",
    )
    course.stands(
        "threat 5, tension 4, trust 7, isolation 0, democracy 6, "
        "us_capital 8, ru_capital 5, us_score 2, ru_score 6, wire empty"
    )


def test_case_15_consulting_returns_the_longest_spent(book: Rulebook) -> None:
    """Of six spent arguments the last stays spent, and capital stops at 8."""
    spent = ["enemy", "law", "need", "cart", "helsinki", "fruit"]
    course = Course.at(book, us_capital=7, spent={"us": spent})
    course.decide(
        "consult",
        "us_capital 7 to 8",
        "us readies enemy",
        "us readies law",
        "us readies need",
        "us readies cart",
        "us readies helsinki",
        then="TURN ru 1",
    )
    course.stands(
        "threat 4, tension 6, trust 3, isolation 6, democracy 5, "
        "us_capital 8, ru_capital 4, us_score 0, ru_score 0, wire empty"
    )


def test_case_16_the_second_sanction_costs_more_and_the_record_bites(book: Rulebook) -> None:
    """The price is 1 and a step of 2; two contradicted arguments cost one point together."""
    where = {"record": {"us": ["need", "fruit", "enemy"]}, "used": {"tighten": 1}}
    assert not Course.at(book, us_capital=2, **where).may("act:tighten")
    course = Course.at(book, us_capital=3, **where)
    assert course.may("act:tighten")
    course.decide(
        "act:tighten",
        "uses tighten",
        "trust 3 to 2",
        "isolation 6 to 7",
        "us_capital 3 to 0",
        "us_score 0 to 1",
        "us strikes fruit",
        "us strikes need",
        then="TURN ru 1",
    )
    course.stands(
        "threat 4, tension 6, trust 2, isolation 7, democracy 5, "
        "us_capital 0, ru_capital 4, us_score 1, ru_score 0, wire empty"
    )


def test_case_17_standing_down_has_a_price_and_clamps(book: Rulebook) -> None:
    """The fourth time costs 2 like the first; tension stops at 0; the record costs a point more."""
    course = Course.at(
        book,
        round=2,
        tension=1,
        ru_score=3,
        record={"ru": ["parity"]},
        used={"standdownru": 3},
    )
    assert course.next == "TURN ru 2"
    course.decide(
        "act:standdownru",
        "uses standdownru",
        "tension 1 to 0",
        "ru_capital 4 to 2",
        "ru_score 3 to 1",
        "ru strikes parity",
        then="TURN us 2",
    )
    course.stands(
        "threat 4, tension 0, trust 3, isolation 6, democracy 5, "
        "us_capital 4, ru_capital 2, us_score 0, ru_score 1, wire empty"
    )
