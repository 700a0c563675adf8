"""Signs for terminals that cannot show all characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from game.tui.signs import SIGNS, UNKNOWN, encoded, sign
from tests.tui.snapshots import FOLDER

MEANINGS = "●○◆◇◦✓✗·▶■□✎⏎⌫█░▲▼"
"""The signs of the board that mean different things."""
ENCODINGS = ("ascii", "koi8-r", "iso8859-5", "cp1252", "cp437", "utf-8")


def test_signs_that_mean_different_things_look_different() -> None:
    """In ASCII, and from those that mean something there: prices, warnings and questions."""
    assert len({sign(each) for each in MEANINGS} | set("$!?-_|")) == len(MEANINGS) + 6


def test_every_character_of_every_screen_has_a_sign() -> None:
    """None of the frames, bars and marks is left to a question mark."""
    seen = {character for path in FOLDER.glob("*.txt") for character in path.read_text("utf-8")}
    assert {each for each in seen - set(SIGNS) if UNKNOWN in sign(each)} <= {UNKNOWN}


@given(st.sampled_from(ENCODINGS), st.text())
def test_every_text_is_written_in_every_encoding(encoding: str, text: str) -> None:
    """And what stands for a character is as wide as it is."""
    assert isinstance(encoded(text, encoding), bytes)
    for character in text:
        assert cell_len(sign(character)) == cell_len(character)
        assert sign(character).isascii()


def test_a_lone_half_of_a_character_is_unknown() -> None:
    """It can be written in no encoding."""
    assert encoded("a\ud800b", "utf-8") == b"a?b"
