"""Checks of names: every id is there, and once, and names can be told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from game.scenario.character import EXEMPT, ROLES
from game.scenario.kinds import Ref, Words
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import spelt
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.scenario.walk import Leaf, walk
from game.text import shown
from game.text.names import alike, nearest

Known = Mapping[str, tuple[str, ...]]
"""For each thing that can be referred to, the ids that there are."""

_LISTS: Final = (
    "sides",
    "tracks",
    "motions",
    "arguments",
    "acts",
    "headlines",
    "drifts",
    "objectives",
    "variants",
    "doctrines",
    "characters",
    "values",
    "situations",
)

THAW: Final = "thaw"
"""The verdict on a game in which neither succeeds and both are near."""

_CALLED: Final = {"number": "track"}
_TOLD_APART: Final = frozenset({"name", "short", "title"})
"""The keys whose words a player has to tell apart within a list."""


def check_names(scenario: Scenario) -> Iterator[Finding]:
    """Every fault of names."""
    yield from _repeated(scenario)
    ids = known_ids(scenario)
    own = with_roles(ids)
    for leaf in walk(scenario):
        yield from unknown(leaf, own if leaf.path[0] == "characters" else ids)
    yield from look_alikes(scenario)
    for index, headline in enumerate(scenario.headlines):
        if headline.id == "none":
            yield Finding(
                ("headlines", index, "id"),
                "reserved-id",
                '"none" cannot be the id of a headline.',
                "Give it another: in a journal this one says that no headline was drawn.",
            )


def known_ids(scenario: Scenario) -> Known:
    """The ids of a scenario by what they name."""
    sides = tuple(side.id for side in scenario.sides)
    tracks = tuple(track.id for track in scenario.tracks)
    tags = dict.fromkeys(tag for motion in scenario.motions for tag in motion.tags)
    return {
        "side": sides,
        "track": tracks,
        "number": (*tracks, *_own(scenario)),
        "motion": tuple(motion.id for motion in scenario.motions),
        "tag": tuple(tags),
        "argument": tuple(argument.id for argument in scenario.arguments),
        "value": tuple(value.id for value in scenario.values),
        "ending": (*endings(sides), THAW),
    }


def _own(scenario: Scenario) -> tuple[str, ...]:
    """The ids of the sides' own numbers."""
    return tuple(f"{side.id}_{kind}" for kind in ("capital", "score") for side in scenario.sides)


def endings(sides: Iterable[str]) -> tuple[str, ...]:
    """The names of the verdicts of a game between two sides, but for the thaw, if there is one."""
    return ("bargain", *(f"{side}_alone" for side in sides), "frozen", "collapse")


def _repeated(scenario: Scenario) -> Iterator[Finding]:
    """Ids that name two entries of one list, or a track and a side's own number."""
    for name in _LISTS:
        seen: dict[str, int] = {}
        for index, entry in enumerate(getattr(scenario, name)):
            first = seen.setdefault(entry.id, index)
            if first != index:
                yield Finding(
                    (name, index, "id"),
                    "repeated-id",
                    f"{shown(entry.id)} is the id of {name}[{first}] already.",
                    "Give this one another id.",
                    before=(name, first, "id"),
                )
    for index, track in enumerate(scenario.tracks):
        if track.id in _own(scenario):
            yield Finding(
                ("tracks", index, "id"),
                "repeated-id",
                f"{shown(track.id)} is the id of a side's own number already.",
                "Give the track another id.",
            )


def with_roles(ids: Known) -> Known:
    """What a character may name: ids, and what they are to a scenario."""
    roles = {"track": ROLES, "number": ROLES, "tag": (EXEMPT,)}
    return {to: (*roles.get(to, ()), *known) for to, known in ids.items()}


def unknown(leaf: Leaf, ids: Known) -> Iterator[Finding]:
    """That a value is the id of nothing, if it is to be the id of something."""
    if not isinstance(leaf.kind, Ref) or leaf.value in ids[leaf.kind.to]:
        return
    known = ids[leaf.kind.to]
    called = _CALLED.get(leaf.kind.to, leaf.kind.to)
    meant = nearest(str(leaf.value), known)
    yield Finding(
        leaf.path,
        f"unknown-{called}",
        f"{shown(leaf.value)} is not a known {called}.",
        f"Did you mean {shown(meant)}?"
        if meant
        else "Write one of these."
        if known
        else f"Take it out: the file has no {called}s.",
        known=known,
        part="key" if leaf.key else "value",
    )


def look_alikes(
    scenario: Scenario, place: Callable[[Path], Path] = lambda path: path
) -> Iterator[Finding]:
    """Names within one list that a reader cannot tell apart.

    Args:
        scenario: the scenario.
        place: where the words at a place of the scenario stand in the file.
    """
    seen: dict[tuple[object, ...], Path] = {}
    for leaf in walk(scenario):
        key = leaf.path[-1]
        if not isinstance(leaf.kind, Words) or key not in _TOLD_APART:
            continue
        group = tuple(step for step in leaf.path if not isinstance(step, int))
        if len(group) == len(leaf.path) or group[:2] == ("headlines", "choice"):
            continue
        owner = _owner(scenario, leaf.path)
        before = seen.setdefault((group, owner, alike(str(leaf.value))), leaf.path)
        if before != leaf.path:
            other = place(before)
            yield Finding(
                place(leaf.path),
                "look-alike",
                f"{shown(leaf.value)} cannot be told from the {key} of {spelt(other[:-1])}.",
                "Change one of them.",
                before=other,
            )


def _owner(scenario: Scenario, path: Path) -> str:
    """The side that an entry belongs to: two sides may have the same name for a thing."""
    if path[0] in ("acts", "objectives"):
        return str(getattr(scenario, str(path[0]))[path[1]].side)
    return ""
