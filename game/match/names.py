"""Names of saves: short, plain, and the same on every system."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from typing import Final

from game.match.errors import SaveError
from game.text import shown
from game.text.filename import is_device

SUFFIX: Final = ".jsonl"
"""How the file of a save ends."""

LONGEST: Final = 40

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def is_slug(name: str) -> bool:
    """Whether a name can be the name of a save.

    >>> is_slug("second-try"), is_slug("../second"), is_slug("con")
    (True, False, False)
    """
    return _SLUG.fullmatch(name) is not None and not is_device(name)


def is_path(name: str) -> bool:
    """Whether a file is meant, and not a save by its bare name.

    >>> is_path("x"), is_path("x.jsonl"), is_path("./x"), is_path("x.txt")
    (False, True, True, False)
    """
    separators = ("/", os.sep, os.altsep)
    return name.endswith(SUFFIX) or any(each and each in name for each in separators)


def slug_of(title: str) -> str:
    """A name for a save made of a title, or ``"match"`` if nothing of it can be used.

    >>> slug_of("Über Kaffee, 2nd try!"), slug_of("..."), slug_of("CON")
    ('uber-kaffee-2nd-try', 'match', 'con-match')
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST].strip("-")
    if is_device(slug):
        return f"{slug}-match"
    return slug or "match"


def checked_slug(name: str) -> str:
    """The name itself.

    Raises:
        SaveError: it cannot be the name of a save; the message suggests one that can.
    """
    if not is_slug(name):
        raise SaveError(
            f"{shown(name)} cannot be the name of a save: up to {LONGEST} letters a-z, digits and "
            f"hyphens, such as {slug_of(name[:200])!r}"
        )
    return name


def numbered(stem: str) -> Iterator[str]:
    """The name itself, and further ones with a number behind it, for where it is taken.

    >>> from itertools import islice
    >>> list(islice(numbered("coffee"), 3))
    ['coffee', 'coffee-2', 'coffee-3']
    """
    yield stem
    for number in count(2):
        tail = f"-{number}"
        yield stem[: LONGEST - len(tail)].rstrip("-") + tail
