"""What is sent is what differs; what is seen is the same as if everything were sent."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from game.tui.shown import TerminalShown, regions

WIDTH, HEIGHT = 12, 4
CONSOLE = Console(width=WIDTH, height=HEIGHT)
_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H|\n|([^\x1b\n])")

Update = LayoutUpdate | ChopsUpdate


class Grid:
    """A terminal of a few cells."""

    def __init__(self) -> None:
        self.rows = [["·"] * WIDTH for _ in range(HEIGHT)]

    def write(self, sequences: str) -> None:
        """Take text, and moves of the cursor."""
        x = y = 0
        for found in _MOVE.finditer(sequences):
            if found[1]:
                y, x = int(found[1]) - 1, int(found[2]) - 1
            elif found[3]:
                self.rows[y][x] = found[3]
                x += 1


@st.composite
def updates(draw: st.DrawFn) -> Update:
    """The whole screen, or spans of some rows, in pieces between cuts."""
    chops: list[dict[int, Strip | None]] = []
    ends: list[list[int]] = []
    for _ in range(HEIGHT):
        inner = draw(st.sets(st.integers(1, WIDTH - 1), max_size=3))
        cuts = [0, *sorted(inner), WIDTH]
        ends.append(cuts[1:])
        chops.append({})
        for start, end in pairwise(cuts):
            letters = draw(st.sampled_from("abc")) * (end - start)
            # In parts of which some are as they were.
            middle = draw(st.integers(0, end - start))
            some = draw(st.sampled_from("abc")) * (end - start - middle)
            parts = [Segment(each) for each in (letters[:middle], some) if each]
            chops[-1][start] = Strip(parts, end - start)
    if draw(st.booleans()):
        lines: list[Any] = [list(row.values()) for row in chops]
        return LayoutUpdate(lines, Region(0, 0, WIDTH, HEIGHT))
    spans = []
    for y in sorted(draw(st.sets(st.integers(0, HEIGHT - 1), min_size=1))):
        first = draw(st.integers(0, WIDTH - 1))
        spans.append((y, first, draw(st.integers(first + 1, WIDTH))))
    return ChopsUpdate(chops, spans, ends)


@given(st.lists(updates(), max_size=8))
def test_what_is_seen_is_what_was_drawn(drawn: list[Update]) -> None:
    """However the pieces of one update lie across those of the last."""
    shown, whole, differing = TerminalShown(), Grid(), Grid()
    for update in drawn:
        whole.write(update.render_segments(CONSOLE))
        differing.write(shown.difference(update, CONSOLE).sequences)
        assert differing.rows == whole.rows


@given(updates())
def test_nothing_is_sent_twice(update: Update) -> None:
    """Until the terminal is known no more."""
    shown = TerminalShown()
    first = shown.difference(update, CONSOLE).sequences
    assert first
    assert not shown.difference(update, CONSOLE).sequences
    shown.forget()
    assert shown.difference(update, CONSOLE).sequences == first


def _plain(part: Segment) -> bool:
    """Whether no terminal can see it otherwise."""
    return all(each.isascii() or each == "✓" for each in part.text)


WORDS = st.lists(
    st.sampled_from(["a", "bc", "東", "e\u0301", "✓ ", "👍🏽"]), min_size=1, max_size=6
)


@given(WORDS, WORDS, st.integers(0, 5))
def test_of_a_row_only_the_parts_are_sent_that_are_others(
    before: list[str], after: list[str], same: int
) -> None:
    """And after a character whose width a terminal may see otherwise all the rest of the row."""
    after = [*before[:same], *after]
    strips = [Strip([Segment(each) for each in words]) for words in (before, after)]
    width = max(strip.cell_length for strip in strips)
    strips = [strip.extend_cell_length(width) for strip in strips]
    shown = TerminalShown()
    old, new = (tuple(strip) for strip in strips)
    for strip in strips:
        update = LayoutUpdate([[strip]], Region(0, 0, width, 1))
        sent = shown.difference(update, CONSOLE).sequences
    pairs = list(zip(old, new, strict=False))
    left = next((n for n, (a, b) in enumerate(pairs) if a != b or not _plain(a)), len(pairs))
    if old == new:
        assert sent == ""
        return
    column = sum(each.cell_length for each in new[:left])
    assert sent.startswith(f"\x1b[1;{column + 1}H")
    words = "".join(each.text for each in new[left:])
    written = _MOVE.sub(lambda found: found[3] or "", sent)
    assert words.startswith(written)
    rest = words[len(written) :]
    odd = any(not _plain(each) for each in (*old[left:], *new[left:]))
    assert not (odd and rest)
    assert "".join(each.text for each in old).endswith(rest)


@given(updates())
def test_an_update_that_is_not_sent_says_where_it_was(update: Update) -> None:
    """Every cell that it draws lies in one of its regions."""
    grid = Grid()
    spots = regions(update)
    if isinstance(update, ChopsUpdate):
        assert spots == {Region(x, y, end - x, 1) for y, x, end in update.spans}
    else:
        grid.write(update.render_segments(CONSOLE))
        assert all("·" not in row for row in grid.rows)
        assert spots == {Region(0, 0, WIDTH, HEIGHT)}


@pytest.mark.parametrize("odd", ["🇺🇸", "❤️", "👍🏽", "中é", "한", "e\u0301", "a\u200db"])
def test_behind_what_terminals_see_otherwise_all_is_sent_again(odd: str) -> None:
    """Though it is thought to be as wide as it has characters."""
    shown, sent = TerminalShown(), ""
    for words in ("one", "two"):
        strip = Strip([Segment(words), Segment(odd), Segment("behind")])
        update = LayoutUpdate([[strip]], Region(0, 0, strip.cell_length, 1))
        sent = shown.difference(update, CONSOLE).sequences
    assert sent.endswith(f"two{odd}behind")
