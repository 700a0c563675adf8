"""Names: which known one was probably meant, and which cannot be told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

_LONGEST: Final = 60
"""Longer words are not compared: nobody meant a known one by them."""


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word nearest to another, or ``""`` if none is near.

    >>> nearest("explode", ["add", "expand", "remove"])
    'expand'
    >>> nearest("Thraet", ["trust", "threat"])
    'threat'
    """
    if len(word) > _LONGEST:
        return ""
    # Of two that are written alike the first is taken.
    plain = {_plain(each): each for each in reversed(known)}
    close = get_close_matches(_plain(word), list(plain), n=1, cutoff=0.5)
    return plain[close[0]] if close else ""


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def alike(text: str) -> str:
    """What two names share that look alike: compatibility forms, case and spaces are levelled.

    >>> alike("Ｔrain  THEM") == alike("train them")
    True
    """
    levelled = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(levelled.split())
