"""The table with a part of its facts: what a lesson has not come to is not shown in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from game.rules import NOBODY
from game.telling.board import Board, Gauge, Nearness, Party, Rung, ShownLadder, Wire

if TYPE_CHECKING:
    from game.scenario.lesson import BoardPart

_NO_WIRE = Wire("", "", "", "", "", "", "", NOBODY, "", (), "")


def quiet(whole: Board, parts: Collection[BoardPart]) -> Board:
    """The table with these parts, and with all that is no part of their kind.

    A headline that has to be answered now is shown in any case.
    """
    wire = whole.wire
    heard = "news" in parts or wire.asked
    one, other = whole.parties
    return evolve(
        whole,
        gauges=tuple(_gauges(whole, parts)),
        parties=(_party(one, parts), _party(other, parts)),
        ladder=_ladder(whole.ladder, parts),
        wire=wire if heard else _NO_WIRE,
        close=whole.close if "news" in parts else None,
    )


def _gauges(whole: Board, parts: Collection[BoardPart]) -> Iterator[Gauge]:
    """The tracks, or only the one that opens the ladder."""
    for each in whole.gauges:
        if "tracks" not in parts and not ("ladder" in parts and each.opens):
            continue
        gauge = each if "goals" in parts else evolve(each, ticks=())
        if "dangers" not in parts:
            calm = Nearness.NONE
            gauge = evolve(gauge, danger=calm, limits=(), marks=(), warning="", ends=False)
        yield gauge


def _party(party: Party, parts: Collection[BoardPart]) -> Party:
    return party if "goals" in parts else evolve(party, goals=(), now="", aims=False)


def _ladder(ladder: ShownLadder, parts: Collection[BoardPart]) -> ShownLadder:
    rungs = tuple(_rung(each, parts) for each in ladder.rungs)
    shown = evolve(ladder, rungs=rungs, tiers="ladder" in parts)
    if "ceiling" in parts:
        return shown
    return evolve(shown, ceiling="", ceiling_name="", ceiling_sentence="", clear=True)


def _rung(rung: Rung, parts: Collection[BoardPart]) -> Rung:
    steps = rung.steps
    if "forks" not in parts:
        steps = tuple(evolve(each, branch="", fork="") if each.fork else each for each in steps)
    if "ceiling" in parts or not rung.needs:
        return evolve(rung, steps=steps)
    return evolve(rung, steps=steps, needs=rung.gate_words if rung.number > 1 else "")
