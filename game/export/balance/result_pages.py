"""Duels, comparisons and games judged anew, as pages like that of a report."""

from __future__ import annotations

from collections.abc import Sequence

from game.balance.duel import Duel
from game.balance.rejudge import Proposal
from game.balance.versions import PairedDifference
from game.export.balance.report_charts import ending_chart, matrix_chart
from game.export.balance.report_page import STYLE
from game.export.balance.tables import Rows, change_rows, duel_rows
from game.export.balance.words import figure_words
from game.export.page.document import document
from game.export.page.tags import items, say, tag
from game.scenario.model import Scenario
from game.telling.messages import english


def duel_page(title: str, duels: Sequence[Duel]) -> str:
    """Who beats whom, as a table, and as a picture if more than two have met."""
    parts = [tag("h1", say(title)), _table(duel_rows(duels))]
    names = list(dict.fromkeys(name for duel in duels for name in duel.names))
    if len(duels) > 1:
        values = {duel.names: duel.own for duel in duels}
        values |= {(duel.names[1], duel.names[0]): duel.other for duel in duels}
        parts.append(tag("h2", say(english().say("balance.page.matrix"))))
        parts.append(tag("div", matrix_chart(names, names, values), class_="scroll"))
    return document(title, STYLE, parts)


def change_page(title: str, told: str, changes: Sequence[PairedDifference]) -> str:
    """What is different in two versions, and what the test of them says."""
    parts = [tag("h1", say(title)), tag("p", say(told)), _table(change_rows(changes))]
    return document(title, STYLE, parts)


def proposal_page(
    title: str, scenario: Scenario, found: Sequence[tuple[str, Proposal]], told: str
) -> str:
    """What games come to by some thresholds, each with its heading, and what follows from it."""
    parts = [tag("h1", say(title))]
    for heading, each in found:
        games = each.share.count
        ends = {item.name: round(item.figure.value * games) for item in each.endings}
        share = english().say(
            "balance.rejudge.share",
            side=scenario.sides[0].name,
            share=figure_words(each.share, "share"),
        )
        parts += [tag("h2", say(heading)), tag("p", say(share)), ending_chart(ends, games)]
        parts.append(
            items(
                "ul",
                (
                    say(english().say("balance.page.of", name=name, count=count, games=games))
                    for name, count in ends.items()
                ),
            )
        )
    return document(title, STYLE, [*parts, tag("p", say(told))])


def _table(rows: Rows) -> str:
    head, *rest = rows
    top = tag("tr", *(tag("th", say(cell), scope="col") for cell in head))
    made = [tag("tr", *(tag("td", say(cell)) for cell in row)) for row in rest]
    return tag("div", tag("table", top, *made), class_="scroll")
