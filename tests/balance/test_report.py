"""Reports: the same facts as text, as a page and for programs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import attrs
import pytest

from game.balance.properties import Judged, gate_of, judge
from game.balance.report import BalanceReport, series_played
from game.balance.series import Series
from game.balance.store import Origin
from game.export.balance.report_page import report_page
from game.export.balance.text import report_text
from tests.balance.made import played, seen, shipped

STRANGE = '<script>alert("1")</script> & {name} \x1b[31m'


@pytest.fixture(scope="module")
def report() -> BalanceReport:
    games = seen(
        *(played(("random", "doctrine:realist"), seed) for seed in range(12)),
        *(played(("policy:argues", "doctrine:realist"), seed) for seed in range(12)),
    )
    gate = gate_of(shipped(), ours=False)
    series = Series("equals", ("random", "doctrine:realist"))
    judged = tuple(judge(each, shipped(), {"equals": games}) for each in gate.properties)
    return BalanceReport(
        shipped().title,
        Origin("shared-enemy", "0" * 64, 4, "0.1.0+1"),
        0,
        (series_played(series, shipped(), games, 30),),
        judged,
        cut=1,
    )


def strange(report: BalanceReport) -> BalanceReport:
    """The same with words of a stranger in it."""
    judged = tuple(
        Judged(attrs.evolve(each.asked, about=STRANGE), each.items, each.games)
        for each in report.judged
    )
    return attrs.evolve(report, title=STRANGE, judged=judged)


def test_a_part_says_that_it_is_one(report: BalanceReport) -> None:
    text = report_text(report)
    assert "24 of 30 matches have been played" in text
    assert "1 line of the store could not be used" in text


def test_every_figure_is_in_the_page_and_in_the_plain_report(report: BalanceReport) -> None:
    page, plain = report_page(report), report.plain()
    assert page.count("<tr>") == sum(
        len(each.items) + (len(each.items) != 1 or bool(each.items[0][0].name))
        for each in report.judged
    )
    assert [each["id"] for each in plain["properties"]] == [e.asked.id for e in report.judged]
    (series,) = plain["series"]
    assert sum(series["ends"].values()) == sum(series["lengths"].values()) == 24


def test_the_pictures_are_drawings_in_whole_numbers(report: BalanceReport) -> None:
    """Each is XML, says what it shows, and has no number with a point in it."""
    pictures = re.findall(r"<svg.*?</svg>", report_page(report), re.DOTALL)
    assert len(pictures) > 20
    for picture in pictures:
        root = ET.fromstring(picture)
        assert root.get("aria-label") or root.get("aria-hidden") == "true"
        for each in root.iter():
            for name in ("x", "y", "width", "height", "cx", "cy"):
                assert re.fullmatch(r"\d+", each.get(name, "0"))


def test_words_of_strangers_are_words(report: BalanceReport) -> None:
    """They are no tags, no messages and no commands to a terminal."""
    odd = strange(report)
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, _: object) -> None:
            tags.append(tag)

    Reader().feed(report_page(odd))
    assert "script" not in tags
    for text in (report_page(odd), report_text(odd)):
        assert "\x1b" not in text
        assert "{name}" in text
