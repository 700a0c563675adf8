"""Duels, comparisons and games judged anew, as lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from game.balance.duel import Duel
from game.balance.hardness import BEGINNERS, HardnessFound
from game.balance.rejudge import Proposal
from game.balance.sequential import Sequential
from game.balance.versions import PairedDifference
from game.export.balance.text import columns
from game.export.balance.words import amount, figure_words, with_unit
from game.interval import Figure
from game.scenario.model import Scenario
from game.telling.messages import Value, english
from game.text import line


def plus(figure: Figure) -> str:
    """Hundredths of payoff and how far off they may be."""
    return english().say(
        "balance.duel.plus",
        value=amount(figure.value, "points"),
        reach=amount(figure.high - figure.value, "points"),
    )


Rows = list[tuple[str, ...]]
"""Cells; the first row is that of the titles."""


def duel_table(duels: Sequence[Duel]) -> str:
    """Duels, one a line."""
    return "\n".join(columns(duel_rows(duels)))


def duel_rows(duels: Sequence[Duel]) -> Rows:
    """Duels, one a row."""
    say = english().say
    rows: Rows = [
        (
            "",
            say("balance.duel.matches"),
            say("balance.duel.payoff"),
            say("balance.duel.against"),
            say("balance.duel.edge"),
            say("balance.duel.leads"),
            "",
            "",
        )
    ]
    for duel in duels:
        first, second = duel.names
        test = duel.test
        rows.append(
            (
                say("balance.duel.title", first=first, second=second),
                str(duel.lead.count),
                plus(duel.own),
                plus(duel.other),
                plus(duel.edge),
                figure_words(duel.lead, "share"),
                say(f"balance.duel.{test.answer}") if test else "",
                say("balance.duel.saved", saved=2 * test.saved) if test else "",
            )
        )
    return rows


def duel_matrix(names: Sequence[str], duels: Sequence[Duel]) -> str:
    """What each got against each."""
    got: dict[tuple[str, str], Figure] = {}
    for duel in duels:
        first, second = duel.names
        got[first, second], got[second, first] = duel.own, duel.other
    rows = [(english().say("balance.duel.matrix"), *names)]
    rows += [
        (one, *(plus(got[one, other]) if (one, other) in got else "" for other in names))
        for one in names
    ]
    return "\n".join(columns(rows))


def change_table(changes: Sequence[PairedDifference]) -> str:
    """What is different in two versions, one figure a line."""
    return "\n".join(columns(change_rows(changes)))


def change_rows(changes: Sequence[PairedDifference]) -> Rows:
    """What is different in two versions, one figure a row."""
    say = english().say
    rows: Rows = [
        (
            "",
            "",
            say("balance.compare.before"),
            say("balance.compare.after"),
            say("balance.compare.difference"),
            "",
        )
    ]
    for each in changes:
        unit = each.asked.unit
        apart = each.difference.low > 0 or each.difference.high < 0
        rows.append(
            (
                each.asked.id,
                each.name or line(each.asked.about),
                with_unit(amount(each.before, unit), unit),
                with_unit(amount(each.after, unit), unit),
                figure_words(each.difference, unit),
                say("balance.compare.differs") if apart else "",
            )
        )
    return rows


def test_words(test: Sequential, what: str, edge: str) -> str:
    """What a sequential test of two versions says."""
    say = english().say
    if test.answer == "undecided":
        return say("balance.compare.test_undecided", what=what, edge=edge, used=test.used)
    places: dict[str, Value] = {
        "what": what,
        "edge": edge,
        "used": test.used,
        "most": test.most,
    }
    saved = 2 * test.saved
    if test.answer == "holds":
        return say("balance.compare.test_holds", saved=saved, **places)
    return say("balance.compare.test_fails", saved=saved, **places)


def proposal_text(scenario: Scenario, title: str, found: Proposal) -> str:
    """What games come to with some thresholds."""
    say = english().say
    rows = [(f"  {item.name}", figure_words(item.figure, "share")) for item in found.endings]
    told = say(
        "balance.rejudge.share",
        side=scenario.sides[0].name,
        share=figure_words(found.share, "share"),
    )
    return "\n".join([title, told, *columns(rows)])


def hardness_table(found: Sequence[HardnessFound]) -> str:
    """How hard opponents are, the easiest first."""
    say = english().say
    rows: Rows = [
        (
            "",
            say("balance.duel.matches"),
            *(say("balance.hardness.over", name=name) for name in BEGINNERS),
            say("balance.hardness.edge"),
            "",
        )
    ]
    for each in sorted(found, key=lambda each: (-each.edge.value, each.seat)):
        there = each.edge.count > 0
        rows.append(
            (
                each.seat,
                str(each.games),
                *(plus(edge) for edge in each.edges),
                plus(each.edge),
                say(f"opponent.hard.{each.word.value}") if there else say("balance.nothing"),
            )
        )
    return "\n".join(columns(rows))
