"""Keys by place: on a keyboard of another layout, the key at the same place does the same."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from textual.keys import _character_to_key

from game.settings.settings import ANY_LAYOUT


@cache
def layouts() -> dict[str, dict[str, str]]:
    """By language: what a US keyboard has in the place of each character."""
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {language: _places(**layout) for language, layout in read.items()}


def _places(name: str, keys: list[str]) -> dict[str, str]:
    """The places of one layout, from its rows."""
    places: dict[str, str] = {}
    for there, here in zip(keys[::2], keys[1::2], strict=True):
        if len(there) != len(here):
            raise ValueError(f"rows of different lengths in the layout {name}")
        places |= {each: at for each, at in zip(there, here, strict=True) if not each.isascii()}
    return places


@cache
def at_place_of(character: str, layout: str = ANY_LAYOUT) -> str:
    """The character that a US keyboard has in the place of one; nothing if that is not known.

    Args:
        character: what a keyboard of another layout has there.
        layout: the code of that layout, or ``any``; another word is none.
    """
    found = (
        places[character]
        for code, places in layouts().items()
        if layout in (code, ANY_LAYOUT) and character in places
    )
    return next(found, "")


def others(key: str, layout: str = ANY_LAYOUT) -> Iterator[str]:
    """What else a key may mean that means nothing by itself, the likeliest first.

    Args:
        key: as Textual names it.
        layout: whose keys are taken by their place.

    >>> list(others("й")), list(others("П")), list(others("Q")), list(others("ctrl+с"))
    (['q'], ['G', 'g'], ['q'], ['ctrl+c'])
    >>> list(others("х")), list(others("q")), list(others("comma"))
    (['left_square_bracket'], [], [])
    >>> list(others("й", "ru")), list(others("й", "none"))
    (['q'], [])
    """
    *modifiers, character = key.split("+")
    if len(character) != 1:
        return
    if not character.isascii():
        character = at_place_of(character, layout)
        if not character:
            return
        yield "+".join([*modifiers, _character_to_key(character)])
    # With Caps Lock on, the capital is what comes.
    if character.isascii() and character.isupper():
        yield "+".join([*modifiers, character.lower()])
