"""Everything about a match as JSON, for programs.

The shape, version 1. A member that may be missing has a question mark; what is not listed here
is not there. Numbers are integers. Later versions may add members, and whatever changes the
meaning of one gives the shape another number.

::

    {"shape": "shared-enemy/match", "version": 1,
     "title": text, "created": "2026-01-31T12:00:00Z" or "",
     "scenario": {"id", "title", "rounds", "round_names": [text, ...], "variant": id or null,
                  "sha256", "text"?},
     "rules": version of the rules, "generator": name, "seed": number,
     "head_code": ten letters and digits, or "",
     "variation": the number of the line of play that is told here,
     "variations": [
       {"variation": from 0, "parent": number or null, "leaves": after so many decisions,
        "name": text, "taken_back_by": id of a side or "", "price": number,
        "main": true or false, "moves": [decision as saves write it, ...]}, ...],
     "sides": [{"id", "name", "seat", "player", "threshold", "goal"}, ...],
     "tracks": [{"id", "name", "start", "min", "max", "collapse": number or null}, ...],
     "start": position,
     "decisions": [
       {"ply": from 1, "round": number, "phase": name, "who": id of a side or "chance",
        "decision": as saves write it, "words": text, "reason": text,
        "contradicts": [
          {"argument", "ply": when it was said, "round", "said": the old words}, ...],
        "voice": what the third party says of it, or null,
        "consequences": [
          {"what", "subject", "side", "before", "after", "asked",
           "cause": {"rule", "subject", "source": [paragraph, ...]}}, ...],
        "position": the position after it}, ...],
     "comments": [{"ply": 0 for the start, else as above, "text", "by": name or ""}, ...],
     "debates": [
       {"number": from 1, "round", "motion", "speaker", "plies": [ply, ...],
        "arguments": [
          {"side", "argument", "stands": true or false, "said": text,
           "appeals": id of a value or null, "fact": text with its source, or ""}, ...],
        "result": "carried", "failed" or null,
        "press": remark or null, "voice": what the third party says, or null}, ...],
     "verdict": null or
       {"name", "title", "text": [paragraph, ...], "collapsed": [track, ...],
        "sides": [{"score", "final", "threshold", "margin": number or null, "payoff",
                   "objectives": [{"id", "points", "met"}, ...]}, ...]}}

A *remark* is ``{"who": text, "side": id of the side whose country it is of or "", "text"}``.
A *position* is a position in the plain form of ``game.rules.codec``, whose digests stand in
saves. ``asked`` is by how much a number should have changed; a bound may have cut it. Payoffs are
hundredths. The decisions and debates of a match that goes on are those up to now.
"""

from __future__ import annotations

from typing import Any, Final

from game.export.escape import dumped
from game.export.exported_game import ExportedGame, ExportedLine
from game.export.outline import OutlinedDebate, exchanges, outline
from game.match import CHANCE, Match
from game.review.reckoning import Reckoning
from game.rules import NOBODY, Consequence, encode
from game.telling.debate import Quote, Remark, Speech
from game.telling.decisions import say_decision
from game.telling.ending import ending

SHAPE: Final = "shared-enemy/match"
VERSION: Final = 1

Plain = dict[str, Any]
"""A JSON object."""


def export(match: Match | ExportedGame, *, scenario: bool = False) -> str:
    """A match, its whole text one object; every decision has a line of its own.

    Args:
        match: the match.
        scenario: put the text of the scenario in, too.
    """
    game = ExportedGame.of(match)
    members = {
        **_header(game, whole=scenario),
        "start": encode(game.book, game.states[0]),
        "decisions": [_decision(game, place) for place in range(len(game.decisions))],
        "comments": [
            {"ply": ply, "text": comment.text, "by": comment.by}
            for ply, comment in sorted(game.comments.items())
        ],
        "debates": [_debate(game, each) for each in exchanges(outline(game))],
        "verdict": _verdict(game),
    }
    return "{\n" + ",\n".join(_member(*each) for each in members.items()) + "\n}\n"


def _member(name: str, value: object) -> str:
    if isinstance(value, list) and value:
        rows = ",\n".join(f"  {dumped(row)}" for row in value)
        return f"{dumped(name)}: [\n{rows}\n]"
    return f"{dumped(name)}: {dumped(value)}"


def _header(game: ExportedGame, *, whole: bool) -> Plain:
    header, book, scenario = game.header, game.book, game.scenario
    return {
        "shape": SHAPE,
        "version": VERSION,
        "title": header.title,
        "created": header.created,
        "scenario": {
            "id": scenario.id,
            "title": scenario.title,
            "rounds": scenario.rounds,
            "round_names": list(scenario.round_names),
            "variant": header.variant,
            "sha256": header.sha256,
            **({"text": header.text} if whole else {}),
        },
        "rules": header.rules,
        "generator": header.generator,
        "seed": header.seed,
        "head_code": game.head_code,
        "variation": game.variation,
        "variations": [_variation(each) for each in game.lines],
        "sides": [
            {
                "id": side.id,
                "name": side.name,
                "seat": seat,
                "player": name,
                "threshold": side.threshold,
                "goal": side.goal,
            }
            for side, seat, name in zip(scenario.sides, game.seats, header.names, strict=True)
        ],
        "tracks": [
            {
                "id": name,
                "name": game.voice.track(name),
                "start": book.start[index],
                "min": book.low[index],
                "max": book.high[index],
                "collapse": dict(book.collapses).get(index),
            }
            for index, name in enumerate(book.track_ids)
        ],
    }


def _variation(line: ExportedLine) -> Plain:
    return {
        "variation": line.number,
        "parent": None if line.parent < 0 else line.parent,
        "leaves": line.ply,
        "name": line.name,
        "taken_back_by": line.by,
        "price": line.price,
        "main": line.main,
        "moves": list(line.decisions),
    }


def _decision(game: ExportedGame, place: int) -> Plain:
    book, before, decision = game.book, game.states[place], game.decisions[place]
    return {
        "ply": place + 1,
        "round": before.round,
        "phase": before.phase.value,
        "who": CHANCE if before.side == NOBODY else book.side_ids[before.side],
        "decision": decision.text,
        "words": say_decision(game.voice, before, decision),
        "reason": game.why[place],
        "contradicts": [_quote(game, each) for each in game.heard[place].quotes],
        "voice": _remark(game, game.heard[place].voice),
        "consequences": [_consequence(each) for each in game.consequences[place]],
        "position": encode(book, game.states[place + 1]),
    }


def _consequence(change: Consequence) -> Plain:
    cause = change.cause
    return {
        "what": change.what.value,
        "subject": change.subject,
        "side": change.side,
        "before": change.before,
        "after": change.after,
        "asked": change.asked,
        "cause": {
            "rule": cause.rule.value,
            "subject": cause.subject,
            "source": list(cause.source),
        },
    }


def _debate(game: ExportedGame, exchange: OutlinedDebate) -> Plain:
    book = game.book
    return {
        "number": exchange.number,
        "round": exchange.round,
        "motion": book.motion_ids[exchange.motion],
        "speaker": book.side_ids[exchange.speaker],
        "plies": [step.ply for step in exchange.steps],
        "arguments": [_speech(game, each) for each in exchange.speeches],
        "result": None if exchange.outcome == "open" else exchange.outcome,
        "press": _remark(game, exchange.press),
        "voice": _remark(game, exchange.voice),
    }


def _speech(game: ExportedGame, speech: Speech) -> Plain:
    return {
        "side": game.book.side_ids[speech.side],
        "argument": game.book.argument_ids[speech.argument],
        "stands": speech.stands,
        "said": speech.words,
        "appeals": game.scenario.arguments[speech.argument].appeals,
        "fact": speech.note,
    }


def _quote(game: ExportedGame, quote: Quote) -> Plain:
    return {
        "argument": game.book.argument_ids[quote.argument],
        "ply": quote.ply,
        "round": quote.round,
        "said": quote.words,
    }


def _remark(game: ExportedGame, remark: Remark | None) -> Plain | None:
    if remark is None:
        return None
    side = "" if remark.side == NOBODY else game.book.side_ids[remark.side]
    return {"who": remark.who, "side": side, "text": remark.words}


def _verdict(game: ExportedGame) -> Plain | None:
    if not game.over:
        return None
    end, result = ending(game.voice, game.state), game.verdict
    assert result is not None  # the game is over
    return {
        "name": end.name,
        "title": end.title,
        "text": list(end.paragraphs),
        "collapsed": list(result.collapsed),
        "sides": [
            _account(game, each.reckoning, None if result.margins is None else result.margins[side])
            for side, each in enumerate(end.sides)
        ],
    }


def _account(game: ExportedGame, each: Reckoning, margin: int | None) -> Plain:
    objectives = game.scenario.objectives
    return {
        "score": each.score,
        "final": each.final,
        "threshold": each.threshold,
        "margin": margin,
        "payoff": each.payoff,
        "objectives": [
            {"id": objectives[index].id, "points": objectives[index].points, "met": met}
            for index, met in each.objectives
        ],
    }
