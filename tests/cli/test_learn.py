"""Lessons by command: the list, a lesson in lines of text, and what goes wrong."""

from __future__ import annotations

from pathlib import Path
from shutil import copy
from unittest.mock import patch

import pytest

from game.scenario.lessons import lesson_ids, lessons
from tests.cli.terminal import Command, sentence


def test_the_lessons_are_listed_with_how_far_one_is(command: Command) -> None:
    said = command("learn")
    assert said.code == 0
    assert said.out.count("(new)") == len(lesson_ids())
    command("learn", "motion", "--plain", typed="1\n")
    assert command("learn").out.count("(begun)") == 1


def test_a_lesson_is_played_in_lines_with_the_same_steps(command: Command) -> None:
    """Its goal, what to try before each decision, an answer to what was done, and its end."""
    steps = next(each.lesson.steps for each in lessons() if each.lesson and each.id == "motion")
    said = command("learn", "motion", "--plain", typed=("\n" * 5 + "1\n") * 24)
    assert said.code == 0
    assert "Lesson 1: A motion and its debate" in said.out
    assert f"Lesson, to try: {steps[0].task}" in said.out
    assert f"Lesson: {steps[0].said}" in said.out
    assert "is over. What was learnt:" in said.out
    assert said.out.count("From here on you play freely") == 1


def test_a_lesson_goes_on_where_it_was_left_or_anew(command: Command) -> None:
    command("learn", "motion", "--plain", typed="1\n")
    said = command("learn", "motion", "--plain", typed="\n" * 5)
    assert "Lesson, to try" in said.out
    assert "lesson-motion-2" not in said.out
    assert "Saved as lesson-motion-2" in command("learn", "motion", "--plain", "--anew").out


def test_there_is_no_lesson_of_that_name(command: Command) -> None:
    said = command("learn", "motoin", "--plain")
    assert said.code == 2
    assert 'Did you mean "motion"?' in sentence(said)


@pytest.mark.parametrize(
    ("name", "data"),
    [("bytes", bytes(range(256))), ("huge", b"x" * 300_000), ("empty", b""), ("text", b"id = 1\n")],
)
def test_a_broken_lesson_is_told_and_hides_no_other(
    command: Command, tmp_path: Path, name: str, data: bytes
) -> None:
    folder = tmp_path / "scenarios" / "lessons"
    folder.mkdir(parents=True)
    (folder / f"{name}.toml").write_bytes(data)
    good = Path("scenarios/lessons/motion.toml").read_bytes()
    (folder / "motion.toml").write_bytes(good)
    copy("scenarios/paris-thaw.toml", folder.parent)
    with patch("game.scenario.catalogue.shipped", return_value=tmp_path / "scenarios"):
        said = command("learn")
        assert said.code == 0
        assert f"scenarios/lessons/{name}.toml" in said.err
        assert "A motion and its debate (new)" in said.out
        assert command("learn", name, "--plain").code == 1


def test_a_lesson_is_checked_like_a_scenario(command: Command, tmp_path: Path) -> None:
    """By its id, or as a file; each fault with its line."""
    assert command("scenario", "check", "motion").out.strip() == "motion: good"
    file = tmp_path / "mine.toml"
    text = Path("scenarios/lessons/ladder.toml").read_text(encoding="utf-8")
    file.write_text(text.replace("table:advise/enemy", "table:advise/law"), encoding="utf-8")
    said = command("scenario", "check", str(file))
    assert said.code == 1
    assert "[opening-unplayable]" in said.out
    assert 'Did you mean "table:' in said.out
