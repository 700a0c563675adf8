"""The file of settings: whatever lies there, the game begins, and nothing of it is lost."""

from __future__ import annotations

import json
import os
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.settings import LastSetup, Settings, SettingsFile, Trouble, settings_path
from game.settings.members import LONGEST, LONGEST_NAME, MEMBERS
from game.settings.settings import PACES
from game.telling.messages import english
from game.telling.settings import say_settings_fault

words = st.text(string.ascii_letters + "éЖ界 '", max_size=LONGEST_NAME).map(str.strip)
"""What a player may be called, and more than an id may be."""

KINDS: dict[str, st.SearchStrategy[Any]] = {
    "theme": words,
    "high_contrast": st.booleans(),
    "pace": st.sampled_from(PACES),
    "reduced_motion": st.booleans(),
    "bell": st.booleans(),
    "notes": st.booleans(),
    "seen_notes": st.lists(words, unique=True).map(tuple),
    "names": st.tuples(words, words),
    "layout": words,
    "keys": st.dictionaries(words, words),
    "last": st.none() | st.builds(LastSetup, words, st.none() | words, st.tuples(words, words)),
}
plain: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.json"


def troubles(file: SettingsFile) -> list[Trouble]:
    """What was wrong, each of it said in a sentence without a trace of Python."""
    for fault in file.faults:
        assert say_settings_fault(english(), fault).endswith((".", "…"))
    return [fault.trouble for fault in file.faults]


def test_every_setting_is_a_member_of_the_file() -> None:
    assert set(vars(Settings())) == set(MEMBERS) == set(KINDS)


@given(st.data())
def test_what_is_set_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """One member after the other; in the file stands what differs from the usual, and no piece."""
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    wanted: dict[str, Any] = {}
    for name in data.draw(st.permutations(sorted(KINDS))):
        wanted[name] = data.draw(KINDS[name])
        file = SettingsFile(path)
        file.read()
        file.change(**{name: wanted[name]})
        assert troubles(file) == []
    assert SettingsFile(path).read() == Settings(**wanted)
    usual = Settings()
    differing = {name for name, value in wanted.items() if value != getattr(usual, name)}
    assert json.loads(path.read_text(encoding="utf-8")).keys() == differing
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@given(st.binary(max_size=99) | st.text(max_size=99).map(lambda text: text.encode()))
def test_any_bytes_may_lie_there(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """They are settings, or they are set aside whole."""
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(data)
    file = SettingsFile(path)
    assert isinstance(file.read(), Settings)
    aside = path.with_name("settings.json.broken-1")
    if Trouble.BROKEN in troubles(file):
        assert aside.read_bytes() == data
    else:
        assert path.read_bytes() == data
    file.change(bell=True)
    assert SettingsFile(path).read().bell


@given(st.dictionaries(st.sampled_from(sorted(MEMBERS)) | st.text(max_size=5), plain, max_size=8))
def test_members_of_any_kind_are_no_hindrance_and_stay(
    tmp_path_factory: pytest.TempPathFactory, members: dict[str, Any]
) -> None:
    """What means nothing is said once for each member, and only what is set is written over."""
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(members), encoding="utf-8")
    file = SettingsFile(path)
    file.read()
    wrong = [fault.member for fault in file.faults]
    assert set(troubles(file)) <= {Trouble.WRONG}
    assert len(wrong) == len(set(wrong))
    assert {name.partition(".")[0] for name in wrong} <= members.keys() & MEMBERS.keys()
    file.change(bell=True)
    # Through JSON once more: not a number is not itself.
    expected = json.dumps(members | {"bell": True}, sort_keys=True)
    assert json.dumps(json.loads(path.read_text(encoding="utf-8")), sort_keys=True) == expected


@given(st.dictionaries(words, words, max_size=3), st.dictionaries(st.text(max_size=9), plain))
def test_one_wrong_key_costs_no_other(
    tmp_path_factory: pytest.TempPathFactory, good: dict[str, str], others: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps({"keys": others | good}), encoding="utf-8")
    file = SettingsFile(path)
    assert good.items() <= file.read().keys.items()
    assert set(troubles(file)) <= {Trouble.WRONG}
    assert bool(file.faults) == (file.settings.keys.keys() != others.keys() | good.keys())
    assert all(fault.member.startswith("keys.") for fault in file.faults)


HOSTILE = (
    b"",
    b"\xff\xfe",
    b"\xef\xbb\xbf{}",
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"null",
    b"[1]",
    b"9" * 5000,
    b'{"theme": "\\ud800"}',
    b'{"names": ["a\\u001b[2J", "b"]}',
    b'{"names": ["' + b"x" * 5000 + b'", ""]}',
    b'{"keys": {"' + b"k" * 5000 + b'": "a"}}',
    b'{"x": "' + b"x" * (2 << 20) + b'"}',
)


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_what_somebody_lays_there_is_survived(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    file = SettingsFile(path)
    assert file.read() == Settings()
    assert not file.fresh
    troubles(file)
    file.change(pace="fast")
    assert SettingsFile(path).read() == Settings(pace="fast")


def test_files_that_were_set_aside_are_kept(path: Path) -> None:
    path.parent.mkdir()
    for number in (1, 2, 3):
        path.write_text(f"broken {number}")
        file = SettingsFile(path)
        file.read()
        assert troubles(file) == [Trouble.BROKEN]
        assert file.faults[0].aside == f"settings.json.broken-{number}"
    asides = sorted(path.parent.iterdir())
    assert [each.read_text() for each in asides] == ["broken 1", "broken 2", "broken 3"]


def in_the_way(path: Path) -> Iterator[str]:
    """Things that are no settings; each is there when its name is given."""
    path.mkdir()
    yield "a folder"
    path.rmdir()
    os.mkfifo(path)
    yield "a pipe"
    path.unlink()
    path.symlink_to(path)
    yield "a link to itself"
    path.unlink()
    path.symlink_to(path.parent)
    yield "a link to a folder"


@pytest.mark.skipif(os.name == "nt", reason="no such things there")
def test_what_is_no_file_stays_and_is_said(path: Path) -> None:
    path.parent.mkdir()
    for what in in_the_way(path):
        file = SettingsFile(path)
        assert file.read() == Settings(), what
        assert troubles(file) == [Trouble.UNREADABLE], what
        assert file.change(bell=True).bell
        assert troubles(file) == [Trouble.UNREADABLE], what
        assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="links are for the privileged there")
def test_a_link_to_the_settings_stays_a_link(path: Path, tmp_path: Path) -> None:
    """As people have it who keep their settings in a repository."""
    real = tmp_path / "dotfiles.json"
    real.write_text('{"bell": true}')
    path.parent.mkdir()
    path.symlink_to(real)
    file = SettingsFile(path)
    assert file.read().bell
    file.change(pace="slow")
    assert path.is_symlink()
    assert json.loads(real.read_text()) == {"bell": True, "pace": "slow"}


@pytest.mark.parametrize("place", [None, Path("/dev/null/x"), Path("/proc/nowhere/x")])
def test_where_nothing_can_be_kept_what_was_set_holds(place: Path | None) -> None:
    file = SettingsFile(place)
    assert file.read() == Settings()
    assert file.change(bell=True).bell
    assert file.settings.bell
    assert file.change(pace="fast") == Settings(bell=True, pace="fast")
    assert troubles(file)


def test_without_a_home_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_config_path", lambda name: Path("~/.config"))
    assert settings_path({}) is None
    assert settings_path({"SHARED_ENEMY_SETTINGS": "~nobody-of-this-name/x"}) is None
    assert settings_path({"SHARED_ENEMY_SETTINGS": "/a/b"}) == Path("/a/b")


def test_two_programs_do_not_undo_each_other(path: Path) -> None:
    one, two = SettingsFile(path), SettingsFile(path)
    one.read()
    two.read()
    one.change(theme="nord")
    two.change(bell=True)
    one.change(pace="key")
    assert SettingsFile(path).read() == Settings(theme="nord", bell=True, pace="key")


def test_the_last_choice_from_before_there_were_settings_is_read_once(
    path: Path, tmp_path: Path
) -> None:
    """It moves into the settings with the first thing that is set."""
    old = tmp_path / "last-setup.json"
    old.write_text('{"scenario": "paris-thaw", "variant": null, "seats": ["human", "realist"]}')
    last = LastSetup("paris-thaw", None, ("human", "realist"))
    file = SettingsFile(path, old)
    assert file.read().last == last
    assert not file.fresh
    assert old.exists()
    file.change(bell=True)
    assert not old.exists()
    assert SettingsFile(path, old).read() == Settings(bell=True, last=last)
    old.write_text('{"scenario": "gone", "variant": null, "seats": ["human", "human"]}')
    assert SettingsFile(path, old).read().last == last


@pytest.mark.parametrize(
    "data", [b"", b"[" * 3000, b"{}", b'{"scenario": 1}', b"\xff", b"x" * 9000]
)
def test_an_old_file_of_any_kind_is_no_choice(path: Path, tmp_path: Path, data: bytes) -> None:
    old = tmp_path / "last-setup.json"
    old.write_bytes(data)
    file = SettingsFile(path, old)
    assert file.read() == Settings()
    assert file.fresh


def test_nothing_was_ever_set_until_something_is(path: Path) -> None:
    file = SettingsFile(path)
    file.read()
    assert file.fresh
    file.reset()
    assert not file.fresh
    assert json.loads(path.read_text()) == {}
    again = SettingsFile(path)
    again.read()
    assert not again.fresh


def test_a_reset_leaves_what_is_not_known(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"bell": true, "pace": 3, "colour_of_the_sky": "grey"}')
    file = SettingsFile(path)
    file.read()
    file.reset("bell")
    assert json.loads(path.read_text()) == {"pace": 3, "colour_of_the_sky": "grey"}
    file.reset()
    assert json.loads(path.read_text()) == {"colour_of_the_sky": "grey"}


def test_a_name_longer_than_a_row_is_none(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"names": ["x" * (LONGEST_NAME + 1), ""], "theme": "x" * LONGEST}))
    file = SettingsFile(path)
    assert file.read().names == ("", "")
    assert [fault.member for fault in file.faults] == ["names"]
