"""The balance bench on the command line."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from game.balance.facts import Facts
from game.balance.runner import Runner
from game.balance.series import Block
from tests.cli.terminal import Command, sentence

QUICK = ("--jobs", "1")


def test_properties_are_told_as_text_and_as_json(command: Command, tmp_path: Path) -> None:
    """The same games; the second time they are only looked up."""
    asked = (
        "balance",
        "properties",
        "paris-thaw",
        "--seats",
        "random,doctrine:realist",
        "--games",
        "6",
    )
    store = ("--store", str(tmp_path / "store"))
    said = command(*asked, *QUICK, *store)
    assert said.code == 0
    assert "Paris Thaw: " in said.out
    assert "n = 6" in said.out
    before = (tmp_path / "store").read_bytes()
    plain = json.loads(command(*asked, *QUICK, *store, "--json").out)
    assert plain["whole"] is True
    assert plain["series"][0]["games"] == 6
    assert (tmp_path / "store").read_bytes() == before


def test_what_must_hold_of_the_characters_is_a_gate_of_its_own(command: Command) -> None:
    """By its name, on any scenario, and part by part."""
    asked = ("balance", "properties", "paris-thaw", "--gate", "cast", "--only", "nothing")
    said = command(*asked)
    assert said.code == 2
    assert "there is no property" in sentence(said)
    assert "bargain-each, bargain-all, hardliners" in sentence(said)


def test_a_gate_decides_the_exit_code(command: Command, tmp_path: Path) -> None:
    """Only what fails for sure fails."""
    gate = tmp_path / "gate.toml"
    text = """
[series.equals]
seats = ["random", "random"]
[[properties]]
id = "collapse"
about = "collapse"
series = "equals"
measure = "ends"
of = ["collapse"]
at_least = {}
"""
    asked = ("balance", "properties", "shared-enemy", "--games", "40", "--gate", str(gate), *QUICK)
    gate.write_text(text.format(0), encoding="utf-8")
    assert command(*asked).code == 0
    gate.write_text(text.format(100), encoding="utf-8")
    said = command(*asked)
    assert said.code == 1
    assert "FAILS" in said.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ladder", "--levels", "1-2", "--games", "2"), "search:2 against search:1"),
        (("robin", "--seats", "random,doctrine:realist", "--games", "4"), "payoff of | against"),
        (("robin", "--against", "random", "--games", "2"), "random against doctrine:realist"),
        (
            ("fingerprints", "paris-thaw", "--seats", "random,policy:argues", "--games", "4"),
            "too few",
        ),
        (("compare", "shared-enemy", "paris-thaw", "--seats", "random", "--games", "8"), "seeds"),
        (("rejudge", "paris-thaw", "--seats", "random", "--games", "8"), "of all payoff"),
        (("plain", "--games", "2", "--playouts", "4"), "search against UCT"),
        (("fit", "--games", "2", "--level", "1"), "spread_early:"),
    ],
)
def test_the_commands_print_what_they_found(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    """Those that measure also write pages and JSON of it, from the same matches."""
    store = ("--store", str(tmp_path / "m.jsonl"))
    said = command("balance", *arguments, *QUICK, *store)
    assert said.code == 0, said.err
    assert told in said.out
    if arguments[0] in ("plain", "fit"):
        return
    page = tmp_path / "page.html"
    plain = command("balance", *arguments, *QUICK, *store, "--json", "--html", str(page))
    assert plain.code == 0, plain.err
    assert json.loads(plain.out)
    assert page.read_text(encoding="utf-8").endswith("</html>\n")


def test_two_versions_are_played_until_it_is_known_that_they_do_not_differ(
    command: Command, tmp_path: Path
) -> None:
    """Eighty seeds are enough for what never happens in either; each version has its store."""
    asked = ("compare", "paris-thaw", "paris-thaw", "--seats", "random", "--on", "endings/bargain")
    said = command(
        "balance", *asked, "--games", "400", *QUICK, "--store", str(tmp_path / "m.jsonl")
    )
    assert "does not differ by 10 %" in said.out
    assert int(said.out.split(" matches saved")[0].split()[-1]) > 400
    assert {each.name for each in tmp_path.glob("m*.jsonl")} == {"m.jsonl", "m.second.jsonl"}


def test_stores_are_merged(command: Command, tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in ("a", "b", "both")]
    for seed, name in zip("05", names, strict=False):
        asked = ("properties", "paris-thaw", "--seats", "random", "--games", "3", "--seed", seed)
        assert command("balance", *asked, "--store", name, *QUICK).code == 0
    said = command("balance", "merge", "paris-thaw", names[2], *names[:2])
    assert "6 matches in " in said.out
    said = command("balance", "merge", "shared-enemy", names[2], *names[:2])
    assert said.code == 1
    assert "cannot be gone on with" in sentence(said)
    new = tmp_path / "new"
    said = command("balance", "merge", "paris-thaw", str(new), names[0], str(tmp_path / "none"))
    assert said.code == 1
    assert "cannot be used" in sentence(said)
    assert not new.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("properties", "paris-thaw", "--seats", "nobody"), "there is no seat"),
        (("properties", "paris-thaw", "--seats", "human"), "is a person"),
        (("properties", "paris-thaw", "--only", "T99"), "there is no property"),
        (("properties", "paris-thaw", "--games", "0"), "is not a whole number from 1"),
        (("fingerprints", "paris-thaw", "--seats", "random,nobody"), "there is no seat"),
        (("properties", "paris-thaw", "--jobs", "1000"), "Use --jobs"),
        (("properties", "paris-thaw", "--gate", "nowhere.toml"), "cannot be read"),
        (("ladder", "--levels", "3-1"), "are two of 1 to 6"),
        (("robin", "--seats", "random"), "there are no two who could play"),
        (("robin", "--scenario", "glass-ceiling"), "there are no two who could play"),
        (("rejudge", "paris-thaw", "--thresholds", "x"), "are two numbers"),
        (("compare", "paris-thaw", "paris-thaw", "--on", "acts/x"), "says nothing of"),
        (("properties", "paris-thaw", "--scheduler", "x", "--workers", "1"), "leave --scheduler"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    command: Command, arguments: tuple[str, ...], told: str
) -> None:
    said = command("balance", *arguments)
    assert said.code in (1, 2)
    assert told in sentence(said)


def test_a_page_is_written_whole(command: Command, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    asked = ("balance", "properties", "paris-thaw", "--seats", "random", "--games", "4", *QUICK)
    assert command(*asked, "--html", str(page)).code == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert text.endswith("</html>\n")
    said = command(*asked, "--html", str(tmp_path / "none" / "report.html"))
    assert said.code == 1
    assert "was not written" in sentence(said)


def test_whoever_is_interrupted_gets_a_report_of_what_is_done(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And goes on from there: the same bytes as if nobody had stopped it."""
    asked = ("balance", "properties", "paris-thaw", "--seats", "random", "--games", "70", *QUICK)
    real = Runner.run

    def cut(
        self: Runner, tasks: Sequence[Block]
    ) -> Generator[tuple[int, tuple[Facts, ...]], None, None]:
        yield next(iter(real(self, tasks)))
        raise KeyboardInterrupt

    whole = command(*asked, "--store", str(tmp_path / "whole"))
    with monkeypatch.context() as patched:
        patched.setattr(Runner, "run", cut)
        for done in (32, 64):
            said = command(*asked, "--store", str(tmp_path / "cut"))
            assert said.code == 130
            assert f"This is a part: {done} of 70 matches" in said.out
    said = command(*asked, "--store", str(tmp_path / "cut"))
    assert said == whole
    assert (tmp_path / "cut").read_bytes() == (tmp_path / "whole").read_bytes()


def test_a_page_takes_the_place_of_no_other_file(command: Command, tmp_path: Path) -> None:
    """Neither of a scenario nor of a save; and that is said before anything is played."""
    mine = tmp_path / "mine.toml"
    mine.write_text("mine", encoding="utf-8")
    said = command("balance", "properties", "glass-ceiling", "--html", str(mine))
    assert said.code == 2
    assert "is there already and is no page; choose another name" in sentence(said)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_fingerprints_are_told_and_drawn_from_the_same_matches(
    command: Command, tmp_path: Path
) -> None:
    """Two who always do the opposite are told apart; no other file is written over."""
    picture = tmp_path / "prints.svg"
    asked = ("balance", "fingerprints", "paris-thaw", "--seats", "policy:refuses,policy:accepts")
    store = ("--games", "12", "--store", str(tmp_path / "m.jsonl"), *QUICK)
    said = command(*asked, *store, "--svg", str(picture))
    assert said.code == 0, said.err
    assert "Of 10 games of one of 2 a classifier names whose they are in 100.0 %" in said.out
    plain = json.loads(command(*asked, *store, "--json").out)
    assert plain["games"] == 36
    assert plain["whole"]["n"] == 4
    (pair,) = plain["pairs"]
    assert (pair["value"], pair["n"]) == (1, 4)
    assert {each["seat"]: each["games"] for each in plain["seats"]} == {
        "policy:refuses": 24,
        "policy:accepts": 24,
    }
    assert picture.read_text(encoding="utf-8").count("<rect") > 20
    mine = tmp_path / "mine.toml"
    mine.write_text("mine", encoding="utf-8")
    said = command(*asked, *store, "--svg", str(mine))
    assert said.code == 2
    assert "is no picture" in sentence(said)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_the_table_is_written_and_goes_on(command: Command, tmp_path: Path) -> None:
    """A second scenario is added to it; what is no such table is left alone."""
    path, store = tmp_path / "measured.toml", tmp_path / "m.jsonl"
    seats = ("--games", "4", "--jobs", "1", "--write", str(path))
    asked = ("balance", "hardness", "shared-enemy", "--seats", "policy:argues,policy:refuses")
    said = command(*asked, *seats, "--store", str(store))
    assert said.code == 0, said.err
    assert "policy:refuses" in said.out
    first = tomllib.loads(path.read_text(encoding="utf-8"))
    assert first["hard"].keys() == {"policy:argues", "policy:refuses"}
    assert first["figures"]["shared-enemy"]["policy:argues"]["n"] == 8
    other = ("balance", "hardness", "paris-thaw", "--seats", "policy:argues")
    assert command(*other, *seats).code == 0
    both = tomllib.loads(path.read_text(encoding="utf-8"))
    assert both["hard"] == first["hard"]
    assert both["scenarios"]["paris-thaw"].keys() == {"policy:argues"}
    plain = json.loads(command(*asked, *seats, "--store", str(store), "--json").out)
    assert [each["seat"] for each in plain] == ["policy:argues", "policy:refuses"]
    assert plain[0]["hard"] == first["hard"]["policy:argues"]
    mine = tmp_path / "mine.toml"
    mine.write_text("mine = 1\n", encoding="utf-8")
    said = command(*asked, "--games", "2", "--jobs", "1", "--write", str(mine))
    assert said.code == 2
    assert "no table of how hard opponents are" in sentence(said)
    assert mine.read_text(encoding="utf-8") == "mine = 1\n"
