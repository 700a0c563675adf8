"""Words are broken into rows between words, and never within a figure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.text.cells import wrapped
from game.tui.draw import styles

PIECES = st.sampled_from(
    ["Trust 3 → 4", "US goals 0 → −1", "Tension ≤ 5 +2", "for", "what", "it shares", "RU +4"]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), st.integers(14, 40))
def test_a_change_is_never_broken(words: str, width: int) -> None:
    """In plain mode, on the board and in what is told beside it."""
    told = [row.plain.rstrip() for row in styles.wrapped(styles.say(words), width)]
    for rows in (list(wrapped(words, width)), told):
        assert " ".join(rows) == words
        assert all(len(row) <= width for row in rows)
        assert not any(row[0] in "→≤+−" or row[-1] in "→≤" for row in rows)
