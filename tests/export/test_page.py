"""The page in HTML: well made, alone in the world, and words in it are only words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from attrs import define, field
from hypothesis import example, given

from game.export import ExportedGame, export
from game.export.outline import exchanges, outline
from game.match import Match
from game.telling.messages import number
from game.text import line
from tests.examples import examples
from tests.export.games import HARMLESS, PAYLOADS, harmless, matches, payloads, planted, well

VOID = {"meta"}
DRAWN = {"svg", "g", "rect", "line", "path", "circle", "text", "title", "desc"}
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "header", "main", "footer"} | DRAWN
ELEMENTS |= {"section", "article", "figure", "details", "summary", "h1", "h2", "h3", "p", "div"}
ELEMENTS |= {"span", "a", "b", "s", "q", "cite", "blockquote", "ol", "ul", "li", "dl", "dt", "dd"}
ELEMENTS |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"aria-label", "charset", "class", "content", "href", "http-equiv", "id", "lang"}
ATTRIBUTES |= {"name", "role", "scope", "cx", "cy", "d", "height", "r", "rx", "text-anchor"}
ATTRIBUTES |= {"viewbox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2"}


@define
class Reader(HTMLParser):
    """Reads a page as a browser begins to: what is in it, and whether it is well made."""

    shape: list[str] = field(factory=list)
    """Elements with their attributes, drawings left out."""
    words: list[str] = field(factory=list)
    open: list[str] = field(factory=list)
    links: list[str] = field(factory=list)
    ids: list[str] = field(factory=list)
    values: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            self.values.append(value or "")
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        if "svg" not in self.open:
            self.shape.append(f"{tag} {[name for name, _ in attrs]}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "svg" in self.open
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if "svg" not in self.open:
            self.shape.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if "svg" not in self.open and "style" not in self.open:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError("a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("an instruction")

    @property
    def text(self) -> str:
        return "".join(self.words)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@given(matches)
@examples(12)
def test_the_page_is_well_made(match: Match) -> None:
    """Every element is closed in its place, ids are there once, and links lead to them."""
    reader = read(export(match, "html"))
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)
    assert reader.shape[0] == "html ['lang']"
    assert sum(tag.startswith("h1") for tag in reader.shape) == 1


@given(matches)
@examples(12)
def test_the_page_needs_nothing_else(match: Match) -> None:
    """No address but the name of SVG, no script, no import; and a browser is told so."""
    page = export(match, "html")
    addresses = set(re.findall(r"[a-z]+://[^\"' )]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert all(link.startswith("#") for link in read(page).links)
    style = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    assert not re.search(r"url\(|@import|@font-face|expression", style)
    assert "<script" not in page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'unsafe-inline';")


@given(payloads)
@examples(6)
@example("".join(PAYLOADS))
def test_strangers_words_change_nothing_but_words(payload: str) -> None:
    """A page with hostile names and texts has the shape of one with harmless ones."""
    page, other = read(export(planted(payload), "html")), read(harmless("html"))
    assert page.shape == other.shape
    assert page.links == other.links
    assert _bare(page.text) == _bare(other.text).replace(HARMLESS, _bare(line(payload)))


@given(matches)
@examples(12)
def test_the_page_tells_what_the_charts_show(match: Match) -> None:
    """Whoever does not see the charts has all their numbers in a table and in labels."""
    game = ExportedGame.of(match)
    page = export(match, "html")
    reader = read(page)
    assert "table []" in reader.shape
    assert page.count('role="img"') >= 1 + len(game.scenario.tracks)
    labels = [value for value in reader.values if "needed" in value]
    for side, index in zip(game.scenario.sides, game.book.score, strict=True):
        score = number(game.state.tracks[index])
        assert any(f"{side.name}: {score} when play ended" in each for each in labels)


def test_every_round_and_debate_can_be_linked_to() -> None:
    """The timeline leads to each of them, and the moments that mattered to their rounds."""
    rounds = outline(ExportedGame.of(well()))
    links = read(export(well(), "html")).links
    ways = [link for link in links if "round" in link]
    assert ways[-len(rounds) :] == [f"#round-{one.number}" for one in rounds]
    assert len(ways) > len(rounds)
    debates = exchanges(rounds)
    assert [link for link in links if "debate" in link] == [
        f"#debate-{each.number}" for each in debates
    ]


def _bare(text: str) -> str:
    return "".join(text.split())
