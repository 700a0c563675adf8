"""Pictures of the screen, one after the other, as one animated SVG file.

It needs nothing from elsewhere and runs no script, so that it plays on a web page as a picture. A
row that looks the same in many frames is drawn once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from attrs import define, field, frozen

CELL = 12.2
"""Width of a character as it is drawn by rich, whose pictures these are."""
ROW = 24.4
"""Height of a row."""
_BASE = 18.5
"""Where letters stand in a row, below its upper edge."""
_ABOVE = 1.5
"""How far below its row a ground begins."""
_LETTERS = 20
"""How far below its row rich writes its letters."""
_EDGE, _TOP = 9, 41
"""Room beside and above the screen, for its frame."""
_SVG = "{http://www.w3.org/2000/svg}"
_RULE = re.compile(r"\.terminal-\d+-(r\d+) \{ (.*?) \}")
_FILL = re.compile(r'<rect fill="(#\w+)" x=')
_BLANK = "\u00a0"


@frozen
class Frame:
    """The screen for a while.

    Attributes:
        svg: the picture that the app makes of it.
        seconds: how long it is shown.
    """

    svg: str
    seconds: float


@define
class _Sheet:
    """What the frames have in common: how letters look, and rows that were drawn already."""

    ground: str
    looks: dict[str, str] = field(factory=dict)
    rows: dict[str, str] = field(factory=dict)

    def row(self, drawn: str) -> str:
        """The name of a row."""
        return self.rows.setdefault(drawn, f"r{len(self.rows)}")

    def look(self, rule: str) -> str:
        """The name of a look."""
        return self.looks.setdefault(rule, f"c{len(self.looks)}")


def film(
    frames: Sequence[Frame], size: tuple[int, int], *, title: str, about: str, still: int
) -> str:
    """All frames as one picture that moves, again and again.

    Args:
        frames: what is shown, in order.
        size: columns and rows.
        title: what stands above the screen.
        about: what is to be seen, for whoever does not see it.
        still: the frame for whoever wants nothing to move.
    """
    sheet = _Sheet(_ground(frames))
    height = size[1] * ROW
    shown = [_rows(each.svg, sheet) for each in frames]
    strip = [
        f'<g transform="translate(0 {number * height:g})">{_placed(rows)}</g>'
        for number, rows in enumerate(shown)
    ]
    whole = sum(each.seconds for each in frames)
    steps, begun = [], 0.0
    for number, each in enumerate(frames):
        steps.append(f"{100 * begun / whole:.3f}%{{transform:translateY({-number * height:g}px)}}")
        begun += each.seconds
    width = size[0] * CELL
    outer = width + 2 * _EDGE, height + _TOP + _EDGE
    looks = "".join(f".{name}{{{rule}}}" for rule, name in sheet.looks.items())
    rows = "\n".join(f'<g id="{name}">{drawn}</g>' for drawn, name in sheet.rows.items())
    return f"""\
<svg viewBox="0 0 {outer[0]:g} {outer[1]:g}" role="img" xmlns="http://www.w3.org/2000/svg">
<title>{escape(title)}</title>
<desc>{escape(about)}</desc>
<style>
text{{font:20px Fira Code,DejaVu Sans Mono,Menlo,Consolas,monospace;white-space:pre}}
.title{{font:bold 18px arial,sans-serif;fill:#c5c8c6}}
{looks}
.film{{animation:film {whole:g}s step-end infinite}}
@keyframes film{{{"".join(steps)}}}
@media (prefers-reduced-motion:reduce){{\
.film{{animation:none;transform:translateY({-still * height:g}px)}}}}
</style>
<defs>
{rows}
</defs>
<rect width="{outer[0]:g}" height="{outer[1]:g}" rx="8" fill="#292929"/>
<circle cx="26" cy="22" r="7" fill="#ff5f57"/><circle cx="48" cy="22" r="7" fill="#febc2e"/>\
<circle cx="70" cy="22" r="7" fill="#28c840"/>
<text class="title" text-anchor="middle" x="{outer[0] / 2:g}" y="27">{escape(title)}</text>
<svg x="{_EDGE}" y="{_TOP}" width="{width:g}" height="{height:g}">
<rect width="100%" height="100%" fill="{sheet.ground}"/>
<g class="film">
{chr(10).join(strip)}
</g>
</svg>
</svg>
"""


def _placed(rows: Iterable[tuple[int, str]]) -> str:
    return "".join(f'<use href="#{name}" y="{row * ROW:g}"/>' for row, name in rows)


def _screen(svg: str) -> ET.Element:
    """What the screen shows, in a picture of it."""
    root = ET.fromstring(svg)  # the app's own picture
    (screen,) = (each for each in root.iter(f"{_SVG}g") if "clip-path" in each.attrib)
    return screen


def _ground(frames: Sequence[Frame]) -> str:
    """The colour behind most letters; it is painted once."""
    found: Counter[str] = Counter(_FILL.findall("".join(each.svg for each in frames)))
    return found.most_common(1)[0][0]


def _rows(svg: str, sheet: _Sheet) -> list[tuple[int, str]]:
    """The rows of a frame from top to bottom, each with the name under which it is drawn."""
    rules = dict(_RULE.findall(svg))
    screen = _screen(svg)
    drawn: dict[int, list[str]] = {}
    for row, grounds in groupby(screen.iter(f"{_SVG}rect"), key=_row_of_ground):
        drawn[row] = [_painted(colour, x, end) for colour, x, end in _merged(grounds, sheet.ground)]
    for each in screen.iter(f"{_SVG}text"):
        rule = rules[each.attrib["class"].rpartition("-")[2]]
        row = round((float(each.attrib["y"]) - _LETTERS) / ROW)
        drawn.setdefault(row, []).append(_written(each, rule, sheet))
    whole = ((row, "".join(parts)) for row, parts in sorted(drawn.items()))
    return [(row, sheet.row(parts)) for row, parts in whole if parts]


def _row_of_ground(ground: ET.Element) -> int:
    return round((float(ground.attrib["y"]) - _ABOVE) / ROW)


def _merged(grounds: Iterable[ET.Element], usual: str) -> Iterator[tuple[str, float, float]]:
    """The grounds of a row that are not the usual one: colour, beginning, end."""
    for colour, same in groupby(grounds, key=lambda each: each.attrib["fill"]):
        if colour != usual:
            ends = [(float(each.attrib["x"]), float(each.attrib["width"])) for each in same]
            yield colour, ends[0][0], sum(ends[-1])


def _painted(colour: str, x: float, end: float) -> str:
    """A ground, a little larger than it is, so that no gap is seen between two."""
    width, height = end - x + 0.3, ROW + 0.4
    return f'<rect fill="{colour}" x="{x:g}" y="-.2" width="{width:g}" height="{height:g}"/>'


def _written(letters: ET.Element, rule: str, sheet: _Sheet) -> str:
    """Letters of one look, without blanks at their ends; empty if there are no others."""
    words = letters.text or ""
    x, length = float(letters.attrib["x"]), float(letters.attrib["textLength"])
    if "underline" not in rule:
        bare = words.lstrip(_BLANK)
        x += (len(words) - len(bare)) * CELL
        words = bare.rstrip(_BLANK)
        length -= (len(letters.text or "") - len(words)) * CELL
    if not words:
        return ""
    return (
        f'<text class="{sheet.look(rule)}" x="{x:g}" y="{_BASE}" textLength="{length:g}">'
        f"{escape(words)}</text>"
    )


def read(picture: str) -> list[str]:
    """What can be read in each frame of a film, in order."""
    root = ET.fromstring(picture)
    rows = {
        each.attrib["id"]: " ".join("".join(words.itertext()) for words in each)
        for each in root.iter(f"{_SVG}g")
        if "id" in each.attrib
    }
    (strip,) = (each for each in root.iter(f"{_SVG}g") if each.attrib.get("class") == "film")
    return [
        "\n".join(rows[use.attrib["href"][1:]] for use in frame).replace(_BLANK, " ")
        for frame in strip
    ]
