"""The verdict, drawn: the epilogue, and both sides' reckoning beside each other."""

from __future__ import annotations

from textual.content import Content

from game.review.ending import Reckoning, ending
from game.review.words import plain, signed
from game.rules import Rulebook, State
from game.tui.draw.ink import BAD, DIM, GOOD, STRONG, fit, lines, say, side_style


def draw_ending(book: Rulebook, state: State, width: int) -> Content:
    """The whole ending, ``width`` cells wide at most."""
    end = ending(book, state)
    rows = [say((end.title, f"{STRONG} underline")), say("")]
    for paragraph in end.paragraphs:
        rows += [say(paragraph), say("")]
    half = max(20, (width - 2) // 2)
    columns = [
        _reckoning(book, side, reckoning, half, played_out=end.verdict.margins is not None)
        for side, reckoning in enumerate(end.sides)
    ]
    height = max(len(column) for column in columns)
    for column in columns:
        column.extend([say("")] * (height - len(column)))
    rows += [say(fit(left, half), "  ", right) for left, right in zip(*columns, strict=True)]
    return lines(rows)


def _reckoning(
    book: Rulebook, side: int, reckoning: Reckoning, width: int, *, played_out: bool
) -> list[Content]:
    entry = book.scenario.sides[side]
    rows = [
        say((entry.name, side_style(book, side))),
        say(f"{plain(reckoning.score):>4}  ", (f"{entry.goal_short} when play ended", DIM)),
    ]
    for name, points, done in reckoning.objectives if played_out else ():
        amount = signed(points) if done else "–"
        mark = ("✓ ", GOOD) if done else ("✗ ", BAD)
        rows.append(fit(say(f"{amount:>4}  ", mark, (name, "" if done else DIM)), width))
    rows.append(
        say((f"{plain(reckoning.final):>4}", STRONG), f"  of the {reckoning.threshold} it needed")
    )
    if reckoning.succeeds:
        rows.append(say(("      ✓ succeeds", f"bold {GOOD}")))
    else:
        rows.append(say(("      ✗ falls short" if played_out else "      ✗ all is lost", BAD)))
    worth = f"{reckoning.payoff // 100}.{reckoning.payoff % 100:02}"
    rows.append(say((f"      worth {worth} of 1", DIM)))
    return rows
