"""Games to export: random ones, finished or not, and one whose words try to be instructions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from game.export import ExportedGame, export
from game.export.exported_game import ExportedLine
from game.match import Header, Match
from game.match.chance import draw64
from game.match.timeline import begin
from game.match.tree import Comment
from game.rules import Phase, Rulebook, legal, play
from game.scenario.kinds import Words
from game.scenario.model import Scenario
from game.scenario.walk import hints
from tests.match.games import WELL, new, play_out, shipped_text
from tests.scenario.full import FULL

TEXTS = {"well": WELL, "shipped": shipped_text(), "full": FULL}


@cache
def match(name: str, seed: int, most: int = 10_000) -> Match:
    """A random match of a scenario, played to its end or for so many decisions of the sides."""
    return play_out(new(TEXTS[name], seed=seed), seed, reasons=seed % 2 == 0, most=most)


@cache
def well() -> Match:
    """The small game that goldens are made of: it has every kind of decision but few."""
    return match("well", 1486)


matches = st.builds(
    match,
    st.sampled_from(("well", "well", "full", "shipped")),
    st.integers(0, 10**6),
    st.sampled_from((0, 1, 2, 5, 12, 10_000, 10_000)),
)
"""Random matches, finished or not."""


# -------------------------------------------------------------------- strangers' words


def planted(words: str, seed: int = 3, name: str = "full") -> ExportedGame:
    """A random game in which every word of the scenario and of the players is this one."""
    scenario = _plant(match(name, 0).scenario, words)
    assert isinstance(scenario, Scenario)
    timeline = begin(Rulebook(scenario), seed)
    while timeline.state.phase is not Phase.END:
        options = legal(timeline.book, timeline.state)
        decision = options[draw64(seed, len(timeline.decisions)) % len(options)]
        played = play(timeline.book, timeline.state, decision)
        timeline.extend(decision, played.state, played.consequences, reason=words)
    header = Header(
        scenario.id, TEXTS[name], None, ("human", "random"), seed, words, (words, words)
    )
    told = range(0, len(timeline.states), 3)
    comments = {ply: Comment(0, ply, words, words) for ply in told}
    moves = tuple(decision.text for decision in timeline.decisions)
    lines = (ExportedLine(0, -1, 0, words, "", 0, main=True, decisions=moves),) * 2
    return ExportedGame.along(header, timeline, comments=comments, lines=lines)


def _plant(thing: Any, words: str, hint: Any = None) -> Any:
    """The same thing with every text for people replaced."""
    kind: Any = type(thing)
    if attrs.has(kind):
        fields = hints(kind)
        changed = {name: _plant(getattr(thing, name), words, each) for name, each in fields.items()}
        return attrs.evolve(thing, **changed)
    if get_origin(hint) in (Union, UnionType) and thing is not None:
        table = isinstance(thing, Mapping)
        others = [each for each in get_args(hint) if each is not type(None)]
        fitting = [each for each in others if (get_origin(each) is Mapping) == table]
        return _plant(thing, words, (fitting or others)[0])
    if get_origin(hint) is Annotated:
        inner, *kinds = get_args(hint)
        if any(isinstance(kind, Words) for kind in kinds):
            return words
        return _plant(thing, words, inner)
    if isinstance(thing, Mapping):
        return {key: _plant(each, words, get_args(hint)[1]) for key, each in thing.items()}
    if isinstance(thing, tuple):
        inner = next((each for each in get_args(hint) if each is not Ellipsis), None)
        return tuple(_plant(each, words, inner) for each in thing)
    return thing


HARMLESS = "Zyx"
"""A word that stands in no sentence of the game's own."""


@cache
def harmless(kind: str) -> str:
    """That game with harmless words, as a file of a kind; it is the same beside every payload."""
    return export(planted(HARMLESS), kind)


PAYLOADS = (
    "<script>alert(1)</script>",
    "</title></style></svg><img src=x onerror=alert(1)>",
    '"><a href="https://example.org/">here</a>',
    "' onmouseover='alert(1)",
    "]]> <!-- --> <?xml?> &lt;b&gt; &#60;i&#62;",
    "[a link](https://example.org) ![a picture](x.png)",
    "https://example.org/ www.example.org me@example.org",
    "**bold** _thin_ ~~gone~~ `code` ``more`` $math$",
    "# heading #",
    "- item\n- item",
    "1. item",
    "+ item",
    "> quoted",
    "=== ",
    "---",
    "***",
    "```\nfence",
    "    indented",
    "| a | b |\n|---|---|",
    "a\\",
    "two  \nlines",
    "[^1] [x]: y {#id .class} {{ site }}",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(A1)",
    "-1",
    "'=1+1",
    "＝1+1",
    'a,"b";c',
    "漢字 ёлка é ́ 🙂 שלום",
    "x" * 300,
    "<" * 80,
)
"""Words that mean something in some format."""

payloads = st.one_of(
    st.sampled_from(PAYLOADS),
    st.lists(st.sampled_from(PAYLOADS), min_size=2, max_size=3).map("".join),
    st.text(
        st.sampled_from("<>&\"'`*_[]()#+-.!|\\~=:;,@{}$^/%? \nab1"), min_size=1, max_size=12
    ).filter(lambda text: text.strip(" \n") != "" and "\n\n" not in text),
)

HIDDEN = "".join(
    chr(point)
    for point in (
        *range(0x20),
        *range(0x7F, 0xA0),
        *(0xAD, 0x61C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0xE000, 0xFEFF, 0xFFFE),
        *(0xD800, 0xDFFF, 0xE0041, 0xF0000, 0x10FFFF),
    )
)
"""What no door lets in, should it come in all the same."""
