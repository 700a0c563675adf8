"""Why something cannot be done, with the numbers that say how far it is."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from game.rules import Reason, Rulebook, State, legal, play, why_not
from game.rules.reasons import Bar, act_reasons, motion_price, motion_reasons, support_reasons
from game.scenario.model import Scenario
from game.scenario.terms import Condition
from tests.rules.course import position
from tests.rules.strategies import deciding


def why(book: Rulebook, state: State, text: str) -> list[Reason]:
    return list(why_not(book, state, book.decision(text)))


def test_a_decision_of_another_phase(book: Rulebook) -> None:
    """What belongs to another phase is told by the phase that it is."""
    assert why(book, position(book), "accept") == [Reason(Bar.PHASE, "TURN")]
    assert why(book, position(book), "draw:oil") == [Reason(Bar.PHASE, "TURN")]


def test_a_carried_motion(book: Rulebook) -> None:
    """Nothing else is said of a motion that is carried already."""
    state = position(book, carried=["train"], us_capital=0)
    assert why(book, state, "table:train/enemy") == [Reason(Bar.CARRIED, "train")]


def test_a_barred_motion(book: Rulebook) -> None:
    """A bar names the last round in which it holds, and the round it is."""
    state = evolve(position(book, round=2, turn=2), barred=((book.motion("train"), 3),))
    assert why(book, state, "table:train/enemy") == [Reason(Bar.BARRED, "train", 3, 2)]


def test_gate_and_ceiling(book: Rulebook) -> None:
    """A tier says what trust it needs and how much tension it stands, and what they are."""
    state = position(book, trust=2, tension=8, us_capital=8)
    assert why(book, state, "table:dialogue/law") == [
        Reason(Bar.GATE, "trust", 3, 2),
        Reason(Bar.CEILING, "tension", 7, 8, at_most=True),
    ]
    exempt = position(book, trust=2, tension=8, us_capital=8, carried=["forum"])
    assert why(book, exempt, "table:ceasesupport/law") == [Reason(Bar.GATE, "trust", 3, 2)]


def test_needs(book: Rulebook) -> None:
    """A motion says which motion, how many of a tag, or how much of a track it still needs."""
    state = position(book, us_capital=8, trust=8, tension=2)
    assert why(book, state, "table:arm/enemy") == [Reason(Bar.NEED_MOTION, "train")]
    assert why(book, state, "table:coalition/enemy") == [Reason(Bar.NEED_TAG, "iraq", 2, 0)]
    carried = ["ceasesupport", "review"]
    state = position(book, carried=carried, us_capital=8, trust=8, tension=2)
    assert why(book, state, "table:reintegration/need") == [
        Reason(Bar.NEED_TRACK, "democracy", 6, 5)
    ]


@pytest.mark.parametrize(
    ("need", "reason"),
    [
        (
            Condition(track="threat", at_most=2),
            Reason(Bar.NEED_TRACK, "threat", 2, 4, at_most=True),
        ),
        (Condition(tag="intel", at_most=0), Reason(Bar.NEED_TAG, "intel", 0, 1, at_most=True)),
        (Condition(in_play=True, at_least=1), Reason(Bar.NEED_TAG, "", 1, 0)),
        (Condition(round="even"), Reason(Bar.NEED_ROUND)),
        (Condition(from_round=2), Reason(Bar.NEED_ROUND)),
    ],
    ids=["track at most", "tag at most", "in play", "parity", "round"],
)
def test_needs_that_only_another_scenario_has(
    scenario: Scenario, need: Condition, reason: Reason
) -> None:
    """Every kind of condition can be a need, and bars the motion while it does not hold."""
    motions = tuple(
        evolve(each, needs=(need,)) if each.id == "train" else each for each in scenario.motions
    )
    book = Rulebook(evolve(scenario, motions=motions))
    assert why(book, position(book), "table:train/enemy") == [reason]
    assert book.decision("table:train/enemy") not in legal(book, position(book))


def test_the_price_of_a_motion(book: Rulebook) -> None:
    """A price is told with the capital that there is; tags of carried motions lower it."""
    state = position(book, us_capital=2)
    assert why(book, state, "table:forum/law") == [Reason(Bar.CAPITAL, "us_capital", 4, 2)]
    assert motion_price(book, state, book.motion("forum")) == 4
    carried = position(book, us_capital=2, carried=["referendum"])
    assert motion_price(book, carried, book.motion("forum")) == 2
    assert why(book, carried, "table:forum/law") == []
    everything = position(book, carried=book.motion_ids[1:])
    assert motion_price(book, everything, book.motion("intel")) == 0


def test_a_motion_can_be_judged_for_the_other_side(book: Rulebook) -> None:
    """Whoever decides, a motion's reasons can be asked for either side's purse."""
    state = position(book, us_capital=8, ru_capital=1)
    forum = book.motion("forum")
    assert motion_reasons(book, state, forum) == ()
    assert motion_reasons(book, state, forum, 1) == (Reason(Bar.CAPITAL, "ru_capital", 4, 1),)


def test_the_supporting_argument(book: Rulebook) -> None:
    """It has to be held, ready, and to support one of the motion's tags."""
    state = position(book, spent={"us": ["enemy"]})
    assert why(book, state, "table:train/enemy") == [Reason(Bar.SPENT, "enemy")]
    assert why(book, state, "table:forum/nonint") == [Reason(Bar.SIDE, "ru")]
    train = book.motion("train")
    assert support_reasons(book, state, train) == ()
    bare = position(book, spent={"us": ["enemy", "need"]})
    assert support_reasons(book, bare, train) == (Reason(Bar.NO_SUPPORT, "train"),)


def test_the_price_of_an_act(book: Rulebook) -> None:
    """An act belongs to a side, and each use has made it more expensive by its step."""
    state = position(book, us_capital=4, used={"deploy": 2})
    assert why(book, state, "act:deploy") == [Reason(Bar.CAPITAL, "us_capital", 5, 4)]
    assert why(book, state, "act:syria") == [Reason(Bar.SIDE, "ru")]
    enough = position(book, us_capital=5, used={"deploy": 2})
    assert act_reasons(book, enough, book.act_ids.index("deploy")) == ()


def test_the_answer_in_a_debate(book: Rulebook) -> None:
    """An answer has to be held and ready, to attack the last argument, and that under its
    condition; and after five arguments there is none.
    """
    state = position(book, trust=5, tension=4, spent={"ru": ["noapology"]})
    state = play(book, state, book.decision("table:train/enemy")).state
    assert why(book, state, "rebut:grievance") == [
        Reason(Bar.NEED_TRACK, "trust", 4, 5, at_most=True)
    ]
    assert why(book, state, "rebut:cart") == [Reason(Bar.ATTACK, "enemy")]
    assert why(book, state, "rebut:allies") == [Reason(Bar.SIDE, "us")]
    assert why(book, state, "rebut:noapology") == [
        Reason(Bar.SPENT, "noapology"),
        Reason(Bar.ATTACK, "enemy"),
    ]
    state = position(book)
    for text in (
        "table:train/enemy",
        "rebut:grievance",
        "rejoin:helsinki",
        "rejoin:cart",
        "rejoin:noapology",
    ):
        state = play(book, state, book.decision(text)).state
    assert why(book, state, "rejoin:law") == [Reason(Bar.LONGEST, "law", 5, 5)]


def test_a_headline_that_cannot_be_drawn(book: Rulebook) -> None:
    """A headline that is out of the deck, or whose condition fails, is named."""
    state = play(book, position(book, turn=2), book.consult).state
    assert why(book, state, "draw:mosul") == [Reason(Bar.DECK, "mosul")]
    assert why(book, state, "draw:none") == [Reason(Bar.DECK, "none")]
    assert why(book, state, "draw:oil") == []


@given(position=deciding)
def test_a_reason_with_numbers_is_true(book: Rulebook, position: State) -> None:
    """What is needed is more than there is, or less if it is the most that there may be."""
    tracks = dict(zip(book.track_ids, position.tracks, strict=True))
    for decision in book.decisions.values():
        for reason in why_not(book, position, decision):
            if reason.bar in (Bar.GATE, Bar.CEILING, Bar.NEED_TRACK, Bar.CAPITAL):
                assert reason.actual == tracks[reason.subject]
            if reason.bar in (Bar.BARRED, Bar.LONGEST):
                assert reason.actual <= reason.needed
            elif reason.at_most:
                assert reason.actual > reason.needed
            elif reason.needed:
                assert reason.actual < reason.needed
