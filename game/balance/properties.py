"""What must hold of a scenario, as data: what is played, what is measured, between which bounds."""

from __future__ import annotations

import errno
import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

import attrs
import cattrs

from game.balance.errors import GateError
from game.balance.measures import MEASURES, FigureOf, Sample, Unit
from game.balance.series import Seen, Series
from game.files.disk import LOCAL
from game.files.whole import contents
from game.interval import Figure
from game.opponents import SeatError
from game.scenario.catalogue import shipped
from game.scenario.model import Scenario
from game.text import shown
from game.text.names import nearest
from game.value import frozen

State = Literal["holds", "fails", "undecided", "told"]
"""Whether a figure is where it must be; ``told`` if it need not be anywhere."""

MOST: Final = 1 << 18
"""The most bytes of a file of properties."""

MOST_GAMES: Final = 10**6
"""The most matches for each pair."""

OWN: Final = "own"
CAST: Final = "cast"
"""By these names gates are asked for that ship with the game."""

_HUNDRED: Final = 100
_FOLDER: Final = "balance"
_STANDARD: Final = Path(__file__).with_name("standard.toml")


@frozen
class Property:
    """Something that must hold.

    Attributes:
        id: what it is called.
        about: what it says, in a few words.
        series: the series that it is measured on.
        measure: the name of the measure.
        at_least: the least value, in hundredths for a share.
        at_most: the largest value.
        of: what the measure is about.
        without: what it leaves out.
        number: a number that it goes by.
        against: the series that it is compared with.
    """

    id: str
    about: str
    series: str
    measure: str
    at_least: float | None = None
    at_most: float | None = None
    of: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    number: int = 0
    against: str = ""

    @property
    def unit(self) -> Unit:
        """What its figures count."""
        return MEASURES[self.measure][1]

    def state(self, figure: Figure) -> State:
        """Whether a figure holds: inside the bounds, or with its whole interval outside."""
        if self.at_least is None and self.at_most is None:
            return "told"
        scale = _HUNDRED if self.unit == "share" else 1
        low = -float("inf") if self.at_least is None else self.at_least / scale
        high = float("inf") if self.at_most is None else self.at_most / scale
        if figure.count < 2 and figure.low == figure.high:
            return "undecided"  # one observation says nothing of a spread
        if not figure.count:
            return "undecided"
        if low <= figure.value <= high:
            return "holds"
        return "fails" if figure.high < low or figure.low > high else "undecided"


@frozen
class Judged:
    """A property and what was found.

    Attributes:
        asked: the property.
        items: its figures, each with its state.
        games: from how many matches.
    """

    asked: Property
    items: tuple[tuple[FigureOf, State], ...]
    games: int

    @property
    def state(self) -> State:
        """What is true of all its figures together."""
        states = {state for _, state in self.items}
        for state in ("fails", "undecided", "holds"):
            if state in states:
                return state
        return "told"


@frozen
class Gate:
    """Series of matches, and the properties that are measured on them."""

    series: Mapping[str, Series]
    properties: tuple[Property, ...]

    def only(self, wanted: Sequence[str]) -> Gate:
        """The properties with these ids, and what has to be played for them.

        A first part of an id stands for all that begin so: ``T6`` for ``T6-acts`` and others.

        Raises:
            GateError: there is no such property.
        """
        kept = tuple(
            each
            for each in self.properties
            if not wanted or any(_bears(each, name) for name in wanted)
        )
        known = [each.id for each in self.properties]
        for name in wanted:
            if not any(_bears(each, name) for each in kept):
                meant = nearest(name, tuple(known))
                hint = f" Did you mean {meant}?" if meant else ""
                raise GateError(
                    f"there is no property {shown(name)}.{hint} Properties: {', '.join(known)}."
                )
        used = {each.series for each in kept} | {each.against for each in kept}
        return Gate({name: each for name, each in self.series.items() if name in used}, kept)

    def seated(self, seats: tuple[str, str]) -> Gate:
        """The properties of equals, measured with other players."""
        name = next(iter(self.series))
        first = attrs.evolve(self.series[name], seats=seats, swap=seats[0] != seats[1])
        kept = tuple(each for each in self.properties if each.series == name and not each.against)
        return Gate({name: first}, kept)


def _bears(each: Property, name: str) -> bool:
    return each.id == name or each.id.startswith(f"{name}-")


def judge(each: Property, scenario: Scenario, played: Mapping[str, Sequence[Seen]]) -> Judged:
    """Measure a property."""
    games = played.get(each.series, ())
    asked = Sample(
        scenario, games, each.of, each.without, each.number, played.get(each.against, ())
    )
    measure, _ = MEASURES[each.measure]
    items = tuple((item, each.state(item.figure)) for item in measure(asked))
    return Judged(each, items, len(games))


def gate_of(scenario: Scenario, named: str | None = None, *, ours: bool) -> Gate:
    """The gate by a name.

    Args:
        scenario: what it is measured on.
        named: ``cast`` for what must hold of the characters, or a file; ``own`` or nothing for the
            gate of a scenario that ships with the game, or the one for any scenario.
        ours: the scenario ships with the game.

    Raises:
        GateError: it cannot be read, or something in it makes no sense.
    """
    folder = shipped("scenarios") / _FOLDER
    if named == CAST:
        return read_gate(folder / f"{CAST}.toml", scenario)
    if named is not None and named != OWN:
        return read_gate(Path(named), scenario)
    path = folder / f"{scenario.id}.toml"
    return read_gate(path if ours and path.exists() else _STANDARD, scenario)


def read_gate(path: Path, scenario: Scenario) -> Gate:
    """Read properties from a file.

    Raises:
        GateError: it cannot be read, or something in it makes no sense.
    """
    name = shown(path.name)
    try:
        text = _bytes(path.resolve()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise GateError(f"{name} is not TOML: {shown(str(error))}") from None
    except (OSError, RuntimeError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no file can have this name"
        raise GateError(f"{name} cannot be read: {why or error}.") from None
    try:
        plain = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise GateError(f"{name} is not TOML: {shown(str(error))}") from None
    try:
        gate = _gate(plain)
        _check(gate, scenario)
    except GateError as error:
        raise GateError(f"{name}: {error}") from None
    return gate


def _bytes(path: Path) -> bytes:
    """What stands in an ordinary file; nobody waits at a pipe, or reads a device to its end."""
    if len(data := contents(path, LOCAL, MOST + 1)) > MOST:
        raise OSError(errno.EFBIG, f"it has more than {MOST} bytes")
    return data


def _gate(plain: Mapping[str, Any]) -> Gate:
    for key in plain:
        if key not in ("series", "properties"):
            raise GateError(f"{shown(key)} is neither series nor properties")
    listed_series, listed = plain.get("series", {}), plain.get("properties", [])
    if not isinstance(listed_series, dict) or not listed_series:
        raise GateError("it says nothing that is to be played; there is no table [series.NAME]")
    if not isinstance(listed, list) or not listed:
        raise GateError("it has no [[properties]]")
    return Gate(
        {
            name: _one(Series, each, f"series {shown(name)}", id=name)
            for name, each in listed_series.items()
        },
        tuple(_one(Property, each, f"property {number}") for number, each in enumerate(listed, 1)),
    )


def _one(kind: type[Any], plain: object, place: str, **more: object) -> Any:  # noqa: ANN401 - one of two classes, by its argument
    if not isinstance(plain, dict):
        raise GateError(f"{place} is no table")
    if "id" in plain and isinstance(plain["id"], str) and not more:
        place = f"property {shown(plain['id'])}"
    fields = {each.name: each for each in attrs.fields(kind)}
    for key, value in plain.items():
        if key not in fields or key in more:
            meant = nearest(key, tuple(fields))
            hint = f"; did you mean {meant}?" if meant else ""
            raise GateError(f"{place} has no key {shown(key)}{hint}")
        wanted = _KINDS[kind.__annotations__[key]]
        if not wanted[0](value):
            raise GateError(f"{place}: {key} must be {wanted[1]}")
    for each in fields.values():
        if each.default is attrs.NOTHING and each.name not in plain and each.name not in more:
            raise GateError(f"{place} has no {each.name}")
    return cattrs.structure({**plain, **more}, kind)


def _number(value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST
    return whole or (isinstance(value, float) and math.isfinite(value))


def _words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_LARGEST: Final = 10**9

_KINDS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "str": (lambda value: isinstance(value, str), "a text"),
    "bool": (lambda value: isinstance(value, bool), "true or false"),
    "int": (
        lambda value: (
            isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST
        ),
        f"a whole number of at most {_LARGEST}",
    ),
    "float | None": (_number, "a number"),
    "tuple[str, ...]": (_words, "a list of texts"),
    "tuple[str, str]": (
        lambda value: _words(value) and isinstance(value, list) and len(value) == 2,
        "a list of two seats",
    ),
}


def _check(gate: Gate, scenario: Scenario) -> None:
    """Whether all that is named is there."""
    variants = {"", *(each.id for each in scenario.variants)}
    for one in gate.series.values():
        if one.variant not in variants:
            raise GateError(f"series {shown(one.id)}: there is no variant {shown(one.variant)}")
        if not 1 <= one.games <= MOST_GAMES:
            raise GateError(f"series {shown(one.id)}: games must be from 1 to {MOST_GAMES}")
        try:
            one.pairs(scenario)
        except SeatError as error:
            raise GateError(f"series {shown(one.id)}: {error}") from None
    known = _names(scenario)
    seen: set[str] = set()
    for each in gate.properties:
        place = f"property {shown(each.id)}"
        if each.id in seen:
            raise GateError(f"{place} is there twice")
        seen.add(each.id)
        if each.measure not in MEASURES:
            meant = nearest(each.measure, tuple(MEASURES))
            hint = f" Did you mean {meant}?" if meant else ""
            raise GateError(
                f"{place}: there is no measure {shown(each.measure)}.{hint} "
                f"Measures: {', '.join(MEASURES)}."
            )
        for name in filter(None, (each.series, each.against)):
            if name not in gate.series:
                raise GateError(f"{place}: there is no series {shown(name)}")
        for name in (*each.of, *each.without):
            if name not in known:
                raise GateError(f"{place}: the scenario has no {shown(name)}")


def _names(scenario: Scenario) -> set[str]:
    """Whatever a property of a scenario can be about."""
    found = {"collapse", "frozen", "thaw", "bargain", *scenario.epilogues}
    found |= {f"{side.id}_alone" for side in scenario.sides}
    for group in (scenario.motions, scenario.acts, scenario.arguments, scenario.headlines):
        found |= {each.id for each in group}
    found |= {tag for each in scenario.motions for tag in each.tags}
    found |= {f"{each.id}/{letter}" for each in scenario.headlines for letter in "AB"}
    return found
