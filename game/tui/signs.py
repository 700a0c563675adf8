"""Text as bytes for terminals of every encoding.

Where an encoding lacks a sign of the board, another of the same width stands for it, so that no
two that mean different things look alike. Letters lose their accents.
"""

from __future__ import annotations

import codecs
import unicodedata
from typing import Final

from rich.cells import cell_len

UNKNOWN: Final = "?"

# What the board means, one sign each; then what lines and bars are drawn with; then punctuation.
_MEANINGS: Final = {
    **dict(zip("●○✓✗·▶◆◇◦■□▲▼•✎⏎⌫", "*o+x.>@~,=[^v'&<\\", strict=True)),
    **dict.fromkeys("█▆", "#"),
    "▓": "%",
    **dict.fromkeys("░▒", ":"),
}
_DRAWN: Final = {
    **dict.fromkeys("─━╌╍┄┅┈┉═╸╺╼╾▔▀🬂🬋", "-"),
    **dict.fromkeys("│┃╎╏┆┇┊┋║╷╵╻╹╽╿▏▎▍▌▐▕▋▊▉", "|"),
    **dict.fromkeys("┌┐└┘┏┓┗┛╭╮╰╯├┤┬┴┼┣┫┳┻╋╔╗╚╝╠╣╦╩╬╞╡", "+"),
    **dict.fromkeys("▁▂▃▄▅▆▇▖▗▘▝▙▛▜▟", "_"),
    # What curves are drawn with: braille, a dot or more.
    **dict.fromkeys(map(chr, range(0x2801, 0x2900)), "."),
}
_WRITTEN: Final = {
    **dict.fromkeys("−–—‐‑‒", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚‹›", "'"),
    **dict(zip("→←↑↓≥≤≈×…¶§◂", "><^v><~x~P$<", strict=True)),
}
SIGNS: Final = _WRITTEN | _DRAWN | _MEANINGS
"""What stands for a character where there is no other way, each in one cell."""


def sign(character: str) -> str:
    """What is shown of a character in ASCII: as wide as it is.

    >>> sign("●"), sign("é"), sign("語"), sign("Ж")
    ('*', 'e', '??', '?')
    """
    if (known := SIGNS.get(character)) is not None:
        return known
    width = cell_len(character)
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain if plain and len(plain) == width else UNKNOWN * width


def in_signs(error: UnicodeError) -> tuple[str, int]:
    """Signs for the characters that an encoding lacks; for ``codecs.register_error``."""
    assert isinstance(error, UnicodeEncodeError)  # it is registered for an output
    return "".join(map(sign, error.object[error.start : error.end])), error.end


def encoded(text: str, encoding: str) -> bytes:
    r"""Text for a terminal of an encoding; it never fails.

    >>> encoded("● “é”", "ascii"), encoded("█░●", "koi8-r")
    (b'* "e"', b'\x8d\x90*')
    """
    return text.encode(encoding, _NAME)


_NAME: Final = "game.signs"
codecs.register_error(_NAME, in_signs)
