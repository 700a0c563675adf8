"""Planting one fault in a valid scenario, knowing what has to be reported and where."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from random import Random
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
from attrs import frozen

from game.scenario.kinds import Name, Ref, Whole, Words
from game.scenario.model import Scenario
from game.scenario.walk import hints
from tests.scenario.documents import Data
from tests.scenario.pen import At, Path, Written

HIDDEN = "\u202e"


@frozen
class Planted:
    """A document with one fault.

    Attributes:
        data: the document.
        code: the fault's code.
        path: its place.
        part: which of the places noted for that path is meant.
        alone: whether nothing else may be reported.
    """

    data: Data
    code: str
    path: Path
    part: Literal["keys", "values", "letters"] = "values"
    alone: bool = True

    def at(self, written: Written) -> At:
        """Line and column at which the fault has to be reported."""
        places: dict[Path, At] = getattr(written, self.part)
        return places[self.path]

    def data_shows(self) -> bool:
        """Whether the fault is in one value, and not in how two of them go together."""
        return self.path[-1:] != ("ways",)


@frozen
class Node:
    """A value of a document and what the model says of it."""

    path: Path
    value: Any
    type_: Any
    kind: object


def nodes(
    data: object, type_: Any = Scenario, path: Path = (), kind: object = None
) -> Iterator[Node]:
    """Every value of a document, containers before what is in them."""
    origin, inside = get_origin(type_), get_args(type_)
    if origin is Annotated:
        yield from nodes(data, inside[0], path, inside[1])
        return
    if origin in (UnionType, Union):
        others = [each for each in inside if each is not type(None)]
        tables = [each for each in others if get_origin(each) is Mapping]
        (other,) = (
            tables if isinstance(data, dict) else [e for e in others if e not in tables]
        ) or others
        yield from nodes(data, other, path, kind)
        return
    yield Node(path, data, type_, kind)
    if isinstance(data, dict) and attrs.has(type_):
        for key, each in data.items():
            yield from nodes(each, hints(type_)[key], (*path, key))
    elif isinstance(data, dict):
        for key, each in data.items():
            yield from nodes(each, inside[1], (*path, key))
    elif isinstance(data, list):
        for index, each in enumerate(data):
            yield from nodes(each, inside[0], (*path, index))


def plant(random: Random, data: Data) -> Planted:
    """The document with a fault of a random kind at a random place."""
    while True:
        planted = random.choice(_WAYS)(random, copy.deepcopy(data))
        if planted is not None:
            return planted


# ---------------------------------------------------------------------- ways to go wrong


def _pick(random: Random, data: Data, fits: Callable[[Node], bool]) -> Node | None:
    found = [node for node in nodes(data) if node.path and fits(node)]
    return random.choice(found) if found else None


def _around(data: Data, path: Path) -> Any:
    for step in path[:-1]:
        data = data[step]  # type: ignore[index]  # steps lead through lists as well
    return data


def _set(data: Data, path: Path, value: object) -> None:
    _around(data, path)[path[-1]] = value


def _renamed(table: Data, key: str, other: str) -> None:
    """Give a key another name and the same place."""
    entries = [(other if each == key else each, value) for each, value in table.items()]
    table.clear()
    table.update(entries)


def _names_things(path: Path) -> bool:
    """Whether other places depend on what stands here."""
    return path[-1] == "id" or "tags" in path or path[0] == "sides" or len(path) < 2


def wrong_type(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda node: node.path != ("format",))
    assert node is not None  # every scenario has values
    wrong: dict[type, list[object]] = {
        bool: [0, 1, "true", 1.5],
        int: [str(node.value), 1.5, True, [1]],
        str: [7, True, ["a"], {}],
        list: ["a", 3, {}],
        dict: ["a", 3, False],
    }
    _set(data, node.path, random.choice(wrong[type(node.value)]))
    return Planted(data, "wrong-type", node.path, alone=not _names_things(node.path))


def out_of_range(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: isinstance(n.kind, Whole) and n.path != ("format",))
    assert node is not None
    assert isinstance(node.kind, Whole)
    low, high = node.kind.least - random.randint(1, 99), node.kind.most + random.randint(1, 10**6)
    _set(data, node.path, random.choice([low, high]))
    return Planted(data, "out-of-range", node.path)


def misspelt_key(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: attrs.has(n.type_) and n.value)
    assert node is not None
    key = random.choice(list(node.value))
    _renamed(node.value, key, key + "x")
    path = (*node.path, key + "x")
    return Planted(data, "unknown-key", path, "keys", alone=not _names_things((*node.path, key)))


def extra_key(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: attrs.has(n.type_))
    assert node is not None
    key = random.choice(["xyzzy", "Ю", "a b", "", "'\""])
    node.value[key] = random.choice([1, "a", {"b": 2}, [1]])
    return Planted(data, "unknown-key", (*node.path, key), "keys")


def missing_key(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: attrs.has(n.type_))
    assert node is not None
    fields = attrs.fields(node.type_)
    key = random.choice([each.name for each in fields if each.default is attrs.NOTHING] or [""])
    if not key or key not in node.value:
        return None
    del node.value[key]
    alone = not _names_things((*node.path, key))
    return Planted(data, "missing-key", node.path, "keys", alone)


def unknown_id(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: isinstance(n.kind, Ref))
    if node is None or not isinstance(node.kind, Ref):
        return None
    _set(data, node.path, node.value + random.choice(["x", "-zzz", "Ы"]))
    called = {"number": "track"}.get(node.kind.to, node.kind.to)
    return Planted(data, f"unknown-{called}", node.path)


def unknown_track_in_effects(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: n.path[-1] == "effects" and n.value)
    if node is None:
        return None
    key = random.choice(list(node.value))
    _renamed(node.value, key, key + "zz")
    return Planted(data, "unknown-track", (*node.path, key + "zz"), "keys")


def hidden_character(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: isinstance(n.kind, Words))
    assert node is not None
    at = random.randint(0, len(node.value))
    _set(data, node.path, node.value[:at] + HIDDEN + node.value[at:])
    return Planted(data, "bad-text", node.path, "letters")


def long_text(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: isinstance(n.kind, Words))
    assert node is not None
    assert isinstance(node.kind, Words)
    if node.kind.most > 600:
        return None  # as one line it would be too long for a line
    _set(data, node.path, "ж" * (node.kind.most + 1))
    return Planted(data, "long-text", node.path)


def empty_text(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: isinstance(n.kind, Words))
    assert node is not None
    _set(data, node.path, random.choice(["", "   ", "\u00a0"]))
    return Planted(data, "no-text", node.path)


def bad_id(random: Random, data: Data) -> Planted | None:
    node = _pick(random, data, lambda n: isinstance(n.kind, Name))
    assert node is not None
    _set(data, node.path, random.choice(["Ab", "a b", "1a", "é", "", "a" * 41, "a\n", "_a"]))
    return Planted(data, "bad-id", node.path, alone=False)


def repeated_id(random: Random, data: Data) -> Planted | None:
    lists = [
        key
        for key, value in data.items()
        if isinstance(value, list) and len(value) > 1
        if isinstance(value[0], dict) and "id" in value[0]
    ]
    key = random.choice(lists)
    data[key][-1]["id"] = data[key][0]["id"]
    return Planted(data, "repeated-id", (key, len(data[key]) - 1, "id"), alone=False)


def look_alike(random: Random, data: Data) -> Planted | None:
    key = random.choice(["sides", "tracks", "motions", "arguments"])
    if len(data[key]) < 2:
        return None
    name = data[key][0]["name"]
    alike = random.choice([name, name.upper(), name.replace(" ", "  ")])
    data[key][-1]["name"] = alike if len(alike) <= 60 else name
    return Planted(data, "look-alike", (key, len(data[key]) - 1, "name"))


def start_outside(random: Random, data: Data) -> Planted | None:
    index = random.randrange(len(data["tracks"]))
    track = data["tracks"][index]
    if random.random() < 0.5 or "collapse" in track:
        track["start"] = track["min"] - 1
    else:
        track["start"] = track["max"] + 1
    return Planted(data, "start-outside", ("tracks", index, "start"))


def high_tier(random: Random, data: Data) -> Planted | None:
    index = random.randrange(len(data["motions"]))
    data["motions"][index]["tier"] = len(data["ladder"]["tiers"]) + 1
    return Planted(data, "unknown-tier", ("motions", index, "tier"))


def two_subjects(random: Random, data: Data) -> Planted | None:
    node = _condition(random, data)
    if node is None:
        return None
    node.value["from_round" if "round" in node.value else "round"] = (
        3 if "round" in node.value else "odd"
    )
    return Planted(data, "condition-subject", node.path)


def no_bounds(random: Random, data: Data) -> Planted | None:
    node = _condition(random, data)
    if node is None:
        return None
    if node.value.keys().isdisjoint({"at_least", "at_most"}):
        node.value["at_most"] = 3
        return Planted(data, "condition-bounds", (*node.path, "at_most"), "keys")
    node.value.pop("at_least", None)
    node.value.pop("at_most", None)
    return Planted(data, "condition-bounds", node.path)


def _condition(random: Random, data: Data) -> Node | None:
    return _pick(random, data, lambda n: len(n.path) > 1 and n.path[-2] in ("when", "needs"))


def choice_and_effects(random: Random, data: Data) -> Planted | None:
    for index, headline in enumerate(data["headlines"]):
        if "choice" in headline:
            extra = random.choice(["effects", "flash"])
            headline[extra] = {f"{data['sides'][0]['id']}_score": 1} if extra == "effects" else True
            part: Literal["keys", "values"] = "keys" if extra == "effects" else "values"
            return Planted(data, f"choice-and-{extra}", ("headlines", index, extra), part)
    return None


def missing_epilogue(random: Random, data: Data) -> Planted | None:
    del data["epilogues"][random.choice(list(data["epilogues"]))]
    return Planted(data, "missing-epilogue", ("epilogues",), "keys")


def odd_laurels(_: Random, data: Data) -> Planted | None:
    data["payoff"]["laurels"] = 7
    return Planted(data, "odd-laurels", ("payoff", "laurels"))


def too_many(random: Random, data: Data) -> Planted | None:
    index = random.randrange(len(data["motions"]))
    data["motions"][index]["source"] = [f"a{number}" for number in range(21)]
    return Planted(data, "wrong-count", ("motions", index, "source"))


def negative_capital(random: Random, data: Data) -> Planted | None:
    index = random.randrange(2)
    data["sides"][index]["capital"]["min"] = -1
    return Planted(data, "negative-capital", ("sides", index, "capital", "min"))


_WAYS: tuple[Callable[[Random, Data], Planted | None], ...] = (
    wrong_type,
    out_of_range,
    misspelt_key,
    extra_key,
    missing_key,
    unknown_id,
    unknown_track_in_effects,
    hidden_character,
    long_text,
    empty_text,
    bad_id,
    repeated_id,
    look_alike,
    start_outside,
    high_tier,
    two_subjects,
    no_bounds,
    choice_and_effects,
    missing_epilogue,
    odd_laurels,
    too_many,
    negative_capital,
)
WAYS: Mapping[str, Callable[[Random, Data], Planted | None]] = {way.__name__: way for way in _WAYS}
