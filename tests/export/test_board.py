"""The drawn board: well-formed SVG of any position, in which words are only words."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.export import ExportedGame, ExportError, export
from game.export.svg import fit, width, wrap
from game.match import Match
from game.rules.debate import standing
from game.telling.messages import number
from game.text import line
from tests.examples import examples
from tests.export.games import PAYLOADS, match, matches, payloads, planted, well

NAMES = {"svg", "title", "style", "rect", "line", "path", "circle", "text", "g"}
ATTRIBUTES = {"class", "cx", "cy", "d", "height", "r", "role", "rx", "text-anchor"}
ATTRIBUTES |= {"viewBox", "width", "x", "x1", "x2", "y", "y1", "y2"}


def read(text: str) -> list[ET.Element]:
    """The elements of a drawing."""
    found = list(ET.fromstring(text).iter())
    for each in found:
        space, _, name = each.tag.rpartition("}")
        assert space == "{http://www.w3.org/2000/svg"
        assert name in NAMES
        assert set(each.attrib) <= ATTRIBUTES
    return found


def words(elements: list[ET.Element], name: str = "text") -> list[str]:
    return [each.text or "" for each in elements if each.tag.endswith(f"}}{name}")]


@given(matches, st.data())
@examples(25)
def test_any_position_can_be_drawn(match: Match, data: st.DataObject) -> None:
    """Tracks, scores, motions and the debate of the position stand in the drawing."""
    game = ExportedGame.of(match)
    at = data.draw(st.integers(0, len(game.decisions)))
    side = data.draw(st.sampled_from((None, *game.book.side_ids)))
    text = export(match, "svg", at=at, side=side)
    elements = read(text)
    drawn, hints = words(elements), words(elements, "title")
    state = game.states[at]
    for index, track in enumerate(game.scenario.tracks):
        assert any(
            hint.startswith(f"{track.name}: {number(state.tracks[index])} of ") for hint in hints
        )
    for motion in game.scenario.motions:
        assert any(hint.startswith(f"{motion.name}: ") for hint in hints)
    stands = ["stands", "is attacked"]
    shown = [each for each in drawn if each in stands]
    expected = standing(state.debate) if state.debate else ()
    assert shown == [stands[not up] for up in expected]
    assert f"Round {state.round} of {game.book.rounds}" in hints[0]
    assert text == export(match, "svg", at=at, side=side)


@given(payloads)
@examples(20)
@example("".join(PAYLOADS))
def test_strangers_words_are_only_words(payload: str) -> None:
    """Hostile names and texts stand in a drawing as text, and add no element of another kind."""
    elements = read(export(planted(payload), "svg", at=3))
    assert any(line(payload) in hint for hint in words(elements, "title"))


def test_the_chosen_side_is_drawn_first() -> None:
    """So that either player sees the own side on top."""
    one, other = (words(read(export(well(), "svg", side=side))) for side in ("a", "b"))
    first, second = (side.name for side in well().scenario.sides)
    assert one.index(first) < one.index(second)
    assert other.index(first) > other.index(second)


def test_both_grounds_are_drawn_for() -> None:
    """Every colour of the light drawing has one for dark ground."""
    light, dark = export(well(), "svg").split("@media")
    rule = re.compile(r"(?:fill|stroke):#[0-9a-f]{6}")
    assert len(rule.findall(light)) == len(rule.findall(dark)) > 10


@pytest.mark.parametrize("at", [-1, 10_000])
def test_a_position_that_is_not_there_is_refused(at: int) -> None:
    """The message says which there are."""
    last = len(well().decisions)
    with pytest.raises(ExportError, match=f"^the match has no position {at}: choose 0 to {last}"):
        export(well(), "svg", at=at)


def test_a_side_that_is_not_there_is_refused() -> None:
    """The message says which there are."""
    with pytest.raises(ExportError, match=r'^there is no side "x": choose a or b$'):
        export(well(), "svg", side="x")


@given(st.text(max_size=60), st.integers(10, 300), st.integers(1, 4))
def test_words_keep_to_their_room(text: str, room: int, most: int) -> None:
    """Cut or broken into lines, words are never wider than they may be."""
    assert width(fit(text, 14, room), 14) <= max(room, width("…", 14))
    rows = wrap(text, 14, room, most)
    assert len(rows) <= most
    assert all(width(row, 14) <= max(room, width("…", 14)) for row in rows)


def test_a_start_of_other_numbers_is_drawn() -> None:
    """The first position of the shipped game, before anything was decided."""
    read(export(match("shipped", 1, 1), "svg", at=0))
