"""Two curves are told apart with colour and without, and their ends are named beside them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.telling.layout.cells import DIM, SIDES, length, text
from game.telling.layout.curves import CurveScale, SideCurve, curve_rows

scores = st.lists(st.integers(-9, 60), min_size=1, max_size=12)


def drawn(
    one: list[int], other: list[int], needed: int, *, width: int = 76, high: int = 4
) -> tuple[list[str], set[str]]:
    """Both curves as rows of text, and all looks in them."""
    last = max(len(one), len(other)) - 1
    every = [*one, *other, needed, 0]
    scale = CurveScale(
        low=min(every),
        high=max(*every, 1),
        numbers=((needed, str(needed)), (min(every), str(min(every)))),
        last=last,
        across=((needed, DIM),),
        names=tuple((each, str(each + 1)) for each in range(last + 1)),
        about="round",
    )
    curves = (SideCurve(tuple(enumerate(one)), "Here"), SideCurve(tuple(enumerate(other)), "There"))
    rows = curve_rows(curves, scale, width, high)
    assert all(length(row) <= width for row in rows)
    return [text(row) for row in rows], {look for row in rows for _, look in row}


@given(scores, scores, st.integers(1, 40), st.integers(60, 120), st.integers(4, 10))
def test_both_curves_are_seen_with_their_ends_named(
    one: list[int], other: list[int], needed: int, width: int, high: int
) -> None:
    """And the first and the last number below them."""
    rows, looks = drawn(one, other, needed, width=width, high=high)
    assert len(rows) == high + 1
    assert sum(row.endswith("Here") for row in rows) == 1
    assert sum(row.endswith("There") for row in rows) == 1
    above = [each for row in rows for each in ("Here", "There") if row.endswith(each)]
    assert above == (["Here", "There"] if one[-1] >= other[-1] else ["There", "Here"])
    assert {*SIDES} <= looks
    assert any(row.lstrip().startswith(str(needed)) for row in rows)
    assert rows[-1].split()[0] == "round"
    assert rows[-1].split()[-1] == str(max(len(one), len(other)))


@given(st.integers(0, 20), st.integers(0, 20))
def test_without_colour_the_second_curve_has_fewer_dots(one: int, other: int) -> None:
    def dots(rows: list[str]) -> int:
        return sum(
            (ord(each) - 0x2800).bit_count() for row in rows for each in row if each >= "\u2800"
        )

    needed = 40
    nothing = dots(drawn([-9], [-9], needed)[0])
    first = dots(drawn([one] * 5, [-9], needed)[0]) - nothing
    second = dots(drawn([-9], [other] * 5, needed)[0]) - nothing
    assert 0 < 2 * second < first


def test_where_the_curves_meet_both_colours_are_seen_and_no_third() -> None:
    _, apart = drawn([1, 2, 3], [30, 31, 32], 27)
    _, together = drawn([5, 6, 7], [5, 6, 7], 27)
    assert {*SIDES} <= together == apart
