"""The debates as argument maps and frameworks: others compute what the game says stands."""

from __future__ import annotations

import json
import re
from typing import Any

import networkx as nx  # type: ignore[import-untyped] # it comes without types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.export import ExportedGame, ExportError, export
from game.export.frameworks import frameworks
from game.export.outline import exchanges, outline
from game.match import Match
from game.rules.debate import grounded, stood
from game.text import line
from tests.examples import examples
from tests.export.games import match, matches, payloads, planted

Attacks = list[tuple[str, str]]


def solved(nodes: list[str], attacks: Attacks) -> set[str]:
    """The grounded extension, found without the game's code.

    It is the least fixed point of "every attacker is attacked from within": begin with nothing,
    and take whatever is defended until nothing is added.
    """
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(attacks)
    inside: set[str] = set()
    while True:
        beaten = {beaten for node in inside for beaten in graph.successors(node)}
        defended = {node for node in graph if set(graph.predecessors(node)) <= beaten}
        if defended == inside:
            return inside
        inside = defended


def facts(text: str) -> tuple[list[str], Attacks]:
    """Arguments and attacks of a logic program."""
    known = re.compile(r"arg\(([a-z][a-z0-9_]*)\)\.|att\(([a-z0-9_]+),([a-z0-9_]+)\)\.")
    nodes, attacks = [], []
    for row in text.splitlines():
        found = known.fullmatch(row)
        assert found is not None, row
        if found[1]:
            nodes.append(found[1])
        else:
            attacks.append((found[2], found[3]))
    return nodes, attacks


def numbers(text: str) -> tuple[list[str], Attacks, dict[str, str]]:
    """Arguments, attacks and names of a framework in the form of the competitions."""
    head, *rows = text.splitlines()
    count = int(head.removeprefix("p af "))
    names = dict(row[2:].split(" ") for row in rows if row.startswith("#"))
    attacks = [tuple(row.split(" ")) for row in rows if not row.startswith("#")]
    nodes = [str(number) for number in range(1, count + 1)]
    return nodes, [(one, other) for one, other in attacks], names


@given(matches)
@examples(25)
def test_what_stands_is_the_grounded_extension(match: Match) -> None:
    """Solved from either file, exactly the arguments stand that stood in the game."""
    game = ExportedGame.of(match)
    right = []
    for each in exchanges(outline(game)):
        chain = each.debate.chain
        places = [place for place, _ in enumerate(chain) if (len(chain) - 1 - place) % 2 == 0]
        assert tuple(chain[place] for place in places) == stood(each.debate)
        right += [(each.number, place + 1) for place in places]
    found = {node.name for each in frameworks(game) for node in each.grounded}
    assert [_place(name) for name in sorted(found, key=_place)] == right
    nodes, attacks = facts(export(match, "aspartix"))
    assert solved(nodes, attacks) == found
    numbered, pairs, names = numbers(export(match, "iccma"))
    assert {names[each] for each in solved(numbered, pairs)} == found
    assert [names[each] for each in numbered] == nodes
    assert [(names[one], names[other]) for one, other in pairs] == attacks


def _place(name: str) -> tuple[int, int]:
    found = re.match(r"d(\d+)a(\d+)_", name)
    assert found is not None
    return int(found[1]), int(found[2])


@given(st.integers(0, 9), st.data())
@examples(30)
def test_the_rules_solve_any_framework(count: int, data: st.DataObject) -> None:
    """Not only chains: with cycles and arguments against themselves, too."""
    nodes = st.integers(0, count)
    attacks = data.draw(st.lists(st.tuples(nodes, nodes), unique=True, max_size=20))
    found = grounded(tuple(attacks), count + 1)
    right = solved([str(each) for each in range(count + 1)], [(str(a), str(b)) for a, b in attacks])
    assert {str(each) for each in found} == right


@given(matches)
@examples(20)
def test_the_map_holds_every_debate(match: Match) -> None:
    """From the nodes of the map alone each debate can be read again."""
    game = ExportedGame.of(match)
    told = json.loads(export(match, "aif"))
    nodes = {node["nodeID"]: node for node in told["nodes"]}
    assert len(nodes) == len(told["nodes"])
    assert len({edge["edgeID"] for edge in told["edges"]}) == len(told["edges"])
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((edge["fromID"], edge["toID"]) for edge in told["edges"])
    assert set(graph) == set(nodes)
    kinds = {name: node["type"] for name, node in nodes.items()}
    for name, kind in kinds.items():
        into, out = (
            [kinds[each] for each in neighbours(name) if kinds[each] != "YA"]
            for neighbours in (graph.predecessors, graph.successors)
        )
        if kind in ("RA", "CA"):
            assert (into, out) == (["I"], ["I"])
        elif kind == "TA":
            assert (into, out) == (["L"], ["L"])
        elif kind == "YA":
            assert (len(into), len(out)) == (1, 1)
    debates = exchanges(outline(game))
    parts = list(nx.weakly_connected_components(graph))
    assert len(parts) == len(debates)
    for each, part in zip(debates, parts, strict=True):
        ideas = [name for name in nodes if name in part and kinds[name] == "I"]
        held = [name for name in ideas if "YA" in map(kinds.get, graph.predecessors(name))]
        said = [line(speech.words) for speech in each.speeches]
        assert [nodes[name]["text"] for name in held[1:]] == said
        facts = [nodes[name]["text"] for name in ideas if name not in held]
        assert facts == [line(speech.note) for speech in each.speeches if speech.note]
        scheme = [next(iter(graph.successors(name))) for name in held[1:]]
        assert [kinds[name] for name in scheme] == ["RA", *["CA"] * (len(said) - 1)]
        assert [next(iter(graph.successors(name))) for name in scheme] == held[:-1]
    turns = [name for name in nodes if kinds[name] == "L"]
    assert [each["nodeID"] for each in told["locutions"]] == turns


@pytest.mark.parametrize("to", ["aif", "aspartix", "iccma"])
def test_one_debate_can_be_chosen(to: str) -> None:
    """By its number; and a number that no debate has is refused."""
    played = match("shipped", 5)
    count = len(exchanges(outline(ExportedGame.of(played))))
    whole = {export(played, to, debate=number) for number in range(1, count + 1)}
    assert len(whole) == count > 1
    for wrong in (0, count + 1):
        with pytest.raises(ExportError, match=f"^the match has no debate {wrong}: choose 1 to"):
            export(played, to, debate=wrong)


def test_a_match_without_a_debate_is_an_empty_framework() -> None:
    """There is nothing to attack."""
    begun = match("well", 1, 0)
    assert export(begun, "aspartix") == ""
    assert export(begun, "iccma") == "p af 0\n"
    with pytest.raises(ExportError, match="no motion was tabled in it"):
        export(begun, "aspartix", debate=1)


@given(payloads)
@examples(15)
def test_strangers_words_do_not_reach_the_frameworks(payload: str) -> None:
    """They are made of ids, which can hold nothing but letters, digits, hyphens and underscores."""
    game = planted(payload)
    for to in ("aspartix", "iccma"):
        assert export(game, to) == export(planted("Zyx"), to)
    texts = {node["text"] for node in json.loads(export(game, "aif"))["nodes"]}
    assert line(payload) in texts
