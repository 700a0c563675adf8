"""Checks of names: whether every id is there, is there once, and whether names can be told apart.

They run over a document in which faults may have been noted already; what a faulty place says
is not judged a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from game.scenario.kinds import Ref, Words
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import Page, spelt
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
    "values",
    "situations",
)
_SOURCES: Final[Mapping[str, tuple[str, ...]]] = {
    "side": ("sides",),
    "track": ("tracks",),
    "number": ("sides", "tracks"),
    "motion": ("motions",),
    "tag": ("motions",),
    "argument": ("arguments",),
    "value": ("values",),
    "ending": ("sides",),
}
"""In which lists of the document the ids of each kind stand."""

THAW: Final = "thaw"
"""The verdict on a game in which neither succeeds and both are near."""

_CALLED: Final = {"number": "track", "ending": "ending"}
_TOLD_APART: Final = frozenset({"name", "short", "title"})
"""The keys whose words a player has to tell apart within a list."""


def check_names(page: Page, scenario: Scenario) -> None:
    """Note every fault of names."""
    leaves = tuple(walk(scenario))
    _repeated(page, scenario)
    _unknown(page, scenario, leaves)
    _look_alike(page, scenario, leaves)
    for index, headline in enumerate(scenario.headlines):
        if headline.id == "none":
            page.error(
                ("headlines", index, "id"),
                "reserved-id",
                '"none" cannot be the id of a headline.',
                "Give it another: in a journal this one says that no headline was drawn.",
            )


def known_ids(scenario: Scenario) -> Known:
    """The ids of a scenario by what they name."""
    sides = tuple(side.id for side in scenario.sides)
    tracks = tuple(track.id for track in scenario.tracks)
    own = tuple(f"{side}_{kind}" for kind in ("capital", "score") for side in sides)
    tags = dict.fromkeys(tag for motion in scenario.motions for tag in motion.tags)
    return {
        "side": sides,
        "track": tracks,
        "number": (*tracks, *own),
        "motion": tuple(motion.id for motion in scenario.motions),
        "tag": tuple(tags),
        "argument": tuple(argument.id for argument in scenario.arguments),
        "value": tuple(value.id for value in scenario.values),
        "ending": (*endings(sides), THAW),
    }


def endings(sides: Iterable[str]) -> tuple[str, ...]:
    """The names of the verdicts of a game between two sides, but for the thaw, if there is one."""
    return ("bargain", *(f"{side}_alone" for side in sides), "frozen", "collapse")


def _repeated(page: Page, scenario: Scenario) -> None:
    """Ids that name two entries of one list, or a track and a side's own number."""
    for name in _LISTS:
        seen: dict[str, int] = {}
        for index, entry in enumerate(getattr(scenario, name)):
            path = (name, index, "id")
            if entry.id in seen and page.sound(path):
                page.error(
                    path,
                    "repeated-id",
                    f"{shown(entry.id)} is the id of {name}[{seen[entry.id]}] already.",
                    f"{_line(page, (name, seen[entry.id], 'id'))} Give this one another id.",
                )
            seen.setdefault(entry.id, index)
    own = known_ids(scenario)["number"][len(scenario.tracks) :]
    for index, track in enumerate(scenario.tracks):
        if track.id in own:
            page.error(
                ("tracks", index, "id"),
                "repeated-id",
                f"{shown(track.id)} is the id of a side's own number already.",
                "Give the track another id.",
            )


def _unknown(page: Page, scenario: Scenario, leaves: Iterable[Leaf]) -> None:
    """Ids that name nothing."""
    known = known_ids(scenario)
    whole = {to: _whole(page, lists) for to, lists in _SOURCES.items()}
    for leaf in leaves:
        if not isinstance(leaf.kind, Ref) or not isinstance(leaf.value, str):
            continue
        to = leaf.kind.to
        if leaf.value in known[to] or not whole[to]:
            continue
        if not leaf.key and not page.sound(leaf.path):
            continue
        called = _CALLED.get(to, to)
        meant = nearest(leaf.value, known[to])
        page.error(
            leaf.path,
            f"unknown-{called}",
            f"{shown(leaf.value)} is not a known {called}.",
            f"Did you mean {shown(meant)}?"
            if meant
            else "Write one of these."
            if known[to]
            else f"Take it out: the file has no {called}s.",
            known=known[to],
            part="key" if leaf.key else "value",
        )


def _whole(page: Page, lists: Iterable[str]) -> bool:
    """Whether the ids in some lists could all be read, so that others are surely unknown."""
    return not any(
        path[:1] == (name,)
        and (len(path) <= 2 or path[2] in ("id", "tags"))
        and not _misspelt_only(page, path)
        for name in lists
        for path in page.broken
    )


def _misspelt_only(page: Page, path: Path) -> bool:
    """Whether all that is wrong at a place is how an id is spelt: it names its entry still."""
    return all(
        fault.code == "bad-id" for fault in page.faults if fault.path == spelt(path)
    ) and any(fault.path == spelt(path) for fault in page.faults)


def _look_alike(page: Page, scenario: Scenario, leaves: Iterable[Leaf]) -> None:
    """Names within one list that a reader cannot tell apart."""
    seen: dict[tuple[object, ...], Path] = {}
    for leaf in leaves:
        key = leaf.path[-1]
        if not isinstance(leaf.kind, Words) or key not in _TOLD_APART or not leaf.value:
            continue
        group = tuple(step for step in leaf.path if not isinstance(step, int))
        if len(group) == len(leaf.path) or group[:2] == ("headlines", "choice"):
            continue
        owner = _owner(scenario, leaf.path)
        before = seen.setdefault((group, owner, alike(str(leaf.value))), leaf.path)
        if before != leaf.path:
            page.error(
                leaf.path,
                "look-alike",
                f"{shown(leaf.value)} cannot be told from the {key} of {spelt(before[:-1])}.",
                f"{_line(page, before)} Change one of them.",
            )


def _owner(scenario: Scenario, path: Path) -> str:
    """The side that an entry belongs to: two sides may have the same name for a thing."""
    if path[0] in ("acts", "objectives"):
        return str(getattr(scenario, str(path[0]))[path[1]].side)
    return ""


def _line(page: Page, path: Path) -> str:
    line, _, _ = page.locate(page.span(path, "value")[0])
    return f"It stands in line {line}."
