"""What a list of saves shows, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Entry
from game.match.entry import Known
from game.review.saves import KINDS, ORDERS, fits, in_order

ENTRIES = st.builds(
    Entry,
    st.text(max_size=3),
    st.just(Path("x.jsonl")),
    modified=st.integers(0, 3),
    known=st.sampled_from(Known),
    scenario=st.sampled_from(("a", "b")),
    round=st.integers(0, 3),
    decisions=st.integers(0, 3),
    shipped=st.booleans(),
)


@pytest.mark.parametrize("by", ORDERS)
@given(entries=st.lists(ENTRIES))
def test_every_order_lists_each_save_once_and_what_is_unknown_last(
    by: str, entries: list[Entry]
) -> None:
    """Unless the folder itself tells what is sorted by."""
    listed = in_order(entries, by)
    assert sorted(map(repr, listed)) == sorted(map(repr, entries))
    known = [entry.looked_at for entry in listed]
    assert ORDERS[by].at_a_glance or known == sorted(known, reverse=True)


@given(ENTRIES)
def test_every_save_is_of_a_kind(entry: Entry) -> None:
    """It goes on, is over, is damaged, comes with the game, or nobody has looked at it."""
    assert fits(entry, "")
    assert fits(entry, entry.slug.upper()) or entry.slug.upper().casefold() != entry.slug.casefold()
    assert entry.shipped or any(
        KINDS[kind](entry) for kind in ("going", "over", "damaged", "unseen")
    )
