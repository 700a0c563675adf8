"""What the README says is true."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.keys import format_key

from game.cli.overview import COMMANDS
from game.scenario import load
from game.scenario.model import Scenario
from game.tui.app import SharedEnemyApp
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.table_keys import TABLE_KEYS
from tests.cli.terminal import environment

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The one block of code in a language."""
    (code,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(code)


def marked(name: str) -> str:
    """The one command between two marks."""
    (command,) = re.findall(rf"<!-- {name} command -->\n```sh\n(.*)\n```\n<!-- end -->", README)
    return str(command)


def test_the_example_of_the_library_plays_a_game_to_its_verdict(scenario: Scenario) -> None:
    code = block("python")
    assert len(code.splitlines()) <= 15
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    name, _, scores = done.stdout.partition(" ")
    assert name in scenario.epilogues
    assert re.fullmatch(r"\(-?\d+, -?\d+\)\n", scores)


@pytest.mark.parametrize("name", ["play", "test"])
def test_each_of_the_two_commands_is_one_line_that_begins_with_nothing_installed(
    name: str,
) -> None:
    assert marked(name).startswith("python3 -m venv .venv && .venv/bin/pip install -q -e ")


def test_the_checks_run_the_test_command_that_the_readme_tells() -> None:
    """The script finds the same line by the same marks."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (program,) = re.findall(r"sed -n '(.*)' README\.md", script)
    found = subprocess.run(
        ["sed", "-n", program, "README.md"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert found.stdout == marked("test") + "\n"


def test_every_command_is_told() -> None:
    for name in COMMANDS:
        assert f"shared-enemy {name}" in README


def test_every_key_at_the_table_is_told_and_every_key_that_is_told_does_something() -> None:
    """Those of the table by their letters; those of other screens are bound somewhere there."""
    rows = README.partition("## Keys")[2].partition("## Commands")[0]
    told = set(re.findall(r"`(\S)`", rows))
    bound = {
        "¶" if key == "pilcrow_sign" else format_key(key)
        for bindings in (
            TABLE_KEYS,
            ReplayScreen.BINDINGS,
            ReviewScreen.BINDINGS,
            SharedEnemyApp.BINDINGS,
        )
        for each in bindings
        if isinstance(each, Binding)
        for key in each.key.split(",")
    }
    letters = {
        key
        for each in TABLE_KEYS
        if isinstance(each, Binding)
        for key in each.key.split(",")
        if len(key) == 1
    }
    assert told - bound == set()
    assert letters - told - {"s"} == set(), "s is there only while a match cannot be saved"


def test_how_hard_each_character_is_stands_as_it_was_measured() -> None:
    """In the words of the game, and each character by its name."""
    rows = re.findall(r"^\| (.*?) \| (`.*?`) \| (.*?) \|", README, re.MULTILINE)
    told = {seat: hard for _, seats, hard in rows for seat in re.findall(r"`(.*?)`", seats)}
    path = ROOT / "scenarios" / "characters" / "measured.toml"
    measured = tomllib.loads(path.read_text(encoding="utf-8"))["hard"]
    assert told == {seat: hard.replace("_", " ") for seat, hard in measured.items()}


def test_the_thresholds_and_rounds_are_those_of_the_scenario() -> None:
    scenario = load("shared-enemy")
    first, second = scenario.sides
    assert first.threshold == second.threshold
    assert f"Each side needs {first.threshold} points: {first.goal} for the {first.name}" in README
    assert f"{second.goal} for {second.name}" in README
    assert scenario.rounds == 8
    assert "Eight quarters" in README


def test_the_contributors_page_names_every_task() -> None:
    import tasks

    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name in tasks.TASKS:
        assert f"`{name}`" in page


def test_every_file_that_is_linked_is_there() -> None:
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / target).exists(), target
