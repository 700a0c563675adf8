"""What is coming, as rows: the headline on the wire, and the drifts at the close of the round."""

from __future__ import annotations

from collections import Counter

from textual.content import Content

from game.review.words import cite, say_effects, side_name, signed
from game.rules import Phase, Rulebook, State
from game.rules.conditions import holds
from game.scenario.model import Drift
from game.tui.draw.ink import DIM, GOOD, STRONG, WARN, lines, say
from game.tui.draw.position import Position


def draw_news(book: Rulebook, state: State) -> Content:
    """Everything that is known about what comes by itself."""
    return lines([*_wire(book, state), say(""), *_close(book, state), say(""), *_end(book, state)])


def draw_close(position: Position, width: int, *, tall: bool) -> Content:
    """What the close of the round will bring as things stand; if ``tall`` with the causes."""
    book, state = position.book, position.state
    if state.phase is Phase.END:
        return Content()
    coming = [drift for drift, happens in _drifts(book, state) if happens]
    if not tall:
        moved: Counter[str] = Counter()
        for drift in coming:
            moved.update(drift.effects)
        effects = say_effects(book, {name: by for name, by in moved.items() if by})
        row = say((f"At the close of round {state.round}: ", DIM), (effects or "nothing", WARN))
        return lines(row.wrap(width))
    rows = say((f"At the close of round {state.round}, as things stand:", DIM)).wrap(width)
    for drift in coming:
        effects = say_effects(book, drift.effects)
        rows.extend(say(f"  {drift.name}: ", (effects, WARN)).wrap(width))
    if not coming:
        rows.append(say("  nothing drifts"))
    return lines(rows)


def _drifts(book: Rulebook, state: State) -> list[tuple[Drift, bool]]:
    """The drifts that this round may see, and whether each would happen now."""
    return [
        (book.scenario.drifts[index], holds(when, state.tracks, state.carried, state.round))
        for index, when, _ in book.drifts[state.round]
    ]


def _wire(book: Rulebook, state: State) -> list[Content]:
    rows = [_heading("On the wire")]
    if state.wire < 0:
        return [*rows, say("Nothing. Unless a flash comes, the next round begins quietly.")]
    headline = book.scenario.headlines[state.wire]
    rows.append(
        say((headline.title, STRONG), (f" ({headline.date})", DIM), *_cited(headline.source))
    )
    rows.append(say((_when(book, state), DIM)))
    if headline.choice is None:
        rows.append(say("  ", (say_effects(book, headline.effects), WARN)))
        return rows
    side = side_name(book, book.headline_side[state.wire])
    rows.append(say(f"{side} then chooses:"))
    for letter, option in zip("AB", headline.choice.options, strict=True):
        rows.append(say(f"  {letter}  {option.name}: ", (say_effects(book, option.effects), WARN)))
    return rows


def _when(book: Rulebook, state: State) -> str:
    if state.phase is Phase.EVENT:
        return "It strikes now."
    if state.phase is Phase.DRAW:
        return "It has struck."
    if state.round == book.rounds:
        return "It comes too late: this is the last round."
    return f"It strikes at the start of round {state.round + 1}."


def _close(book: Rulebook, state: State) -> list[Content]:
    scenario = book.scenario
    rows = [_heading(f"At the close of round {state.round}, as things stand now")]
    for drift, happens in _drifts(book, state):
        mark = ("● ", f"bold {WARN}") if happens else ("○ ", DIM)
        effects = say_effects(book, drift.effects)
        unless = "" if happens else " – not as things stand"
        rows.append(
            say(mark, f"{drift.name}: ", (effects, WARN if happens else DIM), (unless, DIM))
        )
    sides = " and ".join(side.short for side in scenario.sides)
    rows.append(say(("● ", f"bold {GOOD}"), f"{sides}: capital {signed(scenario.income)} each"))
    return rows


def _end(book: Rulebook, state: State) -> list[Content]:
    left = book.rounds - state.round
    text = "This is the last round." if not left else f"{left} to come after it."
    return [_heading("Rounds"), say(f"Round {state.round} of {book.rounds}. {text}")]


def _heading(text: str) -> Content:
    return say((text, f"{STRONG} underline"))


def _cited(source: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return ((f" {cite(source)}", DIM),) if source else ()
