"""How characters behave, as a picture: a row for each, a column for each way of behaving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.balance.behaviour import QUESTIONS
from game.balance.fingerprints import Fingerprint
from game.export.balance.report_charts import picture
from game.export.balance.words import figure_words
from game.export.svg import element, fit, group, label, rect, width
from game.telling.messages import english

_CELL: Final = 62
_GAP: Final = 10
_ROW: Final = 30
_NAMES: Final = 150
_HEAD: Final = 46
_PAGE: Final = 1200
"""So broad the answers beside each other are at the most."""
_STEPS: Final = 10
"""So many shades from white to the darkest."""
_DARK: Final = 5
"""From this shade on what is written on it is white."""

STYLE: Final = (
    "svg text { font: 13px system-ui, sans-serif; fill: #1d2330 }"
    " svg .small { font-size: 11px } svg .strong { font-weight: 600 } svg .light { fill: #fff }"
    " svg .ground { fill: #fff }"
) + "".join(f" .share{step} {{ fill: hsl(210 60% {97 - 7 * step}%) }}" for step in range(_STEPS))
"""The look of the picture, the same on every ground."""


def fingerprint_chart(rows: Sequence[tuple[str, Fingerprint]], title: str) -> str:
    """Fingerprints as shades with their numbers in hundredths; resting on one shows its interval.

    Args:
        rows: what each is called, and its shares.
        title: what the picture shows.
    """
    say = english().say
    parts: list[str] = []
    bands = _bands()
    high = _HEAD + _ROW * len(rows)
    for band, questions in enumerate(bands):
        top = band * (high + _GAP)
        left = _NAMES
        for question in questions:
            parts += _answers(left, top, question, rows)
            left += _wide(question)
        for row, (name, each) in enumerate(rows):
            line = top + _HEAD + row * _ROW
            parts.append(label(0, line + 13, fit(name, 13, _NAMES - 8), "name"))
            parts.append(label(0, line + 26, say("balance.n", number=each.games), "small"))
    right = max(_NAMES + sum(map(_wide, questions)) for questions in bands) - _GAP
    return picture(right, len(bands) * (high + _GAP) - _GAP, title, parts)


def _wide(question: str) -> int:
    return _CELL * len(QUESTIONS[question]) + _GAP


def _bands() -> list[list[str]]:
    """The questions in their order, as many below each other as are broad enough for a page."""
    bands: list[list[str]] = [[]]
    for question in QUESTIONS:
        if bands[-1] and sum(map(_wide, [*bands[-1], question])) > _PAGE:
            bands.append([])
        bands[-1].append(question)
    return bands


def _answers(
    left: int, top: int, question: str, rows: Sequence[tuple[str, Fingerprint]]
) -> list[str]:
    """A question with its ways of answering, and of each row how often it answers so."""
    say, ways = english().say, QUESTIONS[question]
    asked = fit(say(f"balance.question.{question}"), 12, _CELL * len(ways))
    parts = [label(left, top + 16, asked, "strong")]
    for place, way in enumerate(ways):
        x = left + place * _CELL
        head = fit(say(f"balance.way.{question}_{way}"), 11, _CELL - 2)
        parts.append(label(x + _CELL // 2 - 1, top + 36, head, "small", text_anchor="middle"))
        parts += [
            _cell(x, top + _HEAD + row * _ROW, name, each, f"{question}:{way}")
            for row, (name, each) in enumerate(rows)
        ]
    return parts


def _cell(x: int, y: int, name: str, each: Fingerprint, key: str) -> str:
    """A share as a shade and a number; a question that was never asked is a dash."""
    say, figure = english().say, each.shares[key]
    if not figure.count:
        middle = x + _CELL // 2 - 1
        return label(
            middle, y + 19, say("balance.fingerprints.never"), "small", text_anchor="middle"
        )
    hundredths = round(figure.value * 100)
    shade = min(_STEPS - 1, hundredths * _STEPS // 100)
    words = str(hundredths)
    look = "cell light" if shade >= _DARK else "cell"
    return group(
        rect(x, y, _CELL - 2, _ROW - 2, f"share{shade}"),
        label(x + (_CELL - 2 - width(words, 13)) // 2, y + 19, words, look),
        title=say(
            "balance.fingerprints.cell",
            name=name,
            way=say(f"balance.way.{key.replace(':', '_')}"),
            figure=figure_words(figure, "share"),
            games=figure.count,
        ),
    )


def alone(drawing: str, title: str, foot: Sequence[str]) -> str:
    """A drawing as a file of its own: on a ground, with its title above and some lines below."""
    wide, high = (int(drawing.partition(f' {name}="')[2].partition('"')[0]) for name in _SIZES)
    margin, top = 16, 40
    whole_high = top + high + 14 + 18 * len(foot) + margin
    whole_wide = wide + 2 * margin
    lines = [
        label(margin, top + high + 22 + 18 * place, fit(words, 12, wide), "small")
        for place, words in enumerate(foot)
    ]
    inner = [
        element("style", STYLE),
        rect(0, 0, whole_wide, whole_high, "ground"),
        label(margin, 26, fit(title, 15, wide), "strong"),
        element("g", drawing, transform=f"translate({margin} {top})"),
        *lines,
    ]
    return picture(whole_wide, whole_high, title, inner, xmlns="http://www.w3.org/2000/svg") + "\n"


_SIZES: Final = ("width", "height")
