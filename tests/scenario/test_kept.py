"""What ships with the game is read and checked once, and is afterwards the very same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.process import ROOT, environment
from game.scenario import kept, scenarios, shipped
from game.scenario.cast import character_ids
from game.scenario.character import Character
from game.scenario.kept import keep, known
from game.scenario.model import Scenario
from game.scenario.reading import read as reading
from game.scenario.reading.read import parse
from game.scenario.reading.read_character import parse_character
from game.scenario.texts import _scenario
from tests.scenario.full import FULL

FILES: list[tuple[type, Callable[[str, str], object], Path]] = [
    *((Scenario, parse, each.path) for each in scenarios()),
    *(
        (Character, parse_character, shipped("scenarios") / "characters" / f"{name}.toml")
        for name in character_ids()
    ),
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(kept, "folder", lambda: folder)
    return folder


@pytest.mark.parametrize(("kind", "read", "path"), FILES, ids=[each[2].stem for each in FILES])
def test_what_was_kept_is_what_was_read(
    kind: type, read: Callable[[str, str], object], path: Path, cache: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    found = read(text, path.name)
    assert known(kind, text) is None
    keep(text, found)
    again = known(kind, text)
    assert again == found
    assert repr(again) == repr(found)  # tuples are tuples, and all stands in its order


def test_everything_that_a_scenario_can_hold_is_kept(cache: Path) -> None:
    found = parse(FULL, "full")
    keep(FULL, found)
    assert repr(known(Scenario, FULL)) == repr(found)


@given(at=st.integers(0, 1 << 20), byte=st.integers(0, 255), cut=st.booleans())
def test_a_file_that_is_damaged_tells_nothing(
    *, at: int, byte: int, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "folder", lambda: folder)
        keep("a text", ("something", 1, None))
        (path,) = folder.iterdir()
        data = bytearray(path.read_bytes())
        at %= len(data)
        if not cut and data[at] == byte:
            return
        data[at : None if cut else at + 1] = b"" if cut else bytes([byte])
        path.write_bytes(data)
        assert known(tuple, "a text") is None


@pytest.mark.parametrize("data", [b'["Path","/"]', b'["Motion"]', b"[]", b"[1]", b"1", b"{", b""])
def test_a_file_that_says_something_else_tells_nothing(data: bytes, cache: Path) -> None:
    """Whoever writes it knows how it is sealed: still no other class is made by it."""
    keep("a text", ("something",))
    (path,) = cache.iterdir()
    path.write_bytes(kept._seal(data) + b"\n" + data)
    assert known(tuple, "a text") is None


def test_another_text_or_another_kind_is_not_known(cache: Path) -> None:
    keep("a text", ("something",))
    assert known(tuple, "a text") == ("something",)
    assert known(tuple, "a text ") is None
    assert known(Scenario, "a text") is None


def test_other_code_does_not_go_by_what_this_one_read(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("a text", ("something",))
    monkeypatch.setattr(kept, "_readers", lambda: b"others")
    assert known(tuple, "a text") is None


def test_only_what_ships_is_kept_and_read_once(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = scenarios()[0].path.read_text(encoding="utf-8")
    first = _scenario(text, "x")
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr(reading, "parse", lambda *_: pytest.fail("it is read again"))
    assert _scenario(text, "x") == first
    monkeypatch.undo()
    monkeypatch.setattr(kept, "folder", lambda: cache)
    _scenario(f"{text}\n# mine\n", "x")
    assert len(list(cache.iterdir())) == 1


def test_not_more_files_are_kept_than_said(cache: Path) -> None:
    for number in range(kept.MOST + 3):
        keep(f"text {number}", ("something",))
    assert len(list(cache.iterdir())) <= kept.MOST


def test_a_worker_keeps_nothing() -> None:
    """It knows nothing of its user's folders."""
    code = "from game.scenario import kept; print(kept.folder())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "None\n"


def test_nothing_is_lost_where_nothing_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    for folder in (None, tmp_path / "file", tmp_path / "file" / "below"):
        monkeypatch.setattr(kept, "folder", lambda folder=folder: folder)
        keep("a text", ("something",))
        assert known(tuple, "a text") is None
