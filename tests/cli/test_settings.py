"""Settings on the command line: told, set, as at first again; what cannot be is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.settings import Settings, SettingsFile
from tests.cli.terminal import Command


def test_what_is_set_is_told_and_where(command: Command, tmp_path: Path) -> None:
    said = command("settings")
    assert said.code == 0
    assert "pace: normal" in said.out
    assert str(tmp_path / "settings.json") in said.out
    assert not (tmp_path / "settings.json").exists()
    told = json.loads(command("settings", "--json").out)
    assert told["settings"]["pace"] == "normal"
    assert told["settings"].keys() == vars(Settings()).keys()


@pytest.mark.parametrize(
    ("words", "member", "value"),
    [
        (("pace", "slow"), "pace", "slow"),
        (("reduced-motion", "on"), "reduced_motion", True),
        (("notes", "off"), "notes", False),
        (("names", "Ann", ""), "names", ("Ann", "")),
        (("theme", "nord"), "theme", "nord"),
        (("layout", "ru"), "layout", "ru"),
        (("keys.table.why", "y"), "keys", {"table.why": "y"}),
    ],
)
def test_something_is_set_and_as_at_first_again(
    command: Command, tmp_path: Path, words: tuple[str, ...], member: str, value: object
) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    said = command("settings", "set", *words)
    assert (said.code, said.err) == (0, "")
    assert getattr(file.read(), member) == value
    assert command("settings", "reset", member).code == 0
    assert file.read() == Settings()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pase", "slow"), "Did you mean pace?"),
        (("pace", "quick"), "key, slow, normal, fast"),
        (("bell", "loud"), "on, off"),
        (("names", "Ann"), "two names"),
        (("names", "Ann", "x" * 99), "60 letters"),
        (("theme", "noord"), "shared-enemy-dark"),
        (("keys.table.wy", "y"), "Did you mean table.why?"),
        (("keys.table.why", "n"), "it does News already"),
        (("keys.table.why", "thing"), "no key"),
        (("keys.table.why", ",".join(["f5"] * 99)), "too long"),
        (("pace", "slow", "fast"), "one value"),
        (("last", "x"), "reset"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_set(
    command: Command, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    said = command("settings", "set", *words)
    assert said.code == 2
    assert told in said.err
    assert not (tmp_path / "settings.json").exists()


def test_a_key_that_another_version_knows_is_no_hindrance_and_stays(
    command: Command, tmp_path: Path
) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.change(keys={"table.dance": "d"})
    said = command("settings", "set", "keys.table.why", "y")
    assert (said.code, said.err) == (0, "")
    assert file.read().keys == {"table.dance": "d", "table.why": "y"}


def test_a_file_that_is_broken_is_set_aside_and_said(command: Command, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    said = command("settings")
    assert said.code == 1
    assert "settings.json.broken-1" in said.err
    assert "pace: normal" in said.out
    (tmp_path / "settings.json").mkdir()
    said = command("settings", "set", "bell", "on")
    assert said.code == 1
    assert "a folder" in said.err


def test_a_match_bears_the_names_of_its_players(command: Command, tmp_path: Path) -> None:
    """Of the people among them; who plays alone has one name, whichever side it is."""
    command("settings", "set", "names", "Ann", "")
    command("play", "--plain", "--us", "random", "--save", "alone", typed="")
    command("play", "--plain", "--save", "both", typed="")
    command("play", "--plain", "--us", "random", "--ru", "random", "--save", "none", typed="")
    saves = json.loads(command("saves", "--json").out)
    told = {each["name"]: each["names"] for each in saves if each["name"] in NAMED}
    assert told == {"alone": ["", "Ann"], "both": ["Ann", ""], "none": ["", ""]}


NAMED = ("alone", "both", "none")


def test_every_opponent_says_how_ones_games_against_it_ended(command: Command) -> None:
    said = json.loads(command("opponents", "--json").out)
    assert {each["played"] for each in said} == {None}
