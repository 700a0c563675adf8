"""Plain mode says what is new to somebody once, and what a lesson is for."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from pathlib import Path

from game.match import Match
from game.opponents import opponent
from game.plain import PlainGame
from game.scenario import MILD, read_text
from game.scenario.lessons import lesson
from game.settings import SettingsFile
from game.teaching.begin import opened_lesson
from tests.plain.paper import Paper

NEW = "New to you: "
PEOPLE = ("human", "human")


def match(seats: tuple[str, str] = PEOPLE) -> Match:
    """A first game."""
    return Match.new(*read_text(MILD), seats=seats, seed=10, clock=lambda: "")


def game(match: Match, paper: Paper, kept: SettingsFile | None) -> PlainGame:
    seating = partial(opponent, seed=match.seed, scenario=match.scenario)
    return PlainGame(match, seating, paper, nullcontext, kept=kept)


def noted(match: Match, kept: SettingsFile | None, *answers: str) -> list[str]:
    """The notes of a game that is played with these answers."""
    paper = Paper(answers)
    game(match, paper, kept).begin()
    return [line for line in paper.lines if line.startswith(NEW)]


def test_each_note_is_said_once_ever(tmp_path: Path) -> None:
    """One before a decision; not again when one asks, goes back, or begins another game."""
    path = tmp_path / "settings.json"
    kept = SettingsFile(path)
    decided = ("table:train/enemy", "look", "accept", "back", "accept", *["consult"] * 4)
    first = noted(match(), kept, *decided)
    assert len(first) == len(set(first)) > 3
    assert first[0].startswith(f"{NEW}The next round begins")
    assert "Answer news to hear" in first[0]
    assert any("A motion is on the table" in each for each in first)
    seen = SettingsFile(path).read().seen_notes
    assert len(seen) == len(first)
    again = SettingsFile(path)
    again.read()
    assert not set(noted(match(), again, *decided)) & set(first)
    assert SettingsFile(path).read().seen_notes[: len(seen)] == seen


def test_who_hears_the_first_one_hears_how_to_end_them(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    paper = Paper(
        ["settings notes off", "table:train/enemy", "settings notes", "settings notes on"]
    )
    game(match(), paper, kept).begin()
    ends = [at for at, line in enumerate(paper.lines) if "settings notes off ends them" in line]
    assert len(ends) == 1
    assert paper.lines[ends[0] - 1].startswith(NEW)
    assert sum(line.startswith(NEW) for line in paper.lines) == 1
    assert "Notes: off." in paper.lines
    assert "Write settings notes on, or settings notes off." in paper.lines
    assert paper.lines.index("Notes: on.") > paper.lines.index("Notes: off.")
    assert SettingsFile(tmp_path / "settings.json").read().notes


def test_nothing_is_new_to_opponents_or_to_who_wants_no_notes(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    assert noted(match(("random", "random")), kept) == []
    assert kept.read().seen_notes == ()
    assert noted(match(), None, "table:train/enemy") == []
    kept.change(notes=False)
    assert noted(match(), kept, "table:train/enemy") == []


def test_who_comes_back_to_a_lesson_hears_its_goal(tmp_path: Path) -> None:
    """As whoever looks at the table does; and a lesson is not talked into."""
    taught = lesson("motion")
    learnt = opened_lesson(taught)
    kept, paper = SettingsFile(tmp_path / "settings.json"), Paper(["look"])
    game(learnt, paper, kept).resume()
    goal = f"Lesson {taught.place} – {taught.goal}"
    assert paper.lines.count(goal) == 2
    assert paper.lines.count(f"Lesson, to try: {taught.steps[0].task}") == 2
    assert kept.read().seen_notes == ()
    assert not any("lesson" in line.lower() for line in _resumed(match()).lines)


def _resumed(match: Match) -> Paper:
    paper = Paper(["look"])
    game(match, paper, None).resume()
    return paper


def test_a_lesson_tells_unasked_what_it_has_come_to_and_all_to_who_asks() -> None:
    """The first one neither tracks nor what is wanted in the end, the second only trust."""
    answers = {"motion": [], "ladder": ["accept"], "news": []}
    told = {name: _begun(name, answered) for name, answered in answers.items()}
    assert "Trust" not in told["motion"]
    assert "\nTrust 4.\n" in told["ladder"]
    assert [name for name, words in told.items() if "Threat 7 in danger" in words] == ["news"]
    assert [name for name, words in told.items() if "if it ended now" in words] == ["news"]
    asked = _begun("motion", ["look"])
    assert "Threat" in asked
    assert "needs Trust at least 5" in asked


def _begun(name: str, answers: list[str]) -> str:
    """What is told before the first decision, after the situation."""
    paper = Paper(answers)
    game(opened_lesson(lesson(name)), paper, None).resume()
    return "\n".join(line for line in paper.lines if line not in _words_of(name))


def _words_of(name: str) -> set[str]:
    taught = lesson(name)
    return {f"Lesson {taught.place} – {taught.goal}", f"Lesson, to try: {taught.steps[0].task}"}
