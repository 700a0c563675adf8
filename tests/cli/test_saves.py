"""Saves are listed, sorted, chosen, tidied and verified, for people and for programs."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from game.cli.listing import moment
from game.match import verify
from game.match.places import EXAMPLES
from game.review.saves import KINDS
from game.scenario.catalogue import shipped
from tests.cli.kept import damage, keep, path_of, seen
from tests.cli.terminal import Command, Said

EXAMPLE = EXAMPLES[0]


def names(said: Said) -> list[str]:
    """The names of the own saves that a list shows, in its order."""
    assert said.code == 0
    listed = [line.split()[0] for line in said.out.splitlines()]
    return [name for name in listed if name != EXAMPLE]


def records(said: Said) -> list[dict[str, object]]:
    found = json.loads(said.out)
    return [each for each in found if not each["example"]]


# ---------------------------------------------------------------------- listing


def test_a_finished_save_is_listed_with_its_verdict_and_its_final_scores(
    command: Command, tmp_path: Path
) -> None:
    keep(tmp_path, over=True)
    match = seen(tmp_path)
    assert match.verdict is not None
    first, second = (str(score).replace("-", "−") for score in match.verdict.final)
    line = command("saves").out.splitlines()[0]
    title = match.scenario.epilogues[match.verdict.name].title
    assert f"{title}, {first} to {second}" in line
    assert f"head {match.head_code}" in line


def test_players_go_by_their_names_and_opponents_by_their_titles(
    command: Command, tmp_path: Path
) -> None:
    keep(tmp_path, seats=("human", "random"), names=("Ann", "Bob"))
    assert "Ann against Chance" in command("saves").out
    assert names(command("saves", "--filter", "chance")) == ["x"]
    assert names(command("saves", "--filter", "random")) == ["x"]
    assert "x" not in names(command("saves", "--filter", "hardliner"))


def test_a_damaged_save_is_listed_as_such(command: Command, tmp_path: Path) -> None:
    damage(keep(tmp_path, "consult", "consult"), 3)
    assert command("saves").out.split()[:2] == ["x", "damaged"]


def test_saves_are_sorted_by_what_is_asked_for(command: Command, tmp_path: Path) -> None:
    keep(tmp_path, "consult", name="b", variant="easy")
    keep(tmp_path, name="c")
    keep(tmp_path, over=True, name="a")
    for at, name in enumerate("abc"):
        os.utime(path_of(tmp_path, name), (at, at))
    assert names(command("saves")) == ["c", "b", "a"]
    assert names(command("saves", "--sort", "name")) == ["a", "b", "c"]
    assert names(command("saves", "--sort", "played")) == ["c", "b", "a"]
    assert names(command("saves", "--sort", "length")) == ["c", "b", "a"]
    assert names(command("saves", "--sort", "scenario")) == ["a", "c", "b"]


def test_saves_are_chosen_by_their_kind_and_by_words(command: Command, tmp_path: Path) -> None:
    keep(tmp_path, name="going", names=("Ann", ""))
    keep(tmp_path, over=True, name="done")
    damage(keep(tmp_path, "consult", name="torn"), 2)
    assert names(command("saves", "--filter", "going")) == ["going"]
    assert names(command("saves", "--filter", "over")) == ["done"]
    assert names(command("saves", "--filter", "damaged")) == ["torn"]
    assert names(command("saves", "--filter", "example")) == []
    assert names(command("saves", "--filter", "ANN")) == ["going"]
    assert names(command("saves", "--filter", "over", "--filter", "nothing of this")) == ["No"]


def test_every_kind_is_told_in_the_help(command: Command) -> None:
    told = " ".join(command("saves", "--help").out.split())
    assert all(kind in told for kind in KINDS)


def test_for_programs_a_save_has_all_there_is_to_know(command: Command, tmp_path: Path) -> None:
    keep(tmp_path, over=True, title="An evening", names=("Ann", "Bob"))
    match = seen(tmp_path)
    (record,) = records(command("saves", "--json"))
    assert match.verdict is not None
    assert record["name"] == "x"
    assert Path(str(record["file"])) == path_of(tmp_path)
    assert record["names"] == ["Ann", "Bob"]
    assert record["final"] == list(match.verdict.final)
    assert record["verdict"] == match.verdict.name
    assert record["decisions"] == len(match.decisions)
    assert record["head_code"] == match.head_code
    assert record["created"] == "2026-01-31T12:00:00Z"
    assert record["damage"] is None


def test_without_a_save_a_program_gets_an_empty_list(command: Command) -> None:
    assert records(command("saves", "--json")) == []


@pytest.mark.parametrize("seconds", [-(10**11), 10**12, -1, 0])
def test_a_save_is_listed_whatever_the_time_of_its_file(
    command: Command, tmp_path: Path, seconds: int
) -> None:
    """A time that no calendar has is none."""
    try:
        os.utime(keep(tmp_path), (seconds, seconds))
    except OSError:
        pytest.skip("this disk keeps no such time")
    assert names(command("saves", "--sort", "played")) == ["x"]
    (record,) = records(command("saves", "--json"))
    played = record["played"]
    assert played == {-1: "1969-12-31T23:59:59Z", 0: "1970-01-01T00:00:00Z"}.get(seconds, played)
    assert moment(float(10**12)) is None
    assert moment(float(-(10**11))) is None


def test_a_giant_save_is_listed_by_its_beginning_and_said_not_to_be_looked_at(
    command: Command, tmp_path: Path
) -> None:
    """It is neither called good nor damaged."""
    path = keep(tmp_path, names=("Ann", ""), title="Long")
    with path.open("ab") as file:
        file.truncate(40_000_000)
    said = command("saves", "--filter", "ann")
    assert said.out.splitlines()[0].split("  ") == [
        "x",
        "not looked at, 40 MB",
        "Ann against a person",
        "shared-enemy",
    ]
    assert names(command("saves", "--filter", "unseen")) == ["x"]
    for kind in ("going", "over", "damaged"):
        assert "x" not in names(command("saves", "--filter", kind))
    (record,) = records(command("saves", "--json"))
    assert not record["looked_at"]
    assert record["size"] == 40_000_000
    assert [record[each] for each in ("round", "scores", "decisions", "head_code", "damage")] == [
        None
    ] * 5


def test_a_result_is_listed_though_somebody_plays_on_in_a_branch(
    command: Command, tmp_path: Path
) -> None:
    keep(tmp_path, over=True)
    before = re.split("  +", command("saves").out)[1].rpartition(",")[0]
    assert command("branch", "x", "--at", "3").code == 0
    line = command("saves").out.splitlines()[0]
    assert f"  {before}, +1 line (round " in line
    (record,) = records(command("saves", "--json"))
    assert (record["over"], record["lines"]) == (False, 1)
    assert record["verdict"] is not None
    assert names(command("saves", "--filter", "over")) == ["x"]
    assert names(command("saves", "--filter", "going")) == ["x"]


# ---------------------------------------------------------------------- tidying


def test_a_save_is_renamed(command: Command, tmp_path: Path) -> None:
    data = keep(tmp_path).read_bytes()
    assert command("saves", "rename", "x", "y").code == 0
    assert path_of(tmp_path, "y").read_bytes() == data
    assert not path_of(tmp_path).exists()


def test_a_save_is_copied_under_a_name_of_its_own_or_another(
    command: Command, tmp_path: Path
) -> None:
    data = keep(tmp_path).read_bytes()
    assert command("saves", "copy", "x", "y").code == 0
    said = command("saves", "copy", "x")
    assert said.out == "x-2 is a copy of x.\n"
    for name in ("y", "x-2"):
        assert path_of(tmp_path, name).read_bytes() == data


def test_what_is_deleted_can_be_had_back(command: Command, tmp_path: Path) -> None:
    data = keep(tmp_path).read_bytes()
    keep(tmp_path, name="y")
    said = command("saves", "delete", "x", "y")
    assert said.code == 0
    assert "saves restore x" in said.out
    assert names(command("saves", "--filter", "going")) == ["No"]
    assert command("saves", "restore").out == "x\ny\n"
    assert command("saves", "restore", "x").code == 0
    assert path_of(tmp_path).read_bytes() == data
    assert command("saves", "restore").out == "y\n"


def test_of_many_that_are_to_be_deleted_one_that_cannot_be_keeps_none_of_the_others(
    command: Command, tmp_path: Path
) -> None:
    keep(tmp_path)
    keep(tmp_path, name="y")
    said = command("saves", "delete", "x", "nowhere", EXAMPLE, "y")
    assert said.code == 1
    assert said.err.count("\n") == 2
    assert "nowhere" in said.err
    assert command("saves", "restore").out == "x\ny\n"


def test_an_empty_trash_is_said_to_be_empty(command: Command) -> None:
    assert command("saves", "restore").out == "The trash is empty.\n"


def test_what_is_good_in_a_damaged_save_is_kept_anew(command: Command, tmp_path: Path) -> None:
    path = keep(tmp_path, "consult", "consult")
    damage(path, 4)
    before = path.read_bytes()
    said = command("saves", "rescue", "x", "y")
    assert said.code == 0
    assert "2 decisions" in said.out
    assert verify(path_of(tmp_path, "y")).good
    assert path.read_bytes() == before


def test_a_save_that_is_whole_needs_no_rescue(command: Command, tmp_path: Path) -> None:
    keep(tmp_path)
    said = command("saves", "rescue", "x")
    assert said.code == 2
    assert "saves copy x" in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rename", "nowhere", "y"), "nowhere"),
        (("rename", "x", "y"), "already"),
        (("rename", "x", "../y"), "cannot be the name"),
        (("copy", "x", "y"), "already"),
        (("copy", "x", "CON"), "cannot be the name"),
        (("delete", "nowhere"), "nowhere"),
        (("restore", "nowhere"), "saves restore lists"),
        (("rescue", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_tidied_is_said_and_left(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    keep(tmp_path)
    keep(tmp_path, name="y", seed=8)
    before = {path: path.read_bytes() for path in (tmp_path / "saves").glob("*.jsonl")}
    said = command("saves", *arguments)
    assert said.code == 1
    assert words in said.err
    assert said.err.count("\n") == 1
    assert {path: path.read_bytes() for path in (tmp_path / "saves").glob("*.jsonl")} == before


def test_a_near_name_in_the_trash_is_proposed(command: Command, tmp_path: Path) -> None:
    keep(tmp_path, name="evening")
    command("saves", "delete", "evening")
    assert "did you mean 'evening'" in command("saves", "restore", "evning").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("saves", "rename", EXAMPLE, "y"),
        ("saves", "delete", EXAMPLE),
        ("branch", EXAMPLE, "--at", "3"),
        ("annotate", EXAMPLE, "--at", "3", "Here."),
        ("variations", EXAMPLE, "--rename", "0", "Mine"),
        ("variations", EXAMPLE, "--promote", "0"),
    ],
)
def test_the_example_stays_as_it_is_and_a_copy_is_proposed(
    command: Command, arguments: tuple[str, ...]
) -> None:
    before = (shipped("saves") / f"{EXAMPLE}.jsonl").read_bytes()
    said = command(*arguments)
    assert said.code == 1
    assert f"saves copy {EXAMPLE} my-{EXAMPLE}" in said.err
    assert (shipped("saves") / f"{EXAMPLE}.jsonl").read_bytes() == before


# ---------------------------------------------------------------------- verifying


def test_of_two_copies_played_on_apart_it_is_said_where_they_part(
    command: Command, tmp_path: Path
) -> None:
    path = keep(tmp_path, "consult")
    shutil.copy(path, path_of(tmp_path, "y"))
    shutil.copy(path, path_of(tmp_path, "z"))
    command("resume", "x", "--plain", typed="consult\n")
    command("resume", "y", "--plain", typed="table:forum/law\n")
    keep(tmp_path, name="other", seed=8)
    assert "part after decision 2" in command("verify", "x", "y").out
    assert "goes on from there alone" in command("verify", "x", "z").out
    assert "goes on from there alone" in command("verify", "z", "x").out
    assert "the same" in command("verify", "x", "x").out
    assert command("verify", "x", "other").out.count("\n") == 2


def test_for_programs_a_report_names_line_field_and_values(
    command: Command, tmp_path: Path
) -> None:
    good = keep(tmp_path)
    bad = keep(tmp_path, "consult", "consult", name="bad")
    damage(bad, 3)
    said = command("verify", "x", "bad", "nowhere", "--json")
    assert said.code == 1
    first, second, third = json.loads(said.out)
    assert first["good"]
    assert first["head_code"] == seen(tmp_path).head_code
    assert first["file"].endswith(good.name)
    assert (second["good"], second["line"], second["decisions"]) == (False, 3, 1)
    assert second["what"]
    assert (third["good"], third["file"]) == (False, "nowhere")
    assert said.err == ""
