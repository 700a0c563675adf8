"""The briefing: what you want, what the other side wants, and who sits opposite, in this order."""

from __future__ import annotations

import pytest

from game.match import Match
from game.review.asked import game_of
from game.scenario import load, read_text, scenarios
from game.scenario.cast import character, for_scenario
from game.telling.board import board
from game.telling.briefing import (
    BriefingKind,
    BriefingRow,
    before_story,
    briefing,
    in_lines,
    story,
    wanted,
)
from game.telling.messages import aloud
from game.telling.voice import Voice

IDS = [each.id for each in scenarios()]


def told(name: str, seats: tuple[str, str]) -> tuple[Match, tuple[BriefingRow, ...]]:
    match = Match.new(*read_text(name), seats=seats, seed=5)
    voice = Voice(match.book)
    table = board(voice, match.state, seats)
    return match, briefing(voice, table, game_of(match.tree.variation))


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("side", [0, 1])
def test_what_you_want_comes_first_with_every_objective(name: str, side: int) -> None:
    seats = ("human", "student") if side == 0 else ("student", "human")
    match, rows = told(name, seats)
    scenario = match.scenario
    assert scenario.sides[side].about in rows[0].text
    assert str(scenario.sides[side].threshold) in rows[1].text
    own = [each for each in scenario.objectives if each.side == scenario.sides[side].id]
    goals = [each for each in rows if each.kind in (BriefingKind.MET, BriefingKind.OPEN)]
    assert [each.text.partition(":")[0] for each in goals] == [each.name for each in own]
    other = next(each for each in rows if each.side == 1 - side)
    assert scenario.sides[1 - side].name in other.text
    assert all(each.name in other.text for each in scenario.objectives if each.side != own[0].side)


def test_who_sits_opposite_comes_with_all_its_lines() -> None:
    _, rows = told("paris-thaw", ("human", "student"))
    said = "\n".join(each.text for each in rows)
    student = character("student")
    assert f"Opposite sits The Student. {student.stance}" in said
    assert all(line.say in said for line in student.lines)


@pytest.mark.parametrize("name", IDS)
def test_the_first_page_and_the_story_are_the_whole_briefing(name: str) -> None:
    """Apart from a gap between them; the opening is in the story, every objective before it."""
    match, rows = told(name, ("human", "student"))
    before, after = before_story(rows), story(rows)
    assert [*before, BriefingRow(BriefingKind.GAP), *after] == [*rows]
    paragraphs = [each.text for each in after if each.kind is BriefingKind.STORY]
    assert paragraphs == match.scenario.opening.split("\n\n")
    assert not any(each.kind in (BriefingKind.MET, BriefingKind.OPEN) for each in after)


def test_two_people_are_told_what_both_want() -> None:
    """Neither sits opposite anybody who is to be explained."""
    match, rows = told("paris-thaw", ("human", "human"))
    said = "\n".join(each.text for each in rows)
    assert all(each.about in said for each in match.scenario.sides)
    assert "Opposite" not in said


def test_an_objective_says_whether_it_is_met_where_it_is_read_aloud() -> None:
    match = Match.new(*read_text("paris-thaw"), seats=("human", "human"), seed=5)
    voice = Voice(match.book, aloud())
    table = board(voice, match.state, match.seats)
    rows = [in_lines(voice, each) for each in wanted(voice, table, game_of(match.tree.variation))]
    assert any(each.endswith("So it stands.") for each in rows)
    assert not any("✓" in each or "≤" in each for each in rows)


@pytest.mark.parametrize("name", IDS)
def test_what_everybody_is_like_is_told_in_whole_sentences(name: str) -> None:
    """Each has a subject: it may be told after the name, or alone."""
    cast = for_scenario(load(name))
    assert cast
    assert all(each.stance.startswith("It ") and each.stance.endswith(".") for each in cast)
