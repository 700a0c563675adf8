"""A game that is over is gone on with like any other in plain mode."""

from __future__ import annotations

from pathlib import Path

from game.match import Match
from tests.cli.kept import path_of as save
from tests.cli.terminal import RANDOM, Command


def test_a_finished_match_is_resumed_like_any_other_in_plain_mode(
    command: Command, tmp_path: Path
) -> None:
    """All that could be done where it ended can be done."""
    command("play", "--plain", "--seed", "7", "--save", "x", typed="1\n" * 300)
    match = Match.open(save(tmp_path), read_only=True)
    assert match.over
    answers = "rename 0 Good\ncomment Over.\nback\nquit\n"
    said = command("resume", "x", "--plain", typed=answers)
    assert "only looked at" not in said.out
    kept = Match.open(save(tmp_path), read_only=True)
    assert kept.tree.variations[0].name == "Good"
    assert [each.text for each in kept.tree.comments] == ["Over."]
    assert kept.tree.asked is not None


def test_branch_says_how_to_play_on_in_plain_mode(command: Command) -> None:
    command(*RANDOM, "--save", "x")
    said = command("branch", "x", "--at", "3", "--plain")
    assert said.code == 2
    assert "resume NAME --plain" in said.err
    assert "--plain random" not in said.err
