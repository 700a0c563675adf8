"""Which formats there are, what each is, and what can be set about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from attrs import field

from game.export import (
    aif,
    aspartix,
    board,
    cast,
    iccma,
    markdown,
    page,
    record,
    tracks_csv,
)
from game.export.errors import ExportError
from game.export.exported_game import ExportedGame
from game.match import Match
from game.telling.messages import english
from game.text import shown
from game.text.names import nearest
from game.value import frozen


@frozen
class FormatOption:
    """Something that can be set about an export.

    Attributes:
        name: its name.
        kind: what it takes: a number, a text, or yes or no.
    """

    name: str
    kind: type[int | str | bool]

    @property
    def what(self) -> str:
        """What it sets, on one line."""
        return english().say(f"export.option.{self.name}")


@frozen
class Format:
    """A kind of file that a match can be exported to.

    Attributes:
        name: what it is asked for by.
        suffix: how the name of such a file ends.
        options: what can be set about it.
        make: makes the text of the file.
    """

    name: str
    suffix: str
    options: tuple[FormatOption, ...] = ()
    make: Callable[..., str] = field(kw_only=True, repr=False)

    @property
    def what(self) -> str:
        """What it is, on one line."""
        return english().say(f"export.format.{self.name}")


_AT: Final = FormatOption("at", int)
_SIDE: Final = FormatOption("side", str)
_DEBATE: Final = FormatOption("debate", int)

_ALL: Final = (
    Format("markdown", ".md", make=markdown.export),
    Format("html", ".html", make=page.export),
    Format("svg", ".svg", (_AT, _SIDE), make=board.export),
    Format("csv", ".csv", make=tracks_csv.export),
    Format("json", ".json", (FormatOption("scenario", bool),), make=record.export),
    Format("aif", ".json", (_DEBATE,), make=aif.export),
    Format("aspartix", ".apx", (_DEBATE,), make=aspartix.export),
    Format("iccma", ".af", (_DEBATE,), make=iccma.export),
    Format(
        "asciinema",
        ".cast",
        (FormatOption("pace", int), FormatOption("reading", int), _SIDE),
        make=cast.export,
    ),
)

COMMON: Final = (FormatOption("variation", int),)
"""What can be set about every format."""

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({each.name: each for each in _ALL})
"""Every format by its name."""


_ALSO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "md": "markdown",
        "mkd": "markdown",
        "mdown": "markdown",
        "txt": "markdown",
        "text": "markdown",
        "plain": "markdown",
        "transcript": "markdown",
        "htm": "html",
        "xhtml": "html",
        "page": "html",
        "web": "html",
        "picture": "svg",
        "image": "svg",
        "table": "csv",
        "spreadsheet": "csv",
        "excel": "csv",
        "record": "json",
        "map": "aif",
        "aifdb": "aif",
        "apx": "aspartix",
        "af": "iccma",
        "cast": "asciinema",
        "asciicast": "asciinema",
        "recording": "asciinema",
    }
)
"""What else people call the formats: the endings of such files, and what they hold."""


def format_of(name: str) -> Format:
    """A format by its name, by another that people have for it, or by how its files end.

    Raises:
        ExportError: there is none of that name; the message says which there are.
    """
    plain = name.strip().casefold().lstrip(".")
    if found := FORMATS.get(_ALSO.get(plain, plain)):
        return found
    meant = nearest(plain, (*FORMATS, *_ALSO))
    hint = f' Did you mean "{_ALSO.get(meant, meant)}"?' if meant else ""
    raise ExportError(f"there is no format {shown(name)}.{hint} Formats: {', '.join(FORMATS)}.")


def export(match: Match | ExportedGame, to: str, **options: int | str | bool | None) -> str:
    """A match as the text of a file. The same match gives the same text, always and everywhere.

    Args:
        match: the match, finished or not.
        to: the name of a format.
        options: what is set about it; nothing leaves an option as it is.

    Raises:
        ExportError: there is no such format or option, or an option's value makes no sense here.

    >>> list(FORMATS)
    ['markdown', 'html', 'svg', 'csv', 'json', 'aif', 'aspartix', 'iccma', 'asciinema']
    """
    chosen = format_of(to)
    known = {option.name: option for option in (*chosen.options, *COMMON)}
    given = {name: value for name, value in options.items() if value is not None}
    for name, value in given.items():
        if name not in known:
            which = ", ".join(known)
            raise ExportError(
                f"the format {chosen.name} has no option {shown(name)}: leave it out; "
                f"it has {which}"
            )
        if type(value) is not known[name].kind:
            wanted = {int: "a whole number", str: "a text", bool: "yes or no"}[known[name].kind]
            raise ExportError(
                f"the option {name} of {chosen.name} takes {wanted}, not {shown(value)}"
            )
    variation = given.pop("variation", None)
    assert variation is None or isinstance(variation, int)  # its kind was looked at above
    return chosen.make(ExportedGame.of(match, variation), **given)
