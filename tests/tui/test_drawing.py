"""What is drawn says what the position is: every number, every mark, at every width."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from game.review.menu import menu
from game.review.standing import mover
from game.review.words import plain, question, say_change, say_effects, side_name
from game.rules import NOBODY, Consequence, Kind, Phase, State, legal, play
from game.rules.debate import floor_holder, player, standing
from game.rules.legal import ready
from game.rules.reasons import Bar, motion_reasons
from game.rules.verdict import met
from game.scenario.terms import Condition
from game.tui.draw.debate import draw_debate
from game.tui.draw.detail import draw_item
from game.tui.draw.header import draw_header
from game.tui.draw.ladder import draw_ladder
from game.tui.draw.news import draw_close, draw_news
from game.tui.draw.position import Position
from game.tui.draw.sides import draw_side
from game.tui.draw.tracks import draw_tracks
from game.tui.draw.wire import draw_wire
from tests.tui.positions import positions

WIDTHS = st.sampled_from([78, 80, 118, 120, 200])
NARROW, TALL = 80, 70
SHAPES = st.sampled_from([NARROW, TALL])
"""The width of the board where each tier has a row, and where each motion has one."""


def drawn(content: Content, width: int) -> list[str]:
    """The rows of content, none of which may be wider than there is room."""
    assert all(row.cell_length <= width for row in content.split("\n", allow_blank=True))
    return content.plain.split("\n")


@given(positions(), WIDTHS)
def test_the_top_line_says_who_decides_what_and_in_which_round(
    position: Position, width: int
) -> None:
    """Always, whatever is asked of whom."""
    book, state = position.book, position.state
    (row,) = drawn(draw_header(position, width), width)
    assert f"Round {state.round} of {book.rounds}" in row
    assert question(state) in row or state.phase is Phase.END
    assert side_name(book, state.side) in row or state.side == NOBODY
    if state.side != NOBODY and position.seats[state.side]:
        assert f"({position.seats[state.side]})" in row


@given(positions(), WIDTHS)
def test_every_track_is_shown_with_its_number_and_its_danger(
    position: Position, width: int
) -> None:
    """Danger has a mark besides its colour."""
    names, bars = drawn(draw_tracks(position, width), width)
    for track, value in zip(position.book.scenario.tracks, position.state.tracks, strict=False):
        shown = re.search(rf"{track.name} (\d+)(?:/(\d+))?( !+)?", names)
        assert shown is not None
        assert int(shown[1]) == value
        danger = track.danger
        at_most = danger is not None and danger.at_most is not None and value <= danger.at_most
        at_least = danger is not None and danger.at_least is not None and value >= danger.at_least
        assert bool(shown[3]) == (at_most or at_least)
        if track.collapse is not None and value < track.collapse.at:
            assert shown[2] == str(track.collapse.at)
            assert (shown[3] == " !!") <= (value >= track.collapse.at - 1)
    total = sum(value for value in position.state.tracks[: position.book.shared])
    low = sum(track.min for track in position.book.scenario.tracks)
    assert abs(bars.count("█") - (total - low)) <= len(position.book.scenario.tracks)


@given(positions(), WIDTHS, st.sampled_from([0, 1]))
def test_both_scores_stand_against_their_thresholds_with_capital(
    position: Position, width: int, side: int
) -> None:
    """And with what the objectives would add if the game ended now."""
    book, state = position.book, position.state
    entry = book.scenario.sides[side]
    row = drawn(draw_side(position, side, width), width)[0]
    score, capital = state.tracks[book.score[side]], state.tracks[book.capital[side]]
    assert f"{entry.goal_short} {plain(score)}/{entry.threshold} " in row
    assert row.endswith(f"{capital}/{entry.capital.max}")
    points = sum(
        points
        for (owner, _, points), done in zip(book.objectives, met(book, state), strict=True)
        if owner == side and done
    )
    assert f"{points} if it ended now" in row
    assert row.startswith("▶") == (state.side == side)


@given(positions(), st.sampled_from([0, 1]))
def test_every_argument_shows_whether_it_is_ready_and_on_record(
    position: Position, side: int
) -> None:
    """By four marks; none is cut off at 80 columns."""
    book, state = position.book, position.state
    row = drawn(draw_side(position, side, NARROW), NARROW)[1]
    marks = {(True, False): "●", (True, True): "◆", (False, False): "○", (False, True): "◇"}
    hand = ready(book, state, side)
    expected = [
        marks[bool(hand >> index & 1), bool(state.record[side] >> index & 1)] + argument.short
        for index, argument in enumerate(book.scenario.arguments)
        if book.held[side] >> index & 1
    ]
    assert row.split() == expected
    assert len(state.spent[side]) == sum(mark[0] in "○◇" for mark in expected)


def mark_of(state: State, position: Position, motion: int) -> str:
    """The mark that a motion should have, from what can be decided and what stands in the way."""
    book = position.book
    if state.carried >> motion & 1:
        return "✓"
    if any(index == motion and until >= state.round for index, until in state.barred):
        return "✗"
    reasons = motion_reasons(book, state, motion, mover(state))
    if [reason.bar for reason in reasons] == [Bar.CAPITAL]:
        return "$"
    if state.phase is Phase.TURN:
        tabled = {each.subject for each in legal(book, state) if each.kind is Kind.TABLE}
        return "○" if motion in tabled else "·"
    return "·" if reasons else "○"


@given(positions(), SHAPES)
def test_the_ladder_marks_every_motion_and_the_ceiling_lies_where_tension_puts_it(
    position: Position, width: int
) -> None:
    """Above the line no tier is open to motions without the exempt tag, below it every one is."""
    book, state = position.book, position.state
    ladder = book.scenario.ladder
    tall = width == TALL
    rows = drawn(draw_ladder(position, width, tall=tall), width)
    (line,) = [number for number, row in enumerate(rows) if row.startswith("══")]
    tension = state.tracks[book.ceiling]
    assert f"{tension} " in rows[line]
    for tier, entry in enumerate(ladder.tiers, 1):
        start = f"Tier {tier} " if tall else f"{tier} "
        (at,) = [number for number, row in enumerate(rows) if row.startswith(start)]
        assert (at > line) == (tension <= entry.ceiling)
        gate = re.search(r"(\d+)(!?) *$", rows[at])
        assert gate is not None
        assert (int(gate[1]), bool(gate[2])) == (entry.gate, state.tracks[book.gate] < entry.gate)
    text = "\n".join(rows)
    for index, motion in enumerate(book.scenario.motions):
        name = motion.name if tall else motion.short
        assert f"{mark_of(state, position, index)} {name}" in text
    assert "…" not in text


@given(positions(), SHAPES)
def test_the_wire_tells_the_headline_to_come(position: Position, width: int) -> None:
    """With its effects, or whose choice it is; in full on the page of news."""
    book, state = position.book, position.state
    tall = width == TALL
    seen = " ".join(" ".join(drawn(draw_wire(position, width, tall=tall), width)).split())
    page = " ".join(draw_news(book, state).plain.split())
    if state.wire < 0:
        assert "nothing" in seen
        assert "Nothing." in page
        return
    headline = book.scenario.headlines[state.wire]
    assert headline.title[:20] in seen
    assert headline.title in page
    if headline.choice is None:
        assert say_effects(book, headline.effects) in seen
        assert say_effects(book, headline.effects) in page
        return
    for option in headline.choice.options:
        told = f"{option.name}: {say_effects(book, option.effects)}"
        assert told in page
        assert (told in seen) == tall


@given(positions())
def test_the_news_foretell_the_close_of_the_round(position: Position) -> None:
    """What would drift at the close as things stand is what drifts if nothing else happens."""
    book, state = position.book, position.state
    page = draw_news(book, state).plain
    close = " ".join("\n".join(drawn(draw_close(position, TALL, tall=True), TALL)).split())
    for drift in book.scenario.drifts:
        happens = all(true(position, condition) for condition in drift.when)
        assert (f"● {drift.name}: {say_effects(book, drift.effects)}" in page) == happens
        if state.phase is not Phase.END:
            assert (f"{drift.name}: {say_effects(book, drift.effects)}" in close) == happens
    assert f"Round {state.round} of {book.rounds}" in page


@given(positions(), WIDTHS)
def test_where_there_is_little_room_the_close_is_one_sum(position: Position, width: int) -> None:
    book, state = position.book, position.state
    row = " ".join(drawn(draw_close(position, width, tall=False), width))
    assert bool(row) == (state.phase is not Phase.END)
    coming = [
        drift
        for drift in book.scenario.drifts
        if row and all(true(position, condition) for condition in drift.when)
    ]
    for name in {name for drift in coming for name in drift.effects}:
        if moved := sum(drift.effects.get(name, 0) for drift in coming):
            assert say_effects(book, {name: moved}) in row
    assert ("nothing" in row) == (bool(row) and not coming)


def true(position: Position, condition: Condition) -> bool:
    """Whether a condition of a drift holds, read plainly."""
    book, state = position.book, position.state
    if condition.round is not None:
        return (condition.round == "odd") == (state.round % 2 == 1)
    if condition.from_round is not None:
        return state.round >= condition.from_round
    motions = [motion for n, motion in enumerate(book.scenario.motions) if state.carried >> n & 1]
    if condition.carried is not None:
        return condition.carried in [motion.id for motion in motions]
    if condition.track is not None:
        value = state.tracks[book.track(condition.track)]
    elif condition.tag is not None:
        value = sum(condition.tag in motion.tags for motion in motions)
    else:
        value = sum(not motion.carried_at_start for motion in motions)
    least = condition.at_least is None or value >= condition.at_least
    return least and (condition.at_most is None or value <= condition.at_most)


@given(positions())
def test_the_debate_is_a_chain_and_says_who_holds_the_floor(position: Position) -> None:
    """Claim, rebuttal and rejoinders in order, each by whom it was played."""
    book, debate = position.book, position.state.debate
    (row,) = drawn(draw_debate(position, NARROW, tall=False), NARROW)
    tall = "\n".join(drawn(draw_debate(position, TALL, tall=True), TALL))
    drawn(draw_debate(position, 48, tall=True), 48)
    if debate is None:
        assert not row
        assert "No motion" in tall
        return
    motion = book.scenario.motions[debate.motion]
    sides = book.scenario.sides
    chain = " ← ".join(
        f"{sides[player(debate, place)].short} {book.scenario.arguments[argument].short}"
        for place, argument in enumerate(debate.chain)
    )
    assert f"{motion.short}: {chain}"[:60] in row
    holder = sides[floor_holder(debate)].short
    replied = len(debate.chain) > 1
    assert row.endswith(f"floor: {holder}") == replied
    assert (f"{holder} holds the floor" in tall) == ("floor" in f"{row}{tall}") == replied
    entries = tall.split("\n")[1 : 1 + len(debate.chain)]
    for entry, argument, stands in zip(entries, debate.chain, standing(debate), strict=True):
        assert book.scenario.arguments[argument].name[:14] in entry
        assert ("stands" in entry) == stands
    assert motion.name in tall


def told(position: Position, consequences: tuple[Consequence, ...]) -> list[str]:
    """Consequences in words."""
    return [words for each in consequences if (words := say_change(position.book, each))]


@given(positions())
def test_the_preview_of_a_choice_is_what_taking_it_does(position: Position) -> None:
    """Every consequence of every open item is shown before it is taken, word for word."""
    book, state = position.book, position.state
    offered = set()
    for section in menu(book, state):
        backings = (each for item in section.items for each in item.backings)
        for item in (*section.items, *backings):
            if not item.open:
                assert all(
                    reason[1:] in draw_item(book, state, item).plain for reason in item.closed
                )
            elif item.decision is not None:
                offered.add(item.decision.text)
                seen = draw_item(book, state, item).plain
                for words in told(position, play(book, state, item.decision).consequences):
                    assert words in seen
    if state.phase not in (Phase.DRAW, Phase.END):
        assert offered == {decision.text for decision in legal(book, state)}
