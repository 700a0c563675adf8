"""A match is reviewed, the review is kept, and a second look goes on from there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from game.match import Journal, Match
from game.review import making
from game.review.review_store import ReviewStore
from tests.cli.kept import path_of
from tests.cli.terminal import Command, sentence
from tests.match.games import new, play_out
from tests.opponents.workers import Script

CHEAP = ("--budget", "1")


@pytest.fixture(autouse=True)
def _threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are threads here: processes take their time to start."""
    monkeypatch.setattr("game.cli.review.humble_pool", Script(free=True).pool)


def keep(folder: Path, most: int = 4) -> None:
    """A small game of so many decisions."""
    play_out(new(seed=7, journal=Journal(path_of(folder))), 7, most=most).close()


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may think from now on."""

    def think(*_: object, **__: object) -> None:
        raise AssertionError("something was found out again")

    monkeypatch.setattr("game.review.evaluator.evaluate", think)
    monkeypatch.setattr(making, "reachable", think)


def test_a_review_is_made_kept_and_shown_in_every_form(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And only once found out."""
    keep(tmp_path, most=1000)
    save = path_of(tmp_path)
    before = save.read_bytes()
    said = command("review", "x", *CHEAP)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Review: ")
    assert "To discuss" in said.out
    assert save.read_bytes() == before
    assert save.with_name("x.review-0").exists()
    forbid(monkeypatch)
    assert command("review", "x", *CHEAP).out == said.out
    record = json.loads(command("review", "x", *CHEAP, "--json").out)
    assert record["budget"] == 1
    assert command("review", "x", *CHEAP, "--markdown").out.startswith("# Review: ")
    page = tmp_path / "x.html"
    written = command("review", "x", *CHEAP, "--html", str(page))
    assert (written.code, written.out) == (0, "")
    assert "x.html" in written.err
    assert command("review", "x", *CHEAP, "--html", "-").out == page.read_text(encoding="utf-8")
    assert command("review", "x", *CHEAP, "--html", str(page)).code == 1
    assert command("review", "x", *CHEAP, "--html", str(page), "--force").code == 0


def test_a_printed_game_ends_with_what_mattered_most_by_its_review_once_there_is_one(
    command: Command, tmp_path: Path
) -> None:
    keep(tmp_path, most=1000)
    heading = "What mattered most, as the review has it:"
    assert heading not in command("replay", "x", "--plain").out
    command("review", "x", *CHEAP)
    assert heading in command("replay", "x", "--plain").out


def test_a_damaged_review_is_named_and_made_anew(command: Command, tmp_path: Path) -> None:
    """It is never shown, nor what is left of it."""
    keep(tmp_path)
    first = command("review", "x", *CHEAP)
    file = path_of(tmp_path).with_name("x.review-0")
    whole = file.read_bytes()
    file.write_bytes(whole[:-200])
    said = command("review", "x", *CHEAP)
    assert said.code == 0
    assert said.out == first.out
    assert "is damaged in line" in said.err
    assert file.read_bytes() == whole


def test_a_review_is_verified_by_finding_it_out_anew(command: Command, tmp_path: Path) -> None:
    """Also one that somebody forged with care."""
    keep(tmp_path)
    none = command("review", "x", "--verify")
    assert none.code == 1
    assert "no review" in sentence(none)
    command("review", "x", *CHEAP)
    good = command("review", "x", "--verify")
    assert good.code == 0
    assert "are the same" in good.out
    store = ReviewStore(Match.open(path_of(tmp_path), read_only=True), 0)
    _, findings = store.load()
    budget, one = next(iter(findings.evaluations))
    findings.evaluations.add(budget, evolve(one, seeds=((999, 999),)))
    store.keep(findings)
    forged = command("review", "x", "--verify")
    assert forged.code == 1
    assert "1 of " in forged.err


def test_ctrl_c_keeps_what_was_found_out(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same command goes on from there."""
    keep(tmp_path)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "_reachable", interrupted)  # when half of it is found out
    said = command("review", "x", *CHEAP)
    assert said.code == 130
    assert "the same command goes on from there" in said.err
    assert path_of(tmp_path).with_name("x.review-0").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--json", "--markdown"),
        ("--html", "-", "--verify"),
        ("--budget", "0"),
        ("--budget", "much"),
        ("--budget", "1000000"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(
    command: Command, tmp_path: Path, options: tuple[str, ...]
) -> None:
    keep(tmp_path)
    assert command("review", "x", *options).code == 2


def test_a_save_or_a_line_that_is_not_there_is_said_not_to_be(
    command: Command, tmp_path: Path
) -> None:
    keep(tmp_path)
    assert "no save" in sentence(command("review", "y"))
    assert "decisions, not 99" in sentence(command("review", "x", "--from", "99"))
    assert "no variation 3" in sentence(command("review", "x", "--variation", "3"))


def test_what_else_would_have_come_is_told_in_shares(command: Command, tmp_path: Path) -> None:
    """Of a decision or of news; what was forced is said to have been."""
    keep(tmp_path, most=3)
    record = json.loads(command("review", "x", *CHEAP, "--json").out)
    steps = {step["ply"] + 1: step for step in record["steps"]}
    for number, step in steps.items():
        said = command("review", "x", *CHEAP, "--what-if", str(number))
        assert said.code == 0
        assert " of 100 (" in said.out
        assert ("Had other news come" in said.out) is (step["who"] == "chance")
    wrong = command("review", "x", *CHEAP, "--what-if", "99")
    assert wrong.code == 2
    assert "near it are" in sentence(wrong)


def test_each_line_of_play_has_its_own_review(command: Command, tmp_path: Path) -> None:
    keep(tmp_path)
    command("branch", "x", "--at", "3")
    said = command("review", "x", *CHEAP, "--variation", "1", "--from", "2", "--json")
    assert json.loads(said.out)["variation"] == 1
    assert json.loads(said.out)["plane"]["ply"] == 2
    assert path_of(tmp_path).with_name("x.review-1").exists()
    assert not path_of(tmp_path).with_name("x.review-0").exists()
