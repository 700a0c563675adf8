"""The command that rewrites the kept texts says what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules import golden, perft, regenerate


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Copies of the golden games and of one count, which may be spoilt."""
    games, counts = tmp_path / "golden.txt", tmp_path / "perft.txt"
    games.write_bytes(golden.FILE.read_bytes())
    first = perft.read(perft.FILE.read_text(encoding="utf-8"))[1]
    counts.write_text(perft.write([first]), encoding="utf-8", newline="\n")
    monkeypatch.setattr(golden, "FILE", games)
    monkeypatch.setattr(perft, "FILE", counts)
    return games, counts


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_nothing_is_said_to_change_while_nothing_did(
    kept: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a change of the rules the texts stay as they are."""
    assert regenerate.main(["--check"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "golden.txt: nothing changed",
        "perft.txt: nothing changed",
    ]


def test_a_changed_number_is_named_and_put_right(
    kept: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A check says game, decision and difference and writes nothing; the command mends both."""
    before = [file.read_bytes() for file in kept]
    spoil(kept[0], "us_capital 1, us spends need", "us_capital 3, us spends need")
    spoil(kept[1], "counts 27", "counts 28")
    spoilt = [file.read_bytes() for file in kept]
    assert regenerate.main(["--check"]) == 1
    said = capsys.readouterr().out
    assert "game 1: decision 2, table:nukterror/need: then kept: us_capital 3" in said
    assert "game 1: decision 2, table:nukterror/need: then now: us_capital 1" in said
    assert "depth 1: 28, now 27" in said
    assert [file.read_bytes() for file in kept] == spoilt
    assert regenerate.main([]) == 0
    assert [file.read_bytes() for file in kept] == before


def test_a_game_is_played_anew_from_where_it_is_no_longer_legal(
    kept: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """What the rules do not allow any more is replaced, and the place is named."""
    spoil(kept[0], "| table:nukterror/need |", "| table:reintegration/need |")
    assert regenerate.main([]) == 0
    said = capsys.readouterr().out
    assert "game 1: decision 2, table:reintegration/need: not legal now, played anew" in said
    assert regenerate.main(["--check"]) == 0


def test_a_count_that_cannot_be_reached_is_left_alone_and_named(
    kept: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A count's position is chosen by hand, so it is not replaced by another one."""
    spoil(kept[1], "from standard", "from standard: consult")
    assert regenerate.main([]) == 0
    assert "change its `from` line by hand: 'consult' is not legal" in capsys.readouterr().out


def test_other_arguments_are_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    """The command knows one option, and says so."""
    assert regenerate.main(["--force"]) == 2
    assert "--check" in capsys.readouterr().err
