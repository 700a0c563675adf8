"""A report as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.balance.properties import Judged, State
from game.balance.report import BalanceReport, SeriesPlayed
from game.export.balance.words import amount, bounds, figure_words, with_unit
from game.telling.messages import Value, english
from game.text import line
from game.text.cells import cells


def report_text(report: BalanceReport) -> str:
    """A report; of what was measured on many things only those that do not hold are listed."""
    lines = [*summary_lines(report), *(series_words(each) for each in report.series)]
    rows = [row for each in report.judged for row in _rows(each)]
    return "\n".join([*lines, "", *columns(rows)])


def summary_lines(report: BalanceReport) -> list[str]:
    """How a report turned out, and how much of it there is."""
    say = english().say
    lines = [
        say(
            "balance.summary",
            title=line(report.title),
            holds=report.count("holds"),
            fails=report.count("fails"),
            undecided=report.count("undecided"),
        )
    ]
    if not report.whole:
        played = sum(each.games for each in report.series)
        wanted = sum(each.wanted for each in report.series)
        lines.append(say("balance.part", played=played, wanted=wanted))
    if report.cut:
        lines.append(say("balance.cut", lines=report.cut))
    return lines


def series_words(each: SeriesPlayed) -> str:
    """Who played whom, and how often."""
    first, second = each.seats
    places: dict[str, Value] = {
        "name": each.id,
        "first": first,
        "second": second,
        "games": each.games,
    }
    if each.variant:
        return english().say("balance.series_variant", variant=each.variant, **places)
    return english().say("balance.series", **places)


def _rows(each: Judged) -> Iterator[tuple[str, ...]]:
    say, prop = english().say, each.asked
    head = (prop.id, line(prop.about))
    ends = (bounds(prop), _state(each.state))
    if len(each.items) == 1:
        figure = each.items[0][0].figure
        yield *head, figure_words(figure, prop.unit), *ends, say("balance.n", number=figure.count)
        return
    yield *head, _range(each), *ends, ""
    held = 0
    for item, state in each.items:
        if state == "holds":
            held += 1
            continue
        yield (
            "",
            f"  {item.name}",
            figure_words(item.figure, prop.unit),
            "",
            _state(state),
            say("balance.n", number=item.figure.count),
        )
    if held:
        yield "", f"  {say('balance.rest', number=held)}", "", "", "", ""


def _range(each: Judged) -> str:
    """From where to where the figures of a property go."""
    values = [item.figure.value for item, _ in each.items if item.figure.count]
    if len(values) <= 1:
        return ""
    unit = each.asked.unit
    ends = [amount(end, unit) for end in (min(values), max(values))]
    return english().say("balance.range", low=ends[0], high=with_unit(ends[1], unit))


def _state(state: State) -> str:
    return "" if state == "told" else english().say(f"balance.state.{state}")


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows whose cells stand under each other.

    >>> columns([("a", "b"), ("long", "c")])
    ['a     b', 'long  c']
    """
    widths = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))] if rows else []
    return [
        "  ".join(
            cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
