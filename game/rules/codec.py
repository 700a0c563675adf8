"""Positions as plain data, and their digest.

The plain form names everything by id, so that it stays readable in a journal and in an error,
and means the same on every platform. What a scenario has no use for, such as a mood, is left out.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from game.rules.decision import RulesError
from game.rules.masks import bits
from game.rules.rulebook import Rulebook
from game.rules.state import NOBODY, DebateState, Phase, State
from game.text import shown

Plain = dict[str, Any]
"""A JSON object: strings, integers, lists, objects and null."""


def encode(book: Rulebook, state: State) -> Plain:
    """A position as plain data."""

    def arguments(mask: int) -> list[str]:
        return [book.argument_ids[index] for index in bits(mask)]

    debate, hour = state.debate, book.hour
    plain: Plain = {
        "round": state.round,
        "phase": state.phase.value,
        "side": None if state.side == NOBODY else book.side_ids[state.side],
        "turn": state.turn,
        "tracks": dict(zip(book.track_ids, state.tracks, strict=True)),
        "carried": [book.motion_ids[index] for index in bits(state.carried)],
        "barred": {book.motion_ids[motion]: until for motion, until in state.barred},
        "spent": {
            name: [book.argument_ids[index] for index in state.spent[side]]
            for side, name in enumerate(book.side_ids)
        },
        "record": {name: arguments(state.record[side]) for side, name in enumerate(book.side_ids)},
        "drawn": [book.headline_ids[index] for index in bits(state.drawn)],
        "wire": None if state.wire < 0 else book.headline_ids[state.wire],
        "used": {
            name: times for name, times in zip(book.act_ids, state.used, strict=True) if times
        },
        "debate": None
        if debate is None
        else {
            "motion": book.motion_ids[debate.motion],
            "speaker": book.side_ids[debate.speaker],
            "chain": [book.argument_ids[index] for index in debate.chain],
        },
    }
    if hour.value_ids:
        plain["mood"] = None if state.mood < 0 else hour.value_ids[state.mood]
    if hour.situation_ids:
        chosen = state.situation
        plain["situation"] = None if chosen < 0 else hour.situation_ids[chosen]
    return plain


def decode(book: Rulebook, plain: Plain) -> State:
    """The position that plain data describes.

    Raises:
        RulesError: something in it is missing or unknown to the scenario.
    """
    try:
        return _decode(book, plain)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise RulesError(
            f"not a position of scenario {book.scenario.id}: {shown(repr(error))}"
        ) from error


def _decode(book: Rulebook, plain: Plain) -> State:
    motion, argument, side = book.motion, book.argument, book.side_ids.index

    def mask(indices: list[int]) -> int:
        found = 0
        for index in indices:
            found |= 1 << index
        return found

    debate = plain["debate"]
    spent = [tuple(argument(name) for name in plain["spent"][each]) for each in book.side_ids]
    record = [mask([argument(name) for name in plain["record"][each]]) for each in book.side_ids]
    return State(
        round=plain["round"],
        phase=Phase(plain["phase"]),
        side=NOBODY if plain["side"] is None else side(plain["side"]),
        turn=plain["turn"],
        tracks=tuple(plain["tracks"][name] for name in book.track_ids),
        carried=mask([motion(name) for name in plain["carried"]]),
        barred=tuple(sorted((motion(name), until) for name, until in plain["barred"].items())),
        spent=(spent[0], spent[1]),
        record=(record[0], record[1]),
        drawn=mask([book.headline_ids.index(name) for name in plain["drawn"]]),
        wire=-1 if plain["wire"] is None else book.headline_ids.index(plain["wire"]),
        used=tuple(plain["used"].get(name, 0) for name in book.act_ids),
        debate=None
        if debate is None
        else DebateState(
            motion(debate["motion"]),
            side(debate["speaker"]),
            tuple(argument(name) for name in debate["chain"]),
        ),
        mood=_place(plain, "mood", book.hour.value_ids),
        situation=_place(plain, "situation", book.hour.situation_ids),
    )


def _place(plain: Plain, key: str, names: tuple[str, ...]) -> int:
    """The place of what stands under a key; there is no such key if there are no names."""
    return -1 if not names or plain[key] is None else names.index(plain[key])


def digest(book: Rulebook, state: State) -> str:
    """Sixteen hexadecimal digits that stand for a position: SHA-256 of its canonical JSON."""
    text = json.dumps(encode(book, state), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
