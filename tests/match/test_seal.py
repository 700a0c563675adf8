"""The seal of a line: a hash over the bytes before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.match.line import MOST_DIGITS, Plain, members_of, seal, sealed
from game.match.scan import scan
from tests.match.test_forgery import resealed

WHOLE = st.integers(-(10 ** (MOST_DIGITS - 1)) + 1, 10 ** (MOST_DIGITS - 1) - 1)
"""What a line can hold: the sign counts as a digit."""


@given(
    st.dictionaries(
        st.text(max_size=5).filter(lambda name: name != "h"),
        WHOLE | st.text(max_size=9) | st.none() | st.booleans(),
        min_size=1,
        max_size=5,
    )
)
def test_members_come_back_from_their_line(members: Plain) -> None:
    """Sealing and reading are inverse, and a line is ASCII that ends in its only line feed."""
    line = seal(members)
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert sealed(line[:-1])
    assert members_of(line[:-1]) == members


@given(st.binary(max_size=200))
def test_bytes_are_a_line_only_if_their_hash_is_right(data: bytes) -> None:
    """Whatever else they are, with a seal or without."""
    assert not sealed(data)
    assert sealed(resealed(data))
    assert not sealed(resealed(data) + b"\n")
    assert scan(data).lines == ()
