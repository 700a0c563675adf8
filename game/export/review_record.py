"""A review for programs, as JSON: every step, what could be reached, and what to talk about.

All worths are thousandths of a payoff of 1. What is exact only as a fraction is written as one,
such as ``"-7/3"``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final

from game.export.escape import dumped
from game.export.exported_game import ExportedGame
from game.review.bargaining import Point
from game.review.debrief import SideDebrief
from game.review.glyphs import Mark
from game.review.reachable import Reachable
from game.review.reviewed_line import ReviewedLine
from game.review.step import Step
from game.rules import NOBODY
from game.telling.debrief import debriefing
from game.telling.review import step_told

FORMAT: Final = 1
"""The version of the format."""


def review_record(game: ExportedGame, reviewed: ReviewedLine) -> str:
    """A review as JSON."""
    return dumped(_record(game, reviewed), indent=2) + "\n"


def _record(game: ExportedGame, reviewed: ReviewedLine) -> dict[str, Any]:
    found, voice = reviewed.review, game.voice
    sides = game.book.side_ids
    return {
        "format": FORMAT,
        "scenario": game.scenario.id,
        "code": game.head_code,
        "variation": game.variation,
        "evaluator": found.evaluator,
        "budget": found.budget,
        "provisional": found.provisional,
        "over": found.over,
        "totals": {name: _totals(reviewed.debrief.sides[at]) for at, name in enumerate(sides)},
        "steps": [_step(game, reviewed, step) for step in found.steps],
        "taken_back": [
            {
                "ply": each.ply,
                "side": sides[each.side],
                "price": each.price,
                "changes": _by_side(game, each.delta),
            }
            for each in found.taken_back
        ],
        "plane": None if reviewed.reachable is None else _plane(game, reviewed, reviewed.reachable),
        "debrief": [
            {"heading": each.heading, "lines": [*each.lines]}
            for each in debriefing(voice, reviewed)
        ],
    }


def _totals(each: SideDebrief) -> dict[str, Any]:
    return {
        "start": each.start,
        "luck": _exact(each.luck),
        "own": _exact(each.own),
        "others": _exact(each.others),
        "gap": _exact(each.gap),
        "taken_back": _exact(each.taken_back),
        "end": each.end,
    }


def _step(game: ExportedGame, reviewed: ReviewedLine, step: Step) -> dict[str, Any]:
    told = step_told(game.voice, reviewed, step)
    return {
        "ply": step.ply,
        "who": "chance" if step.side == NOBODY else game.book.side_ids[step.side],
        "kind": step.kind.value,
        "decision": step.decision.text,
        "said": told.what,
        "worth": _by_side(game, step.worth),
        "after": _by_side(game, step.after),
        "changes": _by_side(game, map(_exact, step.delta)),
        "gap": _by_side(game, map(_exact, step.gap)),
        "spread": _by_side(game, step.spread),
        "doubtful": _by_side(game, step.faint),
        "mark": None if step.mark is None else _mark(game, step.mark, told.mark),
        "better": [each.text for each in step.better],
        "promised": None if step.promised is None else step.promised.value,
    }


def _mark(game: ExportedGame, mark: Mark, said: str) -> dict[str, Any]:
    return {
        "glyph": mark.glyph.value,
        "good": mark.good,
        "provisional": mark.provisional,
        "punished": mark.punished,
        "gain": _by_side(game, mark.gain),
        "said": said,
    }


def _plane(game: ExportedGame, reviewed: ReviewedLine, found: Reachable) -> dict[str, Any]:
    agreed, left = found.agreement, reviewed.left
    assert left is not None  # it is known where the plane is
    return {
        "ply": found.ply,
        "continuations": found.effort.continuations,
        "playouts": found.effort.playouts,
        "plays": [
            {"weight": each.weight, "ends": [_by_side(game, end) for end in each.ends]}
            for each in found.plays
        ],
        "searched": [_by_side(game, each) for each in found.searched],
        "frozen": _point(game, agreed.disagreement),
        "frontier": [_point(game, each) for each in agreed.frontier],
        "nash": _point(game, agreed.nash),
        "kalai_smorodinsky": _point(game, agreed.kalai_smorodinsky),
        "reached": _point(game, reviewed.reached),
        "without_luck": _point(game, reviewed.without_luck),
        "left": {"alone": _point(game, left.alone), "both": _exact(left.both)},
    }


def _point(game: ExportedGame, point: Point) -> dict[str, Any]:
    return _by_side(game, map(_exact, point))


def _by_side(game: ExportedGame, values: Iterable[object]) -> dict[str, Any]:
    return dict(zip(game.book.side_ids, values, strict=True))


def _exact(amount: Fraction) -> int | str:
    """A fraction: a number if it is whole."""
    return int(amount) if amount.denominator == 1 else str(amount)
