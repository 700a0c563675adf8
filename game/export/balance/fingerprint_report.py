"""How characters behave and whether they can be told apart, in words, as a page, for programs."""

from __future__ import annotations

from typing import Any

from game.balance.behaviour import QUESTIONS
from game.balance.fingerprints import SAMPLE, CastPrints, Fingerprint
from game.balance.report import plain_figure
from game.export.balance.fingerprint_charts import STYLE as CHART_STYLE
from game.export.balance.fingerprint_charts import alone, fingerprint_chart
from game.export.balance.report_page import STYLE
from game.export.balance.tables import Rows
from game.export.balance.text import columns
from game.export.balance.words import figure_words
from game.export.page.document import document
from game.export.page.tags import say as markup
from game.export.page.tags import tag
from game.telling.messages import english
from game.text import line


def fingerprint_text(title: str, found: CastPrints) -> str:
    """What was found: for each the share of each way with its interval, then who is told apart."""
    lines = [*summary(title, found), ""]
    for each in found.rows:
        lines += [_head(each), *columns(_shares(each)), ""]
    return "\n".join([*lines, *columns(_named_rows(found)), "", *columns(_pairs(found))])


def summary(title: str, found: CastPrints) -> list[str]:
    """How well they are told apart, in sentences."""
    say, judged = english().say, found.verdicts
    samples = judged.whole.count
    lines = [say("balance.fingerprints.title", title=line(title), games=found.games)]
    if not samples:
        return [*lines, say("balance.fingerprints.few", size=SAMPLE)]
    whole = figure_words(judged.whole, "share")
    lines.append(
        say(
            "balance.fingerprints.whole",
            size=SAMPLE,
            seats=len(found.rows),
            whole=whole,
            samples=samples,
        )
    )
    if judged.least is not None:
        first, second = judged.least
        figure = judged.apart(judged.least)
        lines.append(
            say(
                "balance.fingerprints.least",
                first=first,
                second=second,
                figure=figure_words(figure, "share"),
                samples=figure.count,
            )
        )
    return lines


def fingerprint_svg(title: str, found: CastPrints) -> str:
    """The picture of all of them, as a file of its own."""
    words = summary(title, found)
    drawing = fingerprint_chart(_named(found.rows), words[0])
    return alone(drawing, words[0], [*words[1:], english().say("balance.fingerprints.legend")])


def fingerprint_page(title: str, found: CastPrints) -> str:
    """All of it as a page: the picture, one of each with each partner, and all pairs."""
    say, words = english().say, summary(title, found)
    parts = [
        tag("h1", markup(words[0])),
        *(tag("p", markup(each)) for each in words[1:]),
        tag("p", markup(say("balance.fingerprints.legend"))),
        _scroll(fingerprint_chart(_named(found.rows), words[0])),
    ]
    for each in found.rows:
        heading = say("balance.fingerprints.partners", name=each.seat)
        rows = [(one.partner, one) for one in found.by_partner[each.seat]]
        parts += [tag("h2", markup(heading)), _scroll(fingerprint_chart(rows, heading))]
    parts += [_table(_named_rows(found)), _table(_pairs(found))]
    return document(words[0], f"{STYLE}{CHART_STYLE}\n", parts)


def plain_prints(found: CastPrints) -> dict[str, Any]:
    """All of it for programs."""
    judged = found.verdicts
    return {
        "games": found.games,
        "sample": SAMPLE,
        "whole": plain_figure(judged.whole),
        "pairs": [
            {"seats": list(pair), **plain_figure(judged.apart(pair))} for pair in judged.pairs
        ],
        "named": [
            {"seat": seat, "as": name, "samples": count}
            for (seat, name), count in sorted(judged.named.items())
        ],
        "seats": [
            {
                **_plain(each),
                "partners": [_plain(one) for one in found.by_partner[each.seat]],
            }
            for each in found.rows
        ],
    }


def _plain(each: Fingerprint) -> dict[str, Any]:
    return {
        "seat": each.seat,
        "partner": each.partner,
        "games": each.games,
        "shares": {key: plain_figure(figure) for key, figure in each.shares.items()},
    }


def _named(prints: tuple[Fingerprint, ...]) -> list[tuple[str, Fingerprint]]:
    return [(each.seat, each) for each in prints]


def _table(rows: Rows) -> str:
    head, *rest = rows
    top = tag("tr", *(tag("th", markup(cell), scope="col") for cell in head))
    made = [tag("tr", *(tag("td", markup(cell)) for cell in row)) for row in rest]
    return tag("h2", markup(head[0])) + _scroll(tag("table", top, *made))


def _scroll(content: str) -> str:
    return tag("div", content, class_="scroll")


def _head(each: Fingerprint) -> str:
    return english().say("balance.fingerprints.head", name=each.seat, games=each.games)


def _shares(each: Fingerprint) -> Rows:
    say = english().say
    rows: Rows = []
    for question, ways in QUESTIONS.items():
        for place, way in enumerate(ways):
            figure = each.shares[f"{question}:{way}"]
            asked = say(f"balance.question.{question}")
            rows.append(
                (
                    "" if place else f"  {asked}",
                    say(f"balance.way.{question}_{way}"),
                    figure_words(figure, "share"),
                    say("balance.n", number=figure.count),
                )
            )
    return rows


def _named_rows(found: CastPrints) -> Rows:
    """How often each is named among all, and for whom it is taken else."""
    say, judged = english().say, found.verdicts
    rows: Rows = [
        (
            say("balance.fingerprints.named"),
            say("balance.fingerprints.apart"),
            "",
            say("balance.fingerprints.taken"),
        )
    ]
    for each in found.rows:
        figure = judged.right(each.seat)
        others = [
            say("balance.fingerprints.times", name=name, times=count)
            for name, count in judged.mistaken(each.seat)
        ]
        rows.append(
            (
                each.seat,
                figure_words(figure, "share"),
                say("balance.n", number=figure.count),
                say("names.list.comma").join(others),
            )
        )
    return rows


def _pairs(found: CastPrints) -> Rows:
    """Who is told from whom, the least surely first."""
    say, judged = english().say, found.verdicts
    rows: Rows = [(say("balance.fingerprints.pairs"), say("balance.fingerprints.apart"), "")]
    order = sorted(judged.pairs, key=lambda pair: (judged.apart(pair).value, pair))
    for pair in order:
        figure = judged.apart(pair)
        first, second = pair
        rows.append(
            (
                say("balance.fingerprints.pair", first=first, second=second),
                figure_words(figure, "share"),
                say("balance.n", number=figure.count),
            )
        )
    return rows
