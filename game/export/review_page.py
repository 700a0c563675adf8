"""A review as one page in HTML that needs nothing else, and prints on one sheet.

What decided the game, both curves, what the payoffs are made of, the plane and the page to talk by
come to the sheet; the list of all that mattered is read on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.export.exported_game import ExportedGame
from game.export.page.document import document
from game.export.page.page_style import look
from game.export.page.tags import items, pairs, say, tag
from game.export.result import result
from game.export.review_charts import plane_chart, worth_chart
from game.export.summary import facts, source_note
from game.review.reviewed_line import ReviewedLine
from game.telling.debrief import DebriefSection, debriefing
from game.telling.decided import say_decided, say_with_better
from game.telling.plane import corners, plane_about, plane_points, say_left
from game.telling.review import (
    StepTold,
    about,
    legend,
    most,
    say_changes,
    say_unit,
    steps,
    totals,
)

_SHAPES: Final = """\
.both{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:24px;align-items:start}
.both h2{margin-top:0}
.both ul,.steps ul{list-style:none;margin:.4em 0;padding:0;font-size:.9rem}
.debrief{columns:2;column-gap:28px;margin-top:1em}
.debrief section{break-inside:avoid;padding-left:14px;margin:0 0 1.1em;border-left:6px solid}
.debrief section{border-color:var(--edge)}
.debrief section.side0{border-color:var(--side0)}
.debrief section.side1{border-color:var(--side1)}
.debrief ul,.debrief ol{margin:0;padding-left:1.2em;font-size:.92rem}
.both tbody th{font-weight:400}
.both .whole th,.whole td{font-weight:700}
.steps li{break-inside:avoid;margin:.5em 0;padding-left:14px;border-left:6px solid var(--edge)}
.steps .by0{border-color:var(--side0)}
.steps .by1{border-color:var(--side1)}
.chart .mark{fill:var(--panel);stroke:var(--text);stroke-width:1.5}
.chart .mark0{stroke:var(--side0)}
.chart .mark1{stroke:var(--side1)}
.chart .way{fill:none;stroke:var(--dim);stroke-width:1;stroke-dasharray:2 3}
.chart .edge{fill:none;stroke:var(--good);stroke-width:3}
.chart .found{fill:var(--good)}
@media (max-width:720px){.both{grid-template-columns:1fr}.debrief{columns:1}}
@page{size:A4;margin:8mm}
@media print{
.steps{display:none}
html{color-scheme:light;font-size:8.8px}
body{font-size:1rem;line-height:1.35}
main,header,footer{max-width:none;padding:0}
header dl{display:none}
h1{font-size:2rem}
h2{font-size:1.3rem;margin:.7em 0 .3em}
h3{font-size:1rem;margin:0 0 .1em}
p{margin:.2em 0}
.score svg{width:100%;min-width:0;max-height:110px}
.both{grid-template-columns:1fr 1fr;gap:14px}
.both svg{width:44%}
.debrief{columns:3;column-gap:14px;margin:.3em 0}
.debrief section{margin-bottom:.5em;padding-left:8px;border-left-width:4px}
th,td{padding:1px 6px}
footer{padding:4px 0 0}
}
"""


def review_page(game: ExportedGame, reviewed: ReviewedLine) -> str:
    """A review as a page."""
    title = game.voice.say("review.title", title=game.title)
    told = steps(game.voice, reviewed)
    parts = (
        _header(game, title),
        "<main>",
        tag("div", _decided(game, reviewed), _most(game, reviewed), class_="both"),
        *_curves(game, reviewed, told),
        tag("div", _totals(game, reviewed), _plane(game, reviewed), class_="both"),
        *_debrief(game, reviewed),
        *_steps(game, told),
        "</main>",
        tag("footer", tag("p", say(source_note(game)))),
    )
    return document(title, f"{look(game.scenario)}{_SHAPES}", parts)


def _header(game: ExportedGame, title: str) -> str:
    return tag(
        "header",
        tag("h1", say(title)),
        tag("p", say(result(game)), class_="result"),
        pairs(facts(game)),
    )


def _decided(game: ExportedGame, reviewed: ReviewedLine) -> str:
    return tag(
        "section",
        tag("h2", say(game.voice.say("review.decided"))),
        items("ul", map(say, say_decided(game.voice, reviewed))),
    )


def _most(game: ExportedGame, reviewed: ReviewedLine) -> str:
    voice = game.voice
    found = [say_with_better(voice, reviewed, each) for each in most(voice, reviewed)]
    return tag(
        "section",
        tag("h2", say(voice.say("review.most"))),
        items("ul", map(say, found or [voice.say("review.most_nothing")])),
    )


def _curves(game: ExportedGame, reviewed: ReviewedLine, told: Sequence[StepTold]) -> Iterator[str]:
    yield tag("h2", say(game.voice.say("review.curves")))
    yield tag("figure", worth_chart(game, reviewed, told), class_="score")
    signs = (f"{sign} {name}" for sign, name in legend(game.voice, tuple(told)))
    yield tag("p", say(game.voice.say("names.list.comma").join(signs)), class_="why")
    yield tag("p", say(say_unit(game.voice)), class_="note")


def _totals(game: ExportedGame, reviewed: ReviewedLine) -> str:
    voice = game.voice
    heads = tag(
        "tr",
        tag("th", say(voice.say("review.part")), scope="col"),
        *(tag("th", say(voice.side_short(side)), scope="col") for side in (0, 1)),
    )
    rows = (
        tag(
            "tr",
            tag("th", say(row.label), scope="row"),
            *(tag("td", say(amount)) for amount in row.amounts),
            **({"class_": "whole"} if row.whole else {}),
        )
        for row in totals(voice, reviewed)
    )
    table = tag("table", tag("thead", heads), tag("tbody", *rows))
    points = (*plane_points(voice, reviewed), *corners(voice, reviewed))
    named = items("ul", (say(f"{each.letter} {each.words}") for each in points))
    left = say_left(voice, reviewed)
    return tag(
        "section",
        tag("h2", say(voice.say("review.total.heading"))),
        table,
        named,
        tag("p", say(left)) if left else "",
        tag("p", say(voice.say("names.list.space").join(about(voice, reviewed))), class_="note"),
    )


def _plane(game: ExportedGame, reviewed: ReviewedLine) -> str:
    voice = game.voice
    return tag(
        "section",
        tag("h2", say(voice.say("review.plane.heading"))),
        tag("figure", plane_chart(game, reviewed)),
        *(tag("p", say(each), class_="note") for each in plane_about(voice, reviewed)),
    )


def _debrief(game: ExportedGame, reviewed: ReviewedLine) -> Iterator[str]:
    yield tag("h2", say(game.voice.say("review.debrief.heading")))
    yield tag("div", *map(_section, debriefing(game.voice, reviewed)), class_="debrief")


def _section(section: DebriefSection) -> str:
    name = "ol" if section.asks else "ul"
    more = {"class_": f"side{section.side}"} if section.side >= 0 else {}
    return tag(
        "section",
        tag("h3", say(section.heading)),
        items(name, map(say, section.lines)),
        **more,
    )


def _steps(game: ExportedGame, told: Sequence[StepTold]) -> Iterator[str]:
    voice = game.voice
    rows = (_step(game, each) for each in told)
    yield tag(
        "section",
        tag("h2", say(voice.say("review.steps"))),
        tag("p", say(voice.say("review.unsure" if told else "review.no_steps"))),
        tag("ul", *rows),
        class_="steps",
    )


def _step(game: ExportedGame, each: StepTold) -> str:
    voice = game.voice
    changes = say_changes(voice, each)
    return tag(
        "li",
        tag("b", say(voice.say("review.at", when=each.when, what=each.what))),
        *(tag("div", say(words)) for words in (changes, each.mark, each.better) if words),
        class_=f"by{each.step.side}",
    )
