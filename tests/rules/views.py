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
    }
