"""What kinds of value a scenario is made of, and a save.

The model says of each of its fields which kind it is, as ``Annotated[str, Words(60)]``. From
that one statement the reader knows what to accept, the schema what to promise to an editor, and
a translation which strings are for people.
"""

from __future__ import annotations

import re
from typing import Final

from game.value import frozen

SPELLING: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
"""How an id is spelt."""

SIZE: Final = 256 * 1024
"""The largest scenario file, in bytes."""

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
"""How a language is written: ``ru``, ``pt-BR``."""

COLORS: Final = ("blue", "cyan", "green", "magenta", "red", "yellow")
"""The colours that have a name; any other is written as ``#rrggbb``."""


@frozen
class Name:
    """An id, by which other places of the file, decisions and journals name an entry."""


@frozen
class Ref:
    """The id of an entry that stands elsewhere in the file.

    ``to`` is ``"side"``, ``"track"`` (a shared one), ``"number"`` (a shared track or a side's
    capital or score), ``"motion"``, ``"tag"``, ``"argument"``, ``"value"`` or ``"ending"``.
    """

    to: str


@frozen
class Tag:
    """A word that motions share."""


@frozen
class Words:
    """Words for people, at most so many characters.

    With ``lines`` the author may break lines, which become spaces; with ``paragraphs`` blank
    lines part paragraphs. ``cited`` words name a place in a source and are the same in every
    language.
    """

    most: int
    lines: bool = False
    paragraphs: bool = False
    cited: bool = False


@frozen
class Verbatim:
    """A text that is taken as it stands, at most so many characters; it may be empty.

    With ``lines`` it may have line breaks. Without a most whatever it holds is taken: another
    reader looks at it.
    """

    most: int | None = None
    lines: bool = False


@frozen
class Tint:
    """A colour: one of ``COLORS`` or ``#rrggbb``."""


@frozen
class Whole:
    """A whole number between two bounds, both included."""

    least: int
    most: int


@frozen
class Many:
    """A list or table with so many entries; ``once`` if none may stand in it twice."""

    least: int
    most: int
    once: bool = False
