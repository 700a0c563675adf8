"""A report as one page of HTML that needs nothing else: no script, no network, no other file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.balance.properties import Judged, State
from game.balance.report import STEP, BalanceReport, SeriesPlayed
from game.export.balance.report_charts import (
    ending_chart,
    interval_chart,
    lead_chart,
    length_chart,
    matrix_chart,
    reach,
)
from game.export.balance.text import series_words, summary_lines
from game.export.balance.words import bounds, figure_words
from game.export.page.document import document
from game.export.page.tags import items, say, tag
from game.telling.messages import english

_HEAT: Final = "".join(
    f".heat{step} {{ fill: hsl(210 60% {96 - 7 * step}%) }}\n"
    f"g:has(> .heat{step}) .cell {{ fill: {'#fff' if step > 5 else '#222'} }}\n"
    for step in range(10)
)

STYLE: Final = (
    """\
:root { color-scheme: light dark; --ink: #1d2330; --paper: #fff; --line: #b9c0cc; --soft: #e7f0e7;
  --good: #1d7a3e; --bad: #b3261e; --open: #9a6700; --told: #42526e }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --paper: #14181f; --line: #4a5364;
  --soft: #24382a; --good: #6cc48a; --bad: #ff8a80; --open: #e0b341; --told: #a3b1c9 } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line);
  vertical-align: top }
td.num { white-space: nowrap; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto } svg { max-width: 100%; height: auto } td svg { min-width: 160px }
b.holds { color: var(--good) } b.fails { color: var(--bad) } b.undecided { color: var(--open) }
svg text { font: 13px system-ui, sans-serif; fill: var(--ink) } svg .small { font-size: 11px }
.aim { fill: var(--soft); stroke: var(--good); stroke-width: 1 } .axis { stroke: var(--line) }
.holds { fill: var(--good) } .fails { fill: var(--bad) } .undecided { fill: var(--open) }
.told, .bar { fill: var(--told) } .curve { fill: none; stroke: var(--told); stroke-width: 2 }
svg .on { fill: #fff }
.end0 { fill: #2f6db5 } .end1 { fill: #8a4f9e } .end2 { fill: #a6492f } .end3 { fill: #38807a }
.end4 { fill: #5b6472 } .end5 { fill: #8c1d18 } .end6 { fill: #4c6b1f } .end7 { fill: #6b5a1f }
details { margin: .3rem 0 }
"""
    + _HEAT
)
"""The style sheet of every page about balance."""


def report_page(report: BalanceReport) -> str:
    """The page of a report."""
    told = english().say
    parts = [
        "<header>",
        tag("h1", say(told("balance.page.title", title=report.title))),
        *(tag("p", say(each)) for each in summary_lines(report)),
        tag(
            "p",
            say(
                told(
                    "balance.page.origin",
                    scenario=report.origin.scenario,
                    digest=report.origin.digest[:16],
                    rules=report.origin.rules,
                    program=report.origin.program,
                    seed=report.seed,
                )
            ),
        ),
        "</header>\n<main>",
        *_troubles(report),
        tag("h2", say(told("balance.page.properties"))),
        _table(report),
        *(part for each in report.series for part in _series(each)),
        "</main>",
    ]
    return document(told("balance.page.title", title=report.title), STYLE, parts)


def _troubles(report: BalanceReport) -> Iterator[str]:
    """What fails for sure, in a list: what is dead, what happens by itself, what is uneven."""
    found = [
        english().say(
            "balance.page.trouble",
            id=each.asked.id,
            about=each.asked.about if not item.name else f"{each.asked.about}: {item.name}",
            figure=figure_words(item.figure, each.asked.unit),
            bounds=bounds(each.asked),
        )
        for each in report.judged
        for item, state in each.items
        if state == "fails"
    ]
    if found:
        yield tag("h2", say(english().say("balance.page.fails")))
        yield items("ul", (say(each) for each in found))


def _table(report: BalanceReport) -> str:
    rows = [row for each in report.judged for row in _rows(each)]
    return tag("div", tag("table", *rows), class_="scroll")


def _rows(each: Judged) -> Iterator[str]:
    asked = each.asked
    top = reach(asked, [item.figure for item, _ in each.items])
    alone = len(each.items) == 1 and not each.items[0][0].name
    head = [
        tag("th", say(asked.id), scope="row"),
        tag("td", say(asked.about)),
    ]
    ends = [tag("td", say(bounds(asked)), class_="num"), tag("td", _state(each.state))]
    if alone:
        item, state = each.items[0]
        picture = interval_chart(asked, item.figure, state, top)
        words = figure_words(item.figure, asked.unit)
        count = english().say("balance.n", number=item.figure.count)
        yield tag(
            "tr",
            *head,
            tag("td", picture),
            tag("td", say(words), class_="num"),
            *ends,
            tag("td", say(count), class_="num"),
        )
        return
    yield tag("tr", *head, tag("td"), tag("td"), *ends, tag("td"))
    for item, state in each.items:
        yield tag(
            "tr",
            tag("td"),
            tag("td", say(item.name)),
            tag("td", interval_chart(asked, item.figure, state, top)),
            tag("td", say(figure_words(item.figure, asked.unit)), class_="num"),
            tag("td"),
            tag("td", _state(state)),
            tag("td", say(english().say("balance.n", number=item.figure.count)), class_="num"),
        )


def _state(state: State) -> str:
    if state == "told":
        return ""
    return tag("b", say(english().say(f"balance.state.{state}")), class_=state)


def _series(each: SeriesPlayed) -> Iterator[str]:
    told = english().say
    if not each.games:
        return
    yield tag("h2", say(series_words(each)))
    yield tag("h3", say(told("balance.page.endings")))
    yield ending_chart(each.ends, each.games)
    yield items(
        "ul",
        (
            say(told("balance.page.of", name=name, count=count, games=each.games))
            for name, count in each.ends.items()
        ),
    )
    if picture := lead_chart(each.leads):
        yield tag("h3", say(told("balance.page.leads"))) + picture
    if picture := length_chart(each.lengths, STEP):
        yield tag("h3", say(told("balance.page.lengths"))) + picture
    if len(each.meetings) > 1:
        firsts = list(dict.fromkeys(met.first for met in each.meetings))
        seconds = list(dict.fromkeys(met.second for met in each.meetings))
        values = {(met.first, met.second): met.own for met in each.meetings}
        yield tag("h3", say(told("balance.page.matrix")))
        yield tag("div", matrix_chart(firsts, seconds, values), class_="scroll")
