"""Opening a save to write in it: a program never locks itself out."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from game.match import Journal, Library, Match
from game.match.writing import changed, opened, owned
from tests.match.games import new, play_out, texts


def test_a_save_that_this_program_plays_can_be_opened_to_be_played(tmp_path: Path) -> None:
    """What was played before is put away in good order, and all is there."""
    first = play_out(new(journal=Journal(tmp_path / "x.jsonl")), 1, most=3)
    second = opened(Journal(tmp_path / "." / "x.jsonl"))
    assert first.read_only
    assert (second.trouble, second.read_only, second.notice) == (None, False, None)
    assert texts(second) == texts(first)
    first.close()
    play_out(second, 1, most=1)
    assert second.trouble is None


def test_a_save_in_a_folder_with_two_paths_is_one_save(tmp_path: Path) -> None:
    """A link leads to the folder."""
    (tmp_path / "saves").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "saves")
    first = new(journal=Journal(tmp_path / "saves" / "x.jsonl"))
    assert Match.playing(tmp_path / "link" / "x.jsonl") is first
    assert Match.playing(tmp_path / "link" / "y.jsonl") is None
    assert not opened(Journal(tmp_path / "link" / "x.jsonl")).read_only


def test_a_comment_in_a_replay_goes_by_the_match_that_is_played(tmp_path: Path) -> None:
    """And the replay follows it."""
    playing = play_out(new(journal=Journal(tmp_path / "x.jsonl")), 1, most=3)
    watching = Match.open(tmp_path / "x.jsonl", read_only=True)
    changed(watching, lambda match: match.comment(1, "Here."))
    for match in (playing, watching):
        assert [each.text for each in match.tree.comments] == ["Here."]
    assert not playing.read_only


def test_to_play_on_from_a_replay_takes_the_seat_of_the_match_that_is_played(
    tmp_path: Path,
) -> None:
    """No copy is made of a save only because it is in use here."""
    playing = play_out(new(journal=Journal(tmp_path / "x.jsonl")), 1, most=3)
    watching = Match.open(tmp_path / "x.jsonl", read_only=True)
    own = owned(watching, Library(tmp_path, tmp_path / "none"))
    assert playing.read_only
    assert own.journal is not None
    assert own.journal.path == tmp_path / "x.jsonl"


def test_a_match_that_nobody_has_a_use_for_is_forgotten(tmp_path: Path) -> None:
    """That they are all known keeps none of them alive."""
    match = new(journal=Journal(tmp_path / "x.jsonl"))
    match.close()
    gone = weakref.ref(match)
    del match
    gc.collect()
    assert gone() is None
    assert Match.playing(tmp_path / "x.jsonl") is None
