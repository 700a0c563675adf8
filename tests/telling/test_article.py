"""What is cited can be read: every paragraph behind anything in a scenario has its text."""

from __future__ import annotations

import pytest
from attrs import evolve

from game.rules import Kind, Rulebook, legal
from game.scenario import load
from game.scenario.catalogue import ids
from game.scenario.kinds import Words
from game.scenario.walk import walk
from game.telling.article import article, article_lines, cited_by
from game.telling.voice import Voice
from tests.telling.test_board import boards, voice


@pytest.mark.parametrize("name", ids())
def test_every_paragraph_that_is_cited_has_its_text(name: str) -> None:
    """And each one that is told is cited by something, which is named with it."""
    scenario = load(name)
    cited = {
        str(leaf.value)
        for leaf in walk(scenario)
        if leaf.kind == Words(20, cited=True) and leaf.path[0] != "source"
    }
    told = {each.cite: each for each in article(voice(name)).paragraphs}
    assert cited <= set(told)
    for each in told.values():
        assert each.text
        assert not each.rests or each.cite in cited
    assert sum(bool(each.rests) for each in told.values()) > len(told) // 2


@pytest.mark.parametrize("name", ids())
def test_what_can_be_decided_leads_to_what_it_cites(name: str) -> None:
    """A motion to its own paragraph unless the argument for it has one; an answer to its own."""
    told, book = voice(name), voice(name).book
    met = set()
    for state, _ in boards(name)[::11]:
        for each in legal(book, state):
            cited = cited_by(told, state, each, -1)
            if each.kind in (Kind.REBUT, Kind.REJOIN):
                source = book.scenario.arguments[each.subject].source
                assert not source or cited == source
            elif each.kind is Kind.TABLE:
                backing = book.scenario.arguments[each.backing].source
                assert cited == (backing or book.scenario.motions[each.subject].source)
            elif each.kind is Kind.ACT:
                assert cited == book.scenario.acts[each.subject].source
            met.add(each.kind)
            assert article(told).place(cited) >= 0 or not cited
    assert {Kind.TABLE, Kind.ACT} <= met


def test_a_scenario_that_tells_no_paragraph_says_what_rests_on_each() -> None:
    scenario = load("shared-enemy")
    bare = evolve(scenario, source=evolve(scenario.source, paragraphs=()))
    found = article(Voice(Rulebook(bare)))
    assert {each.cite for each in found.paragraphs} == {
        each.cite for each in article(voice("shared-enemy")).paragraphs
    }
    assert all(each.rests and not each.text for each in found.paragraphs)


@pytest.mark.parametrize("name", ids())
def test_the_lines_hold_every_paragraph(name: str) -> None:
    lines = "\n".join(article_lines(voice(name)))
    for each in load(name).source.paragraphs:
        assert each.text in lines
