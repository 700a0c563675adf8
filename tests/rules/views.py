"""What can be seen of a position, told the same way by the engine and the second interpreter."""

from __future__ import annotations

from typing import Any

from game.rules import Rulebook, State, encode, legal
from tests.rules.naive import Naive


def engine_view(book: Rulebook, state: State) -> dict[str, Any]:
    """What can be seen of a position, from the engine."""
    plain = encode(book, state)
    del plain["turn"]
    plain["legal"] = sorted(each.text for each in legal(book, state))
    plain["side"] = plain["side"] or ""
    plain["wire"] = plain["wire"] or ""
    for name in ("carried", "drawn"):
        plain[name] = sorted(plain[name])
    plain["record"] = {side: sorted(names) for side, names in plain["record"].items()}
    plain["debate"] = plain["debate"] or {}
    for name in ("mood", "situation"):
        plain[name] = plain.get(name) or ""
    return plain


def naive_view(naive: Naive) -> dict[str, Any]:
    """The same of the second interpreter's position."""
    debating = naive.phase in ("REPLY", "FLOOR", "YIELD", "CONCEDE")
    return {
        "round": naive.round,
        "phase": naive.phase,
        "side": naive.side,
        "tracks": naive.tracks,
        "carried": sorted(naive.carried),
        "barred": {name: until for name, until in naive.barred.items() if until >= naive.round},
        "spent": naive.spent,
        "record": {side: sorted(names) for side, names in naive.record.items()},
        "drawn": sorted(naive.drawn),
        "wire": naive.wire,
        "used": {name: times for name, times in naive.used.items() if times},
        "legal": sorted(naive.legal()),
        "debate": {"motion": naive.motion, "speaker": naive.speaker, "chain": naive.chain}
        if debating
        else {},
        "mood": naive.mood,
        "situation": naive.situation,
    }


def set_up(book: Rulebook, state: State) -> Naive:
    """The second interpreter in a position of the engine's."""
    plain = encode(book, state)
    naive = Naive(book.scenario)
    for name in ("round", "phase", "tracks", "carried", "barred", "spent", "record", "drawn"):
        setattr(naive, name, plain[name])
    naive.side, naive.wire = plain["side"] or "", plain["wire"] or ""
    naive.mood, naive.situation = plain.get("mood") or "", plain.get("situation") or ""
    naive.used.update(plain["used"])
    first = naive.sides[(state.round + 1) % 2]
    naive.turns_left = [naive.other(first)] if state.turn == 0 else []
    if plain["debate"] is not None:
        for name, value in plain["debate"].items():
            setattr(naive, name, value)
    return naive
