"""A review that was read is at hand as long as nothing else could be read in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Library, Match
from game.match.review_files import review_file
from game.review.kept import Findings, Fit
from game.review.making import make_review
from game.review.review_store import ReviewStore
from game.review.shelf import ReviewShelf, Shelved
from tests.match.games import new, play_out


@pytest.fixture
def match(tmp_path: Path) -> Match:
    kept = Library(tmp_path / "saves", tmp_path / "none")
    return play_out(new(seed=15, journal=kept.create("small")), 15, most=6)


def store(match: Match, variation: int = 0) -> ReviewStore:
    return ReviewStore(match, variation, match_file(match).parent / "cache")


def match_file(match: Match) -> Path:
    assert match.journal is not None
    return match.journal.path


def keep(match: Match, budget: int = 1) -> None:
    findings = Findings()
    make_review(match.tree.timeline, findings, budget)
    assert store(match).keep(findings).where


def look(shelf: ReviewShelf, match: Match) -> Shelved:
    return shelf.look(match.tree.timeline, store(match))


def test_a_review_is_read_once(match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = ReviewShelf()
    assert shelf.at_hand(store(match)) is None
    keep(match)
    first = look(shelf, match)
    assert first.found.fit is Fit.GOOD
    assert first.reviewed is not None
    assert first.reviewed.reachable is not None
    monkeypatch.setattr(ReviewStore, "load", pytest.fail)
    assert look(shelf, match) is first
    assert shelf.at_hand(store(match)) is first


def test_what_was_not_there_is_looked_for_again_once_something_is(match: Match) -> None:
    shelf = ReviewShelf()
    assert look(shelf, match).reviewed is None
    keep(match)
    assert look(shelf, match).reviewed is not None


@pytest.mark.parametrize("change", ["better", "damaged", "gone", "played on", "other match"])
def test_what_is_another_one_now_is_read_anew(match: Match, change: str, tmp_path: Path) -> None:
    keep(match)
    shelf = ReviewShelf()
    first = look(shelf, match)
    path = review_file(match_file(match), 0)
    if change == "better":
        keep(match, budget=2)
    elif change == "damaged":
        path.write_bytes(path.read_bytes()[:-1])
    elif change == "gone":
        path.unlink()
    elif change == "played on":
        match = play_out(match, 15, most=1)
    else:
        kept = Library(tmp_path / "saves", tmp_path / "none")
        match = play_out(new(seed=16, journal=kept.create("other")), 16, most=6)
    assert shelf.at_hand(store(match)) is None
    now = look(shelf, match)
    assert now is not first
    if change == "better":
        assert now.reviewed is not None
        assert now.reviewed.review.budget == 2
    elif change != "played on":
        assert now.reviewed is None
