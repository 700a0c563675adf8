"""The first line of a journal: which game this is, by whose rules, and from which seed.

The whole text of the scenario stands in it, so that editing a scenario never changes a match
that has begun.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from typing import Annotated, Final

from attrs import field

from game.match.chance import GENERATOR, LARGEST
from game.match.errors import MatchError, SaveError
from game.match.event import FORMAT
from game.match.line import Plain
from game.match.reading import ShapeError, value_of
from game.match.upcast import STEPS, Steps, known, lift_header
from game.rules import OLDEST, VERSION
from game.scenario.kinds import Verbatim, Whole
from game.text import faulty, shown
from game.value import frozen

GAME: Final = "shared-enemy"
"""What tells a journal of this game from any other file."""

HUMAN: Final = "human"
"""The seat of a person."""

LONGEST_TITLE: Final = 60

MOST_OF_CHARACTERS: Final = 1 << 16
"""The most characters, as letters, that the texts of those who were brought along may have."""

_SEAT: Final = re.compile(r"[a-z0-9][a-z0-9_.:/-]{0,79}")
_CREATED: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,60}")


@frozen
class Header:
    """Everything about a match that is fixed before its first decision.

    Attributes:
        scenario: the id of the scenario.
        text: the scenario itself, as it was written.
        variant: the id of the variant of its start, or nothing.
        seats: per side who sits there: ``human`` or the name of an opponent.
        seed: what Chance draws from, 0 to 2**64 - 1.
        title: what the players call the match; may be empty.
        names: per side what the player is called; may be empty.
        created: when the match began, UTC, ``2026-01-31T12:00:00Z``; may be empty.
        rules: the version of the rules: the least one that knows what the scenario asks for.
        generator: the name of the generator of chance.
        characters: by name the text of each character that was brought along to the match.
        lesson: the id of the lesson that the match is; empty if it is none.
    """

    scenario: str
    text: str = field(repr=False)
    variant: str | None
    seats: tuple[str, str]
    seed: int
    title: str = ""
    names: tuple[str, str] = ("", "")
    created: str = ""
    rules: int = VERSION
    generator: str = GENERATOR
    characters: Mapping[str, str] = field(factory=dict, repr=False, hash=False)
    lesson: str = ""

    @property
    def sha256(self) -> str:
        """The digest of the scenario's text, 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def plain(self) -> Plain:
        """The members of the first line."""
        brought = {"characters": {**self.characters}} if self.characters else {}
        taught = {"lesson": self.lesson} if self.lesson else {}
        return {
            **brought,
            **taught,
            "created": self.created,
            "format": FORMAT,
            "game": GAME,
            "n": 0,
            "names": list(self.names),
            "rng": self.generator,
            "rules": self.rules,
            "scenario": {"id": self.scenario, "sha256": self.sha256, "text": self.text},
            "seats": list(self.seats),
            "seed": self.seed,
            "title": self.title,
            "variant": self.variant,
        }


def now() -> str:
    """The moment in UTC, to the second, as a header holds it."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def checked(header: Header) -> Header:
    """The header itself.

    Raises:
        MatchError: a match cannot have such a header; the message names the member.
    """
    if fault := _fault(header):
        raise MatchError(fault)
    return header


def header_of(members: Plain, where: str, steps: Steps = STEPS) -> Header:
    """The header that the members of a first line describe.

    Args:
        members: the members as they were read.
        where: the line as errors name it, ``saves/x.jsonl:1``.
        steps: how old formats are lifted.

    Raises:
        SaveError: they describe none that this version can play.
    """
    version = members.get("format")
    if members.get("game") != GAME or not isinstance(version, int):
        raise SaveError(f"{where}: this is not a save of this game")
    if not known(version, steps):
        raise SaveError(
            f"{where}: the save has format {shown(version)}, which this version of the game "
            f"does not know (it knows {FORMAT}); update the game to open it"
        )
    members = lift_header(members, version, steps)
    try:
        header = _structure(members)
    except ShapeError as error:
        raise SaveError(
            f"{where}: the first line lacks something or holds something strange ({error})"
        ) from error
    if header.rules > VERSION:
        raise SaveError(
            f"{where}: the save was played by rules {header.rules}, and this version of the game "
            f"knows rules {OLDEST} to {VERSION}; update the game to open it"
        )
    if header.generator != GENERATOR or header.rules < OLDEST:
        raise SaveError(
            f"{where}: the save was played by rules {header.rules} with the generator "
            f"{shown(header.generator)}; this version of the game has rules {OLDEST} to "
            f"{VERSION} and {GENERATOR}: open it with the version that made it"
        )
    if fault := _fault(header):
        raise SaveError(f"{where}: {fault}")
    if members["scenario"]["sha256"] != header.sha256:
        raise SaveError(f"{where}: the scenario's text does not match its SHA-256")
    return header


_Text = Annotated[str, Verbatim()]
_Number = Annotated[int, Whole(-(1 << 64), 1 << 64)]


@frozen
class _ScenarioText:
    id: _Text
    sha256: _Text
    text: _Text


@frozen
class _FirstLine:
    """The members of the first line: their kinds alone, for what they hold is checked after."""

    created: _Text
    format: _Number
    game: _Text
    n: _Number
    names: tuple[_Text, _Text]
    rng: _Text
    rules: _Number
    scenario: _ScenarioText
    seats: tuple[_Text, _Text]
    seed: _Number
    title: _Text
    variant: _Text | None = None
    characters: Mapping[str, _Text] = field(factory=dict)
    lesson: _Text = ""


def _structure(members: Plain) -> Header:
    # To the reader, as in a scenario, what is nothing is left out.
    first = value_of({name: it for name, it in members.items() if it is not None}, _FirstLine)
    return Header(
        scenario=first.scenario.id,
        text=first.scenario.text,
        variant=first.variant,
        seats=first.seats,
        seed=first.seed,
        title=first.title,
        names=first.names,
        created=first.created,
        rules=first.rules,
        generator=first.rng,
        characters=first.characters,
        lesson=first.lesson,
    )


def seat_fault(seat: str) -> str:
    """Why a text cannot be the name of a seat; empty if it can."""
    if _SEAT.fullmatch(seat):
        return ""
    return f"seat {shown(seat)} is no name of a seat, such as {HUMAN!r} or 'random'"


def _fault(header: Header) -> str:
    """What is wrong with a header whose members are of the right kinds."""
    if not 0 <= header.seed <= LARGEST:
        return f"seed {shown(header.seed)} is out of range: 0 to {LARGEST}"
    for seat in header.seats:
        if fault := seat_fault(seat):
            return fault
    for what, text in (
        ("title", header.title),
        *(("player's name", name) for name in header.names),
    ):
        if len(text) > LONGEST_TITLE:
            return f"{what} is longer than {LONGEST_TITLE} characters"
        if flaw := faulty(text):
            return f"{what} {shown(text)} contains {flaw}"
    if header.created and not _CREATED.fullmatch(header.created):
        return f"created {shown(header.created)} is not a moment such as 2026-01-31T12:00:00Z"
    for what, name in (("scenario", header.scenario), ("variant", header.variant or "none")):
        if not _ID.fullmatch(name):
            return f"{what} {shown(name)} is no id"
    if header.lesson and not _ID.fullmatch(header.lesson):
        return f"lesson {shown(header.lesson)} is no id"
    for name, text in header.characters.items():
        if not _ID.fullmatch(name):
            return f"character {shown(name)} is no id"
        if flaw := faulty(text, lines=True):
            return f"the text of the character {name} contains {flaw}"
    if sum(map(len, header.characters.values())) > MOST_OF_CHARACTERS:
        return f"the characters' texts are longer than {MOST_OF_CHARACTERS} letters together"
    return ""
