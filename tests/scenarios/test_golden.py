"""The golden playthroughs. ``python -m tests.scenarios.golden`` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.catalogue import ids
from tests.scenarios import golden

SCENARIOS = ids()


def test_every_scenario_that_ships_has_a_golden_playthrough_and_nothing_else_has() -> None:
    assert sorted(path.stem for path in golden.FOLDER.iterdir()) == list(SCENARIOS)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_playthrough_goes_today_as_it_went(scenario: str) -> None:
    """Every decision is still legal, and every track stands after it where it stood."""
    text = golden.file_of(scenario).read_text(encoding="utf-8")
    assert golden.replayed(scenario, golden.decisions(text)) == text


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_playthrough_climbs_through_the_ceiling_to_the_bargain_with_debate_and_refusal(
    scenario: str,
) -> None:
    text = golden.file_of(scenario).read_text(encoding="utf-8")
    assert list(golden.lacking(text, scenario)) == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the playthroughs of two scenarios, which may be spoilt."""
    names = ("glass-ceiling", "paris-thaw")
    for name in names:
        (tmp_path / f"{name}.txt").write_bytes(golden.file_of(name).read_bytes())
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    monkeypatch.setattr(golden, "ids", lambda: names)
    return tmp_path


def test_the_command_changes_nothing_while_nothing_has_changed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = [path.read_bytes() for path in folder.iterdir()]
    golden.main()
    assert capsys.readouterr().out == (
        "glass-ceiling.txt: nothing changed\nparis-thaw.txt: nothing changed\n"
    )
    assert [path.read_bytes() for path in folder.iterdir()] == before


def test_the_command_names_a_changed_number_and_puts_it_right(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "glass-ceiling.txt"
    text = file.read_text(encoding="utf-8")
    line = text.splitlines()[5]
    file.write_text(text.replace(line, f"{line}7"), encoding="utf-8")
    golden.main()
    said = capsys.readouterr().out
    assert f"glass-ceiling.txt: changed\n  @@ -6 +6 @@\n  -{line}7\n  +{line}\n" in said
    assert file.read_text(encoding="utf-8") == text


def test_a_game_goes_on_where_a_decision_is_no_longer_legal() -> None:
    """The first legal decision by name stands in for it."""
    text = golden.file_of("paris-thaw").read_text(encoding="utf-8")
    kept = golden.decisions(text)
    again = golden.replayed("paris-thaw", [*kept[:2], "act:none", *kept[3:]])
    assert golden.decisions(again)[:3] == [*kept[:2], "act:airwar"]
    assert again.splitlines()[-1].startswith("end ")


def test_a_scenario_without_a_playthrough_gets_the_first_game_that_lacks_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(golden, "SEAT", "random")
    monkeypatch.setattr(
        golden, "lacking", lambda text, _: () if "end frozen" in text else ("frozen",)
    )
    (folder / "glass-ceiling.txt").unlink()
    (folder / "paris-thaw.txt").unlink()
    golden.main()
    assert capsys.readouterr().out.count("changed\n") == 2
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        assert text.splitlines()[-1].startswith("end frozen")
        assert golden.replayed(path.stem, golden.decisions(text)) == text
