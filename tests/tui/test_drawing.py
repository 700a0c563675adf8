"""What is drawn says what the position is: every number, every mark, at every width."""

from __future__ import annotations

import re

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from game.review.lines import would_say
from game.review.standing import mover
from game.rules import NOBODY, Consequence, Kind, Phase, Rule, State, legal, play, start
from game.rules.debate import player, standing
from game.rules.legal import ready
from game.rules.reasons import Bar, motion_reasons
from game.rules.verdict import met
from game.scenario.model import Drift
from game.scenario.terms import Condition
from game.telling.changes import say_effects, tell
from game.telling.decisions import question
from game.telling.layout.cells import Row
from game.telling.layout.climb import ladder_rows
from game.telling.layout.course import close_rows, wire_rows
from game.telling.menu import menu
from game.telling.messages import number, signed
from game.telling.preview import preview
from game.telling.voice import Voice
from game.tui.draw import board_rows
from game.tui.draw.board_rows import Draw, Room
from game.tui.draw.coming import draw_news
from game.tui.draw.detail import ARGUED, draw_item
from game.tui.draw.goals import draw_goals
from game.tui.draw.styles import lines, styled
from game.tui.widgets.choices import row_of
from tests.tui.positions import SCENARIOS, Position, book_of, positions

SMALL, MIDDLE, LARGE, HUGE = (80, 24), (100, 30), (120, 40), (200, 60)
SCREENS = st.sampled_from([SMALL, MIDDLE, LARGE, HUGE])
BESIDE = {SMALL: 78, MIDDLE: 52, LARGE: 69, HUGE: 69}
"""How wide the middle of the table is."""
WIDTHS = st.sampled_from([78, 80, 118, 120, 200])
NARROW, TALL = 80, 70
SHAPES = st.sampled_from([NARROW, TALL])
"""The width of the board where each tier has a row, and where each motion has one."""


def drawn(rows: list[Content], width: int) -> list[str]:
    """The words of rows, none of which may be wider than there is room, or cut twice."""
    assert all(row.cell_length <= width for row in rows)
    assert not any("……" in row.plain for row in rows)
    return [row.plain for row in rows]


def part(of: Draw, position: Position, width: int, *, large: bool = False) -> list[str]:
    """The rows of a part of the board_rows."""
    screen = LARGE if large else (width, SMALL[1])
    return drawn(board_rows.draw(of, position.board, Room(width, screen)), width)


def laid(rows: list[Row], width: int) -> list[str]:
    """The rows of a layout."""
    return drawn(styled(rows, ("blue", "red")), width)


@given(positions(), WIDTHS)
def test_the_top_line_says_who_decides_what_and_in_which_round(
    position: Position, width: int
) -> None:
    """Always, whatever is asked of whom."""
    book, state = position.book, position.state
    (row,) = part(board_rows.header, position, width)
    assert f"Round {state.round} of {book.rounds}" in row
    asked = question(position.voice, state)
    assert asked in row or "…" in row or state.phase is Phase.END
    assert position.voice.side(state.side) in row or state.side == NOBODY
    if state.side != NOBODY and position.seats[state.side]:
        assert f"{position.seats[state.side]}, for " in row


@given(positions(), WIDTHS)
def test_every_track_is_shown_with_its_number_and_its_danger(
    position: Position, width: int
) -> None:
    """Danger has a mark besides its colour."""
    rows = part(board_rows.tracks, position, width, large=True)
    names, bars = " ".join(rows[::2]), " ".join(rows[1::2])
    for track, value in zip(position.book.scenario.tracks, position.state.tracks, strict=False):
        shown = re.search(rf"{track.name} +(\d+)(?:/(\d+))?( !+)?[▲▼]?", names)
        assert shown is not None
        assert int(shown[1]) == value
        danger = track.danger
        at_most = danger is not None and danger.at_most is not None and value <= danger.at_most
        at_least = danger is not None and danger.at_least is not None and value >= danger.at_least
        assert bool(shown[3]) == (at_most or at_least)
        if track.collapse is not None and value < track.collapse.at:
            assert shown[2] == str(track.collapse.at)
            assert (shown[3] == " !!") <= (value >= track.collapse.at - 1)
    low = sum(track.min for track in position.book.scenario.tracks)
    total = sum(position.state.tracks[: position.book.shared]) - low
    near = len(position.book.scenario.tracks)
    assert any(abs(bars.count("▆") - each * total) <= each * near for each in (1, 2))


@given(positions(), WIDTHS, st.sampled_from([0, 1]))
def test_both_scores_stand_against_their_thresholds_with_capital(
    position: Position, width: int, side: int
) -> None:
    """And with what the objectives would add if the game ended now."""
    book, state = position.book, position.state
    entry = book.scenario.sides[side]
    row = part(board_rows.sides, position, width)[side].strip()
    score, capital = state.tracks[book.score[side]], state.tracks[book.capital[side]]
    assert re.search(rf"{entry.goal_short} +{number(score)}/{entry.threshold} ", row)
    low, top = book.low[book.capital[side]], entry.capital.max
    pips = "●" * (capital - low) + "○" * (top - capital)
    assert re.search(rf" {pips} +Capital {capital}( of {top})?( |$)", row)
    points = sum(
        points
        for (owner, _, points), done in zip(book.objectives, met(book, state), strict=True)
        if owner == side and done
    )
    over = state.phase is Phase.END
    assert over or f"{signed(points)} if it ended now" in row
    assert row.startswith("▶") == (state.side == side)


@given(positions(), st.sampled_from([0, 1]), SCREENS)
def test_every_argument_shows_whether_it_is_ready_and_on_record(
    position: Position, side: int, screen: tuple[int, int]
) -> None:
    """By four marks during a debate; names may be short, but none is left out. Else, and on a
    small screen, where the list of choices has them, they fold to a count.
    """
    book, state = position.book, position.state
    width = screen[0] - 2
    rows = drawn(board_rows.draw(board_rows.sides, position.board, Room(width, screen)), width)
    of_each = len(rows) // 2
    rows = rows[side * of_each :][:of_each]
    cards = position.board.parties[side].cards
    if state.debate is None or screen == SMALL:
        assert f"hand {sum(card.ready for card in cards)}/{len(cards)}" in rows[0]
        return
    marks = {(True, False): "●", (True, True): "◆", (False, False): "○", (False, True): "◇"}
    hand = ready(book, state, side)
    expected = [
        marks[bool(hand >> index & 1), bool(state.record[side] >> index & 1)] + argument.short
        for index, argument in enumerate(book.scenario.arguments)
        if book.held[side] >> index & 1
    ]
    for seen, full in zip(rows[-1].split(), expected, strict=True):
        assert full.startswith(seen.removesuffix("…"))
        assert full == seen or (len(seen) > 3 and seen.endswith("…") and screen != HUGE)
    assert len(state.spent[side]) == sum(mark[0] in "○◇" for mark in expected)


@given(positions(), st.sampled_from([0, 1]))
def test_where_there_is_room_every_side_has_its_objectives_in_sight(
    position: Position, side: int
) -> None:
    """With what has to hold, what it is worth, and whether it holds now; on pages at any size."""
    if position.state.debate is not None:
        return
    goals = position.board.parties[side].goals
    rows = part(board_rows.sides, position, 116, large=True)[2 * side + 1]
    page = "\n".join(row.plain for row in draw_goals(position.board))
    for goal in goals:
        assert f"{'✓' if goal.met else '✗'} {goal.target} {signed(goal.points)}" in rows
        assert goal.sentence in page


def mark_of(state: State, position: Position, motion: int) -> str:
    """The mark that a motion should have, from what can be decided and what stands in the way."""
    book = position.book
    if state.carried >> motion & 1:
        return "✓"
    if book.excluded[motion] & state.carried:
        return "–"
    if any(index == motion and until >= state.round for index, until in state.barred):
        return "✗"
    on_table = state.debate is not None and state.debate.motion == motion
    reasons = () if on_table else motion_reasons(book, state, motion, mover(state))
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
    seen = position.board
    shorts = (seen.parties[0].short, seen.parties[1].short)
    rows = laid(ladder_rows(seen.ladder, shorts, width, tall=tall), width)
    (line,) = [number for number, row in enumerate(rows) if ladder.ceiling_name in row]
    assert rows[line].startswith("──" if seen.ladder.clear else "══")
    tension = state.tracks[book.ceiling]
    assert f" {tension} " in " ".join(rows[line : line + 2])
    for tier, entry in enumerate(ladder.tiers, 1):
        start = f"{tier} {entry.name}" if tall else f"{tier} "
        (at,) = [number for number, row in enumerate(rows) if row.startswith(start)]
        assert (at > line) == (tension <= entry.ceiling)
        gate = re.search(r"(\d+)(!?) *$", rows[at])
        short = state.tracks[book.gate] < entry.gate
        needed = None if gate is None else (int(gate[1]), bool(gate[2]))
        assert tall or needed == (None if tier == 1 else (entry.gate, short))
        assert not tall or seen.ladder.rungs[tier - 1].needs in rows[at]
    text = "\n".join(rows)
    folded = 0
    for index, motion in enumerate(book.scenario.motions):
        mark = mark_of(state, position, index)
        there = f"{mark} {motion.name if tall else motion.short}" in text
        folded += not there
        assert there or (mark == "✓" and not tall)
    assert folded == sum(map(int, re.findall(r"✓ (\d+) carried", text)))
    assert "…" not in text


@given(positions(), SHAPES)
def test_the_wire_tells_the_headline_to_come(position: Position, width: int) -> None:
    """With its effects, or whose choice it is; in full on the page of news."""
    book, state, voice = position.book, position.state, position.voice
    tall = width == TALL
    rows = wire_rows(position.board.wire, width, tall=tall)
    seen = " ".join(" ".join(laid(rows, width)).split())
    page = " ".join(draw_news(voice, position.board).plain.split())
    if state.wire < 0:
        assert "Nothing is on the wire" in seen
        assert "Nothing is on the wire" in page
        return
    headline = book.scenario.headlines[state.wire]
    assert headline.title in seen
    assert headline.title in page
    if headline.choice is None:
        # Words first: where both take more than two rows, the numbers are on the page.
        assert say_effects(voice, headline.effects) in seen or (len(rows) == 2 and not tall)
        assert say_effects(voice, headline.effects) in page
        return
    for option in headline.choice.options:
        told = f"{option.name}: {say_effects(voice, option.effects)}"
        assert told in page
        assert (told in seen) == tall


@given(positions())
def test_the_news_foretell_the_close_of_the_round(position: Position) -> None:
    """What would drift at the close as things stand is what drifts if nothing else happens."""
    book, state, voice = position.book, position.state, position.voice
    page = draw_news(voice, position.board).plain
    assert f"Round {state.round} of {book.rounds}" in page
    if state.phase is Phase.END:
        return
    close = " ".join(" ".join(laid(close_rows(position.board.close, 200, tall=True), 200)).split())
    for drift in book.scenario.drifts:
        happens = all(true(position, condition) for condition in drift.when)
        told = f"{drift.name}: {say_effects(voice, drift.effects)}"
        assert (f"● {told}" in page) == happens
        assert (told in close) == happens


@given(positions(), WIDTHS)
def test_where_there_is_little_room_the_close_is_one_sum(position: Position, width: int) -> None:
    state, voice = position.state, position.voice
    row = " ".join(laid(close_rows(position.board.close, width, tall=False), width))
    assert bool(row) == (state.phase is not Phase.END)
    if (close := position.board.close) is not None:
        whole = [f"{words}: {close.effects}" for words in (close.when, close.briefly)]
        fits = [words for words in whole if len(words) <= width]
        assert row.strip() == fits[0] if fits else "…" in row  # no number goes before a word
    coming = [
        drift
        for drift in position.book.scenario.drifts
        if row and all(true(position, condition) for condition in drift.when)
    ]
    moves = {name: sum(drift.effects.get(name, 0) for drift in coming) for name in names(coming)}
    for name, moved in moves.items():
        assert not moved or say_effects(voice, {name: moved}) in row or "…" in row
    assert ("nothing drifts" in row) == (bool(row) and not any(moves.values()))


def names(drifts: list[Drift]) -> set[str]:
    """The tracks that drifts move."""
    return {name for drift in drifts for name in drift.effects}


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


@given(positions(), SCREENS)
def test_every_sentence_of_a_debate_is_on_the_table(
    position: Position, screen: tuple[int, int]
) -> None:
    """In order, each with who says it and what connects it; the newest is whole, at any size; the
    list below keeps its rows, and on a small screen no row above it is empty.
    """
    seen, debate = position.board, position.state.debate
    large, width = screen != SMALL, BESIDE[screen]
    rows = drawn(board_rows.draw(board_rows.middle, seen, Room(width, screen)), width)
    text = "\n".join(rows)
    if debate is None:
        assert "On the table" not in text
        return
    assert seen.debate is not None
    top = sum(len(each(seen, Room(screen[0] - 2, screen))) for each in board_rows.TOP)
    assert top + len(rows) + board_rows.FOOT + (0 if large else board_rows.LIST) <= screen[1]
    assert large or all(map(str.strip, rows))
    flat = " ".join(text.replace("▌", " ").split())
    at = 0
    for speech, stands in zip(seen.debate.speeches, standing(debate), strict=True):
        side = player(debate, speech.place)
        assert position.voice.side(side) in speech.lead
        at = flat.index(" ".join(speech.lead.split()), at) + 1
        assert speech.stands == stands
    assert " ".join(f"{speech.lead} {speech.quoted}".split()) in flat
    assert speech.name in flat
    assert f" · {speech.fate}" in flat
    assert not speech.value or f"{speech.name} · {speech.value}" in flat
    assert (seen.debate.floor in flat) == (len(debate.chain) > 1 or not seen.debate.floor)


@given(positions())
def test_what_is_said_with_a_choice_stands_below_who_can_answer_it(position: Position) -> None:
    """Then what it pays, and the changes; of an act it is told what it is at the end."""
    book, state, voice = position.book, position.state, position.voice
    for section in menu(voice, state):
        backings = (each for item in section.items for each in item.backings)
        for item in (*section.items, *backings):
            decision = item.decision
            if decision is None or not item.open:
                continue
            words = would_say(book, state, decision)
            seen, text = preview(voice, state, decision), lines(draw_item(voice, state, item)).plain
            rows = text.split("\n")[1 + sum(it.rule is Rule.COLLAPSE for it in seen.certain) :]
            argued, about = decision.kind in ARGUED, [seen.about] if seen.about else []
            wanted = [*seen.then[:1], *about, *seen.then[1:]] if argued else [*seen.then, *about]
            assert (rows[: len(wanted)] if argued else rows[len(rows) - len(wanted) :]) == wanted
            assert words is None or seen.about.startswith(f"“{words.text}”")


def told(position: Position, consequences: tuple[Consequence, ...]) -> list[str]:
    """Consequences in words."""
    return [change for each in tell(position.voice, consequences) for change in each.changes]


@given(positions())
def test_the_preview_of_a_choice_is_what_taking_it_does(position: Position) -> None:
    """Every consequence of every open item is shown before it is taken, word for word."""
    book, state, voice = position.book, position.state, position.voice
    offered = set()
    for section in menu(voice, state):
        backings = (each for item in section.items for each in item.backings)
        for item in (*section.items, *backings):
            if not item.open:
                assert all(why in lines(draw_item(voice, state, item)).plain for why in item.closed)
            elif item.decision is not None:
                offered.add(item.decision.text)
                seen = lines(draw_item(voice, state, item)).plain
                for words in told(position, play(book, state, item.decision).consequences):
                    assert words in seen
    if state.phase not in (Phase.DRAW, Phase.END):
        assert offered == {decision.text for decision in legal(book, state)}


def test_the_answers_to_a_headline_are_read_whole_in_the_list() -> None:
    """At 80 columns, in every scenario: what else there is to say stands beside the list."""
    for scenario in SCENARIOS:
        book = book_of(scenario)
        for index, headline in enumerate(book.scenario.headlines):
            if headline.choice is None:
                continue
            side = book.side_ids.index(headline.choice.side)
            state = evolve(start(book), phase=Phase.EVENT, side=side, wire=index)
            for section in menu(Voice(book), state):
                for item in section.items:
                    assert item.label in row_of(item, section, 40).plain
