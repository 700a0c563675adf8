"""Scenarios are found by id and as files, and nothing but ordinary files is read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import game
from game.authoring.starter import starter
from game.scenario import ScenarioError, catalogue, load, read_text, scenarios, shipped
from game.scenario.kinds import SIZE


def refusal(name: str | Path) -> ScenarioError:
    """The error of loading something."""
    with pytest.raises(ScenarioError) as caught:
        load(name)
    return caught.value


def test_every_shipped_scenario_is_listed_under_the_id_in_its_file() -> None:
    listed = scenarios()
    assert [each.id for each in listed] == sorted(
        path.stem for path in shipped("scenarios").glob("*.toml") if "." not in path.stem
    )
    for each in listed:
        scenario = load(each.id)
        assert (scenario.id, scenario.title) == (each.id, each.title)
        assert each.error is None
        assert each.summary


def test_a_scenario_is_the_same_by_id_and_as_a_file() -> None:
    path = shipped("scenarios") / "shared-enemy.toml"
    assert load("shared-enemy") == load(path) == load(str(path))


def test_a_shipped_scenario_is_called_the_same_on_every_machine() -> None:
    assert read_text("shared-enemy")[1] == "scenarios/shared-enemy.toml"


def test_an_unknown_id_is_refused_with_the_known_ones() -> None:
    fault = refusal("shared-enmy").faults[0]
    assert fault.code == "unknown-scenario"
    assert fault.hint == 'Did you mean "shared-enemy"?'
    assert fault.known == tuple(each.id for each in scenarios())


@pytest.mark.parametrize("name", ["", "none", "../scenarios", "a\x00.toml", "\x1b[2J", "a" * 9999])
def test_a_name_that_leads_nowhere_is_refused(name: str) -> None:
    assert refusal(name).faults[0].line == 0


def test_a_missing_file_is_named() -> None:
    assert str(refusal("nowhere/x.toml")).startswith("nowhere/x.toml  [no-file]\n")


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    assert refusal(tmp_path).faults[0].code == "not-a-file"


if hasattr(os, "mkfifo"):  # where there are pipes and devices at all

    def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.toml")
        assert refusal(tmp_path / "a.toml").faults[0].code == "not-a-file"

    def test_a_device_is_refused() -> None:
        assert refusal(Path("/dev/zero")).faults[0].code == "not-a-file"
        assert refusal(Path("/dev/tty")).faults[0].code in ("not-a-file", "unreadable-file")


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "b.toml")
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")
    assert refusal(tmp_path / "a.toml").faults[0].code == "unreadable-file"


def test_a_huge_file_of_nothing_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    with path.open("wb") as file:
        file.truncate(10 * 2**30)
    assert refusal(path).faults[0].code == "too-large"


def test_a_file_may_have_the_largest_size_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    text = starter("two-towns").encode()
    rest = SIZE - len(text)
    path.write_bytes(text + b"\n" * rest)
    assert load(path).id == "two-towns"
    path.write_bytes(text + b"\n" * (rest + 1))
    assert refusal(path).faults[0].code == "too-large"


def test_bytes_that_are_not_utf_8_are_reported_at_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes("# é\n# naïve ".encode() + b"\xe9\n")
    fault = refusal(path).faults[0]
    assert (fault.code, fault.line, fault.column) == ("not-utf-8", 2, 9)


def test_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(starter("two-towns").replace("\n", "\r\n").encode())
    assert load(path).opening == load_starter(tmp_path).opening


def load_starter(folder: Path) -> game.scenario.Scenario:
    """The starter by way of a file."""
    (folder / "starter.toml").write_text(starter("two-towns"), encoding="utf-8")
    return load(folder / "starter.toml")


def test_a_broken_file_among_the_shipped_ones_is_listed_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.toml").write_text(starter("good"), encoding="utf-8")
    (tmp_path / "bad.toml").write_text("id = 3", encoding="utf-8")
    (tmp_path / "good.ru.toml").write_text("not a scenario", encoding="utf-8")
    monkeypatch.setattr(catalogue, "shipped", lambda kind: tmp_path)
    bad, good = scenarios()
    assert (bad.id, bad.title, bad.summary) == ("bad", "bad", "")
    assert bad.error is not None
    assert (good.id, good.title, good.error) == ("good", "Good", None)


def test_scenarios_are_found_outside_a_checkout(tmp_path: Path) -> None:
    """As in an installed wheel: the data lies inside the package and no pyproject.toml above."""
    package = Path(game.__path__[0])
    for room in ("text", "files", "scenario"):
        shutil.copytree(package / room, tmp_path / "game" / room)
    for module in ("__init__.py", "value.py"):
        shutil.copy(package / module, tmp_path / "game")
    shutil.copytree(shipped("scenarios"), tmp_path / "game" / "shipped" / "scenarios")
    code = (
        "from game.scenario import load, shipped; print(shipped('scenarios')); "
        "print(load('shared-enemy').title)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    found, title = done.stdout.splitlines()
    assert Path(found) == tmp_path / "game" / "shipped" / "scenarios"
    assert title == "Shared Enemy"
