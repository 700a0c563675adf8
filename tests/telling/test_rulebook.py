"""The rulebook of a scenario says everything that is in it, and nothing else."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from game.authoring.starter import starter
from game.rules import Rulebook
from game.scenario import Scenario, load, parse
from game.scenario.catalogue import ids
from game.scenario.kinds import Name, Words
from game.scenario.walk import walk
from game.telling.rulebook import rulebook
from game.telling.rulebook.tables import code, paragraphs
from game.telling.voice import Voice
from game.text import faulty
from game.text.escape import markdown
from tests.examples import examples
from tests.scenario.documents import valid
from tests.scenario.pen import write

MARKDOWN = MarkdownIt("commonmark").enable("table")


SHORT_FORMS = ("short", "goal_short")
"""Keys that are left out of a rulebook, for the full name stands there."""


def show(scenario: Scenario) -> str:
    """The rulebook of a scenario."""
    return rulebook(Voice(Rulebook(scenario)))


def unsaid(scenario: Scenario, text: str) -> list[str]:
    """The words and ids of a scenario that its rulebook leaves out."""
    return [
        str(leaf.value)
        for leaf in walk(scenario)
        if isinstance(leaf.kind, Name | Words)
        and leaf.path != ("id",)
        and leaf.path[-1] not in SHORT_FORMS
        and not any(form(str(leaf.value)) in text for form in (paragraphs, markdown, code))
    ]


@pytest.mark.parametrize("name", ids())
def test_a_rulebook_leaves_nothing_out(name: str) -> None:
    scenario = load(name)
    text = show(scenario)
    assert unsaid(scenario, text) == []
    assert faulty(text, lines=True) is None


@pytest.mark.parametrize("name", ["cost", "range", "id", "start", "source", "tier"])
def test_no_two_columns_of_a_table_have_one_name(name: str) -> None:
    """A side or another start may be called as a column is that every rulebook has."""
    text = starter("two-towns").replace('short = "Upper"', f'short = "{name}"')
    text = text.replace('name = "A dry spring"', f'name = "{name}"')
    scenario = parse(text, "a.toml")
    assert scenario.sides[0].short == scenario.variants[0].name == name
    heads = re.findall(r"(?m)^(\|.*\|)\n\| *-", show(scenario))
    assert len(heads) > 8
    for head in heads:
        names = [each.strip() for each in head.strip("|").split("|")]
        assert len(set(names)) == len(names)


@given(st.builds(Random, st.integers(0, 2**32 - 1)))
@examples(30)
def test_any_rulebook_is_well_formed(random: Random) -> None:
    scenario = parse(write(random, valid(random)).text, "a.toml")
    text = show(scenario)
    assert unsaid(scenario, text) == []
    widths = 0
    for line in text.splitlines():
        bars = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
        assert not (bars and widths) or bars == widths, line
        widths = bars


@given(st.text(alphabet=st.sampled_from("ab12 *_`[](){}<>#|&;!~-+=.:/\\\"'$^\n"), max_size=60))
def test_what_an_author_wrote_is_shown_and_never_interpreted(words: str) -> None:
    """Neither as emphasis nor as a link, a heading, a list, code, or HTML."""
    said = " ".join(words.split())
    tokens = MARKDOWN.parse(f"before {markdown(said)}")
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in tokens} == {"paragraph_open", "inline", "paragraph_close"}
    assert "".join(child.content for child in inline) == f"before {said}".strip()
    assert {child.type for child in inline} <= {"text", "text_special"}


@given(st.text(alphabet=st.sampled_from("ab12 *_`[]<>#|&~-+=.:"), min_size=1, max_size=40))
def test_a_text_begins_no_heading_list_or_table(words: str) -> None:
    said = " ".join(words.split())
    tokens = MARKDOWN.parse(markdown(said))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


def test_an_address_in_a_text_is_no_link() -> None:
    """Not even for readers of Markdown that make links of what looks like one."""
    address = "see https://example.org or www.example.org"
    text = show(parse(starter("two-towns").replace("Two Towns", address, 1), "a.toml"))
    reader = MarkdownIt("gfm-like")
    tokens = [child for token in reader.parse(text) for child in token.children or ()]
    assert address in "".join(token.content for token in tokens)
    assert "link_open" not in {token.type for token in tokens}


def test_the_attack_graph_shows_who_answers_whom() -> None:
    text = show(parse(starter("two-towns"), "a.toml"))
    assert "|  | `water` | `gain` | `order` | `blame` | `own` |" in text
    assert "| `blame` | ○ | ● | ○ |   |   |" in text
    assert "| `blame` | `water` | Trust ≤ 4 |" in text
    assert "| `own` | `order` | – |" in text


def test_headlines_say_who_chooses_what() -> None:
    text = show(parse(starter("two-towns"), "a.toml"))
    assert (
        "Upper chooses: A Pay for it: Upper capital −2, Trust +1; "
        "or B Call it bad luck: Quarrel +1" in text
    )
    assert "flash: Flood +1" in text
