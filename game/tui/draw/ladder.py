"""The ladder of motions, tier above tier, and the glass ceiling as a line across it."""

from __future__ import annotations

from textual.content import Content

from game.review.standing import Standing, ceiling_tier, standing
from game.review.words import signed, track_name
from game.rules.reasons import motion_price
from game.tui.draw.ink import BAD, DIM, GOOD, STRONG, WARN, lines, say, spread
from game.tui.draw.position import Position

MARKS = {
    Standing.CARRIED: "✓",
    Standing.OPEN: "○",
    Standing.DEAR: "$",
    Standing.BARRED: "✗",
    Standing.CLOSED: "·",
}
"""How a motion is marked, by how it stands for the side whose turn it is."""

_STYLES = {
    Standing.CARRIED: f"bold {GOOD}",
    Standing.OPEN: STRONG,
    Standing.DEAR: WARN,
    Standing.BARRED: BAD,
    Standing.CLOSED: DIM,
}

LEGEND = "  ".join(f"{mark} {each.value}" for each, mark in MARKS.items())


def draw_ladder(position: Position, width: int, *, tall: bool) -> Content:
    """The ladder, highest tier first: a row for each tier, or if ``tall`` one for each motion."""
    ladder = position.book.scenario.ladder
    rows: list[Content] = []
    top = ceiling_tier(position.book, position.state)
    for tier in range(len(ladder.tiers), 0, -1):
        if tier == top:
            rows.append(_ceiling(position, width))
        rows.extend(_tall(position, tier, width) if tall else [_row(position, tier, width)])
    if top == 0:
        rows.append(_ceiling(position, width))
    return lines(rows)


def _ceiling(position: Position, width: int) -> Content:
    """The line itself. At the very top nothing is above it."""
    book = position.book
    ladder = book.scenario.ladder
    tension = position.state.tracks[book.ceiling]
    clear = ceiling_tier(book, position.state) == len(ladder.tiers)
    name = f" {ladder.ceiling_name}: {track_name(book, ladder.ceiling).lower()} {tension} "
    text = name + ("closes nothing " if clear else f"(only {ladder.exempt} passes) ")
    style = DIM if clear else f"bold {WARN}"
    return say(("══", style), (text, style), ("═" * max(0, width - len(text) - 2), style))


def _gate(position: Position, tier: int, *, named: bool = True) -> Content:
    """What the tier needs of the gate track."""
    book = position.book
    ladder = book.scenario.ladder
    gate = ladder.tiers[tier - 1].gate
    shut = position.state.tracks[book.gate] < gate
    name = f"{track_name(book, ladder.gate).lower()} " if named else ""
    return say((f"{name}{gate}{'!' if shut else ' '}", f"bold {WARN}" if shut else DIM))


def _row(position: Position, tier: int, width: int) -> Content:
    cells = []
    for index, motion in enumerate(position.book.scenario.motions):
        if motion.tier == tier:
            stands, _ = standing(position.book, position.state, index)
            on_table = position.state.debate and position.state.debate.motion == index
            style = f"{_STYLES[stands]} reverse" if on_table else _STYLES[stands]
            cells.append(say((f"{MARKS[stands]} {motion.short}", style)))
    # Where a tier has many motions, the gaps give way first, and then the name of the track.
    for gap, named in (("  ", True), (" ", True), (" ", False)):
        left = say((f"{tier} ", STRONG), Content(gap).join(cells))
        gate = _gate(position, tier, named=named)
        if left.cell_length + gate.cell_length < width:
            break
    return spread(left, gate, width)


def _tall(position: Position, tier: int, width: int) -> list[Content]:
    book, state = position.book, position.state
    ladder = book.scenario.ladder
    limit = f"{track_name(book, ladder.ceiling).lower()} ≤ {ladder.tiers[tier - 1].ceiling}  "
    title = say((f"Tier {tier} – {ladder.tiers[tier - 1].name}", DIM))
    rows = [spread(title, say((limit, DIM), _gate(position, tier)), width)]
    for index, motion in enumerate(book.scenario.motions):
        if motion.tier != tier:
            continue
        stands, _ = standing(book, state, index)
        style = _STYLES[stands]
        if state.debate is not None and state.debate.motion == index:
            style = f"{style} reverse"
        worth = "  ".join(
            f"{side.short} {signed(motion.value.get(side.id, 0)):>2}"
            for side in book.scenario.sides
        )
        price = "" if stands is Standing.CARRIED else f"cost {motion_price(book, state, index)}  "
        name = say((f"  {MARKS[stands]} {motion.name}", style))
        rows.append(spread(name, say((price, style), (worth, DIM)), width))
    return rows
