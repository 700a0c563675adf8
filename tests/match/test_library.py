"""The library: what is listed, found, renamed, copied, rescued and thrown away."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from game.files.disk import LocalDisk
from game.match import IN_PROGRESS, Journal, Library, Match, NoSuchSaveError, SaveError
from game.match import places as places_module
from game.match.places import EXAMPLES, VARIABLE, saves_directory
from game.scenario import catalogue
from tests.match.games import MOMENT, new, play_out
from tests.match.prefixes import journal


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library in a folder that does not exist yet, with a folder of examples."""
    (tmp_path / "shipped").mkdir()
    return Library(tmp_path / "saves", tmp_path / "shipped")


def keep(library: Library, slug: str, *, seed: int = 1, most: int = 99, at: int = 0) -> Path:
    """A save of a game of so many decisions, written at a moment."""
    match = play_out(
        new(seed=seed, title=slug.title(), journal=library.create(slug)), seed, most=most
    )
    match.close()
    path = library.find(slug)
    os.utime(path, (at, at))
    return path


# ---------------------------------------------------------------- listing and finding


def test_a_library_without_a_folder_is_empty(library: Library) -> None:
    """It is made with the first save."""
    assert library.list() == ()
    assert list(library.unfinished()) == []
    assert not library.directory.exists()


def test_saves_are_listed_with_what_a_player_wants_to_know(library: Library) -> None:
    """The last written first."""
    keep(library, "old", seed=1, at=100)
    keep(library, "young", seed=2, most=2, at=200)
    young, old = library.list()
    assert (young.slug, old.slug) == ("young", "old")
    assert old.title == "Old"
    assert old.scenario == "The Well"
    assert old.seats == ("human", "random")
    assert old.created == MOMENT
    assert old.modified == 100
    assert old.closed
    assert old.damage is None
    match = Match.open(old.path, read_only=True)
    assert match.verdict is not None
    assert old.verdict == match.verdict.name
    assert old.outcome == match.scenario.epilogues[match.verdict.name].title
    assert old.scores == tuple(match.state.tracks[each] for each in match.book.score)
    assert old.final == match.verdict.final
    assert young.final is None
    assert (old.round, old.rounds) == (match.state.round, 3)
    assert old.decisions == len(match.decisions)
    assert old.head_code == match.head_code
    assert young.verdict is None
    assert young.outcome == IN_PROGRESS
    assert young.unfinished
    assert not old.unfinished


def test_the_match_to_resume_is_the_last_one_that_is_not_over(library: Library) -> None:
    """Finished and damaged ones are passed over."""
    keep(library, "one", most=2, at=100)
    keep(library, "two", most=2, at=200)
    keep(library, "over", at=300)
    damaged = keep(library, "damaged", most=2, at=400)
    damaged.write_bytes(damaged.read_bytes().replace(b'"who"', b'"hwo"', 1))
    entry = next(library.unfinished(), None)
    assert entry is not None
    assert entry.slug == "two"


def test_a_damaged_save_is_listed_with_what_is_wrong_and_what_is_good(library: Library) -> None:
    """So that it can be rescued."""
    path = keep(library, "game", seed=3)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join((*lines[:5], *lines[6:])))
    (entry,) = library.list()
    assert entry.damage is not None
    assert "game.jsonl:6: lines are missing" in entry.damage
    assert entry.decisions == 4
    assert entry.scenario == "The Well"
    path.write_bytes(b"something else\n")
    (entry,) = library.list()
    assert entry.damage is not None
    assert "not a save of this game" in entry.damage


def test_only_saves_are_listed(library: Library) -> None:
    """No lock files, no torn pieces, nothing hidden, no folders below."""
    keep(library, "game")
    for name in ("game.torn-1", "notes.txt", ".jsonl", ".x.jsonl", "x.jsonl.part", "x.JSONL"):
        (library.directory / name).write_text("x")
    (library.directory / "below").mkdir()
    assert [entry.slug for entry in library.list()] == ["game"]


def test_a_save_is_listed_and_found_whatever_its_file_is_called(library: Library) -> None:
    """A person or a program that synchronises folders gives other names than the game does."""
    path = keep(library, "game", most=2)
    others = ("Good", "con", "game (conflicted copy)", "a.b", "game.torn-1", "-x", "two\nlines")
    for name in others:
        shutil.copy(path, library.directory / f"{name}.jsonl")
        assert library.find(name) == library.directory / f"{name}.jsonl"
    listed = library.list()
    assert all(entry.unfinished for entry in listed)
    shown = {name.replace("\n", " ") for name in others}
    assert {entry.slug for entry in listed} == {"game", *shown}
    renamed = library.rename(library.find("Good"), "good")
    assert renamed.stem == "good"


def test_a_folder_that_is_closed_or_leads_nowhere_is_not_taken_for_an_empty_one(
    library: Library, tmp_path: Path
) -> None:
    """And one that is not there yet is just empty."""
    assert (library.list(), library.trouble) == ((), None)
    library.directory.symlink_to(tmp_path / "nowhere")
    assert library.list() == ()
    assert library.trouble is not None
    assert library.trouble.endswith("saves, is a link to nowhere")
    library.directory.unlink()
    library.directory.write_text("x")
    assert library.list() == ()
    assert library.trouble is not None
    assert library.trouble.endswith("saves, cannot be looked into: it is a file")
    library.directory.unlink()
    keep(library, "game")
    assert len(library.list()) == 1
    assert library.trouble is None


def test_a_save_is_read_again_only_when_it_has_changed(library: Library) -> None:
    """Listing a second time is quick."""
    path = keep(library, "game", most=2)
    keep(library, "other", most=2)
    first = library.list()
    assert all(one is other for one, other in zip(first, library.list(), strict=True))
    match = Match.open(path)
    match.decide(match.legal()[0])
    match.close()
    assert library.entry(path).decisions > first[0].decisions
    path.unlink()
    assert library.entry(path).damage == "it is gone"


def test_example_games_are_listed_after_the_own_ones_and_cannot_be_resumed(
    library: Library, tmp_path: Path
) -> None:
    """An own save of the same name hides the example."""
    data = journal(3).data
    example = tmp_path / "shipped" / f"{EXAMPLES[0]}.jsonl"
    example.write_bytes(data)
    (tmp_path / "shipped" / "somebody-elses.jsonl").write_bytes(data)
    keep(library, "own", most=1)
    own, shipped = library.list()
    assert (own.shipped, shipped.shipped) == (False, True)
    assert shipped.slug == EXAMPLES[0]
    assert not shipped.unfinished
    assert library.find(EXAMPLES[0]) == example
    assert library.entry(example).shipped
    mine = library.copy(example, EXAMPLES[0])
    assert library.find(EXAMPLES[0]) == mine
    assert not any(entry.shipped for entry in library.list())


def test_in_a_checkout_the_example_is_listed_once_and_stays_an_example(tmp_path: Path) -> None:
    """There the folder of examples is the folder of saves."""
    library = Library(tmp_path, tmp_path)
    (tmp_path / f"{EXAMPLES[0]}.jsonl").write_bytes(journal(3).data)
    keep(library, "own")
    assert sorted(entry.slug for entry in library.list()) == sorted(["own", EXAMPLES[0]])
    assert [entry.slug for entry in library.list() if entry.shipped] == [EXAMPLES[0]]


@pytest.mark.parametrize("folder", ["saves", "shipped"])
def test_an_example_is_neither_renamed_nor_deleted(tmp_path: Path, folder: str) -> None:
    """In a checkout no more than in an installed package; a copy of it is the player's own."""
    library = Library(tmp_path / "saves", tmp_path / folder)
    (tmp_path / folder).mkdir()
    example = tmp_path / folder / f"{EXAMPLES[0]}.jsonl"
    example.write_bytes(journal(3).data)
    with pytest.raises(SaveError, match="comes with the game and stays as it is; make a copy"):
        library.rename(example, "mine")
    with pytest.raises(SaveError, match="comes with the game and stays as it is; make a copy"):
        library.delete(example)
    assert example.read_bytes() == journal(3).data
    mine = library.copy(example, "mine")
    assert library.delete(library.rename(mine, "ours")).exists()


def test_a_bare_name_is_a_save_and_all_else_a_path(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where both are there, each is what was written, and never the other one."""
    monkeypatch.chdir(tmp_path)
    path = keep(library, "game")
    assert library.find("game") == path
    assert library.find(str(path)) == path
    with pytest.raises(NoSuchSaveError, match=r'no file "game.jsonl"; the save is called game'):
        library.find("game.jsonl")
    Path("game.jsonl").write_text("another")
    Path("letter").write_text("another")
    assert library.find("game") == path
    for name in ("game.jsonl", "./game.jsonl", "./letter", "saves/../game.jsonl"):
        assert library.find(name) == Path(name)
    with pytest.raises(NoSuchSaveError, match=r'the file here is called "\./letter"'):
        library.find("letter")
    for name in ("", "x\0", "x\0.jsonl", "game.", "../saves/gone.jsonl"):
        with pytest.raises(NoSuchSaveError):
            library.find(name)


def test_a_save_that_is_not_there_is_answered_with_the_nearest(library: Library) -> None:
    """Or with the folder that was looked in."""
    keep(library, "first-try")
    with pytest.raises(NoSuchSaveError, match=r"did you mean 'first-try'\?"):
        library.find("frist-try")
    with pytest.raises(NoSuchSaveError, match=r"saves are in .*saves"):
        library.find("zebra")


# ---------------------------------------------------------------- making


def test_names_are_made_of_titles_and_never_taken_twice(library: Library) -> None:
    """The second one gets a number; a long name is cut for it."""
    assert library.new_slug("The Well!") == "the-well"
    keep(library, "the-well")
    assert library.new_slug("The Well") == "the-well-2"
    keep(library, "the-well-2")
    assert library.new_slug("the well") == "the-well-3"
    keep(library, "x" * 40)
    assert library.new_slug("X" * 50) == "x" * 38 + "-2"
    assert library.create(title="The Well").path.stem == "the-well-3"
    assert library.create().path.stem == "match"


def test_those_who_named_nothing_each_get_a_name_that_is_free(library: Library) -> None:
    """Though all of them looked for one before the first had begun; a copy does, too."""
    journals = [library.create(title="The Well") for _ in range(12)]
    assert {journal.path.stem for journal in journals} == {"the-well"}
    matches = [new(seed=seed, journal=journal) for seed, journal in enumerate(journals)]
    names = ["the-well", *(f"the-well-{number}" for number in range(2, 13))]
    assert [journal.path.stem for journal in journals] == names
    for match in matches:
        match.decide(match.legal()[0])
        match.close()
        assert match.trouble is None
    assert sorted(entry.slug for entry in library.list()) == sorted(names)
    assert all(entry.unfinished and entry.closed for entry in library.list())
    first, second = (library.create(title="the-well") for _ in range(2))
    matches[0].save_as(first)
    matches[1].save_as(second)
    assert (first.path.stem, second.path.stem) == ("the-well-13", "the-well-14")


def test_a_save_that_cannot_be_made_is_told_though_nobody_named_it(tmp_path: Path) -> None:
    """Play goes on in memory, as with a name."""
    (tmp_path / "saves").write_text("in the way")
    match = new(journal=Library(tmp_path / "saves", tmp_path).create())
    assert match.trouble is not None
    assert "match.jsonl could not be made" in match.trouble


def test_a_name_that_is_taken_is_refused(library: Library) -> None:
    """With what to do about it."""
    keep(library, "game")
    with pytest.raises(SaveError, match="there is a save 'game' already; choose another name"):
        library.create("game")


# ---------------------------------------------------------------- where saves are


def test_saves_are_where_they_were_asked_for_or_where_the_environment_says(tmp_path: Path) -> None:
    """What was asked for comes first; an empty variable says nothing."""
    environ = {VARIABLE: str(tmp_path / "env")}
    assert saves_directory(tmp_path / "asked", environ) == tmp_path / "asked"
    assert saves_directory(None, environ) == tmp_path / "env"
    assert saves_directory(None, {VARIABLE: "~/saves"}) == Path.home() / "saves"
    assert saves_directory(None, {VARIABLE: ""}) == saves_directory(None, {})


def test_saves_are_in_the_checkout_or_in_the_platforms_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A checkout keeps them beside the package."""
    assert saves_directory(None, {}) == catalogue.shipped("saves")
    assert (saves_directory(None, {}).parent / "pyproject.toml").exists()
    monkeypatch.setattr(places_module, "in_checkout", lambda: False)
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    outside = saves_directory(None, {})
    assert outside.name == "saves"
    assert outside.parent.name == "shared-enemy"


def test_a_folder_that_cannot_be_looked_into_is_a_sentence(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails is not taken for a name that is free."""

    def fail(self: LocalDisk, path: Path) -> bool:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(LocalDisk, "exists", fail)
    for use in (library.find, library.create, library.new_slug):
        with pytest.raises(SaveError, match="the disk failed"):
            use("game")


def test_a_journal_of_the_library_opens_as_a_match(library: Library) -> None:
    """By its path."""
    path = keep(library, "game", most=2)
    journal_of = library.journal(path)
    assert isinstance(journal_of, Journal)
    match = Match.open(journal_of)
    assert not match.read_only
    match.close()
