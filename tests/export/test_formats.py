"""All formats: what can be asked for, and that the same match gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given

from game.export import FORMATS, ExportedGame, ExportError, export, format_of
from game.export.board.view import View
from game.match import Journal, Match
from game.match.timeline import begin
from game.rules import Kind, Rule
from game.telling.changes import say_cause
from game.text import line
from tests.examples import examples
from tests.export.games import match, matches, well
from tests.export.golden import FOLDER, made, path_of
from tests.match.games import new, play_out

_DIGESTS = """
import hashlib
import json
from game.export import FORMATS, export
from tests.export.games import match
for to in FORMATS:
    print(to, hashlib.sha256(export(match("shipped", 8), to).encode()).hexdigest())
"""


@pytest.mark.parametrize("to", FORMATS)
def test_the_golden_exports(to: str) -> None:
    """Each is as it was kept; ``python -m tests.export`` keeps them anew."""
    assert made(to) == path_of(to).read_bytes()


def test_the_golden_game_shows_what_exports_tell() -> None:
    """It has news and an answer to it, acts, consultations, and debates that go on and end."""
    kinds = {decision.kind for decision in well().decisions}
    assert kinds >= {Kind.DRAW, Kind.CHOOSE, Kind.ACT, Kind.CONSULT, Kind.TABLE, Kind.REBUT}
    kept = {path.name for path in FOLDER.iterdir() if not path.name.startswith(".")}
    assert kept == {path_of(to).name for to in FORMATS}


@given(matches)
@examples(15)
def test_any_match_can_be_exported(match: Match) -> None:
    """Finished or not, to every format, twice the same, as a match or as a value."""
    game = ExportedGame.of(match)
    for to in FORMATS:
        text = export(match, to)
        assert text == export(game, to)
        assert text.isprintable() or set(text) >= {"\n"}
        text.encode()


def test_the_same_bytes_in_every_process() -> None:
    """Whatever the hash seed, the language and the time zone."""
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", _DIGESTS],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    own = (
        f"{to} {hashlib.sha256(export(match('shipped', 8), to).encode()).hexdigest()}\n"
        for to in FORMATS
    )
    assert done.stdout == "".join(own)


def test_a_save_is_exported_as_the_match_was(tmp_path: Path) -> None:
    """Exports do not depend on whether the match was just played or opened."""
    played = match("well", 4)
    journal = Journal(tmp_path / "game.jsonl")
    played.save_as(journal)
    played.close()
    opened = Match.open(tmp_path / "game.jsonl", read_only=True)
    for to in FORMATS:
        assert export(opened, to) == export(played, to)


def test_a_line_of_play_can_be_exported() -> None:
    """From a timeline, such as a variation that no match is at."""
    game = ExportedGame.of(well())
    line = ExportedGame.along(game.header, begin(game.book, 1))
    assert line.states == game.states[:1]
    for to in FORMATS:
        assert export(line, to) != export(game, to)


def test_comments_are_told() -> None:
    """On the start and on any later position, in the transcript, the page and the record."""
    played = play_out(new(seed=8), 8)
    played.comment(0, "Well begun.", by="Ann")
    played.comment(3, "A bold move.")
    for to in ("markdown", "html", "json"):
        text = export(played, to)
        assert text.count("Well begun.") == text.count("A bold move.") == 1
        assert "Ann" in text


def test_every_variation_can_be_exported() -> None:
    """The one that is played now, or any by its number; each tells what was played in it."""
    played = play_out(new(seed=8), 8)
    first = len(played.decisions)
    played.branch(4, seats=("random", "human"), name="Another way")
    play_out(played, 9)
    played.branch(2)
    assert [ExportedGame.of(played, number).variation for number in (0, 1, 2)] == [0, 1, 2]
    assert ExportedGame.of(played) == ExportedGame.of(played, 2)
    assert len(ExportedGame.of(played, 0).decisions) == first
    assert ExportedGame.of(played, 1).decisions[:4] == ExportedGame.of(played, 0).decisions[:4]
    assert ExportedGame.of(played, 1).seats == ("random", "human")
    for to in FORMATS:
        for number in (0, 1, 2):
            assert export(played, to, variation=number) == export(
                ExportedGame.of(played, number), to
            )
    text = export(played, "markdown", variation=1)
    assert "- Variation: 1, Another way, from 0 after decision 4; there are 0 to 2\n" in text
    told = json.loads(export(played, "json", variation=1))
    assert told["variation"] == 1
    assert [each["leaves"] for each in told["variations"]] == [0, 4, 2]
    assert told["variations"][1]["moves"] == [each["decision"] for each in told["decisions"]]
    with pytest.raises(ExportError, match=r"^the match has no variation 3: choose 0 to 2$"):
        export(played, "csv", variation=3)
    with pytest.raises(ExportError, match=r"^only variation 1 is known here, not 0$"):
        export(ExportedGame.of(played, 1), "csv", variation=0)


def test_the_price_of_taking_back_is_told() -> None:
    """Where it was paid, with its cause."""
    played = play_out(new(seed=8), 8, most=2)
    side = next(side for side in (0, 1) if played.tree.timeline.own(side) is not None)
    played.take_back(side, 2)
    game = ExportedGame.of(played)
    changes = (each for step in game.consequences for each in step)
    (paid,) = (each for each in changes if each.cause.rule is Rule.TAKE_BACK)
    assert paid.asked == -2
    for to in ("markdown", "html"):
        assert export(played, to).count(say_cause(game.voice, paid.cause)) == 1


@pytest.mark.parametrize(
    ("to", "options", "said"),
    [
        ("pdf", {}, '^there is no format "pdf". Formats: markdown, html, '),
        ("markdwon", {}, 'Did you mean "markdown"?'),
        ("csv", {"at": 1}, '^the format csv has no option "at": leave it out; it has variation$'),
        (
            "svg",
            {"debate": 1},
            '^the format svg has no option "debate": leave it out; it has at, side, variation$',
        ),
        ("svg", {"at": "1"}, "^the option at of svg takes a whole number, not "),
        ("svg", {"at": True}, "^the option at of svg takes a whole number, not true$"),
        ("json", {"scenario": 1}, "^the option scenario of json takes yes or no, not 1$"),
    ],
)
def test_what_there_is_not_is_refused(to: str, options: dict[str, int], said: str) -> None:
    """The message says what there is."""
    with pytest.raises(ExportError, match=said):
        export(well(), to, **options)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("md", "markdown"), ("txt", "markdown"), ("text", "markdown"), ("MD", "markdown")),
        *(("htm", "html"), (".htm", "html"), ("HTML", "html"), ("cast", "asciinema")),
        *((".apx", "aspartix"), ("af", "iccma"), ("excel", "csv"), (" Json ", "json")),
    ],
)
def test_a_format_is_known_by_what_else_people_call_it(typed: str, name: str) -> None:
    assert format_of(typed) is FORMATS[name]
    assert export(well(), typed) == export(well(), name)


def test_a_format_is_known_by_how_its_files_end() -> None:
    """Two have the same ending, and then it is the one that is called so."""
    for form in FORMATS.values():
        assert format_of(form.suffix).suffix == form.suffix
    assert format_of(".json").name == "json"


def test_a_slip_of_another_name_is_told_by_the_proper_one() -> None:
    with pytest.raises(ExportError, match=r'no format "markdonw".*Did you mean "markdown"'):
        format_of("markdonw")
    with pytest.raises(ExportError, match=r'no format "spreadshet".*Did you mean "csv"'):
        format_of("spreadshet")


def test_every_format_is_described() -> None:
    """By its name, a suffix, a line that says what it is, and a line for each option."""
    for name, form in FORMATS.items():
        assert format_of(name) is form
        assert form.name == name
        assert form.suffix.startswith(".")
        assert form.what
        for option in form.options:
            assert option.what.endswith(".")
            assert option.name.isidentifier()


def heard(to: str, text: str) -> str:
    """The words in an export as somebody reads them, without spaces and marks between them."""
    if to in ("html", "svg"):
        text = unescape(re.sub(r"<[^>]*>", "", text))
    if to == "asciinema":
        screens = (json.loads(row)[2] for row in text.splitlines()[1:])
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", "".join(screens))
    return "".join(text.replace("\\", "").split())


def bare(words: str) -> str:
    return "".join(line(words).split())


@pytest.mark.parametrize("to", ["markdown", "html", "json", "aif", "asciinema"])
def test_every_debate_is_heard(to: str) -> None:
    """What was said, each with its fact; a contradiction's old words, and the papers."""
    game = ExportedGame.of(match("full", 7))
    text = heard(to, export(game, to))
    speeches = [each.speech for each in game.heard if each.speech is not None]
    assert len(speeches) > 10
    assert all(bare(each.words) in text for each in speeches)
    facts = [bare(each.note) for each in speeches if each.note]
    beside = [bare(quote.words) for each in game.heard for quote in each.quotes]
    beside += [bare(remark.words) for each in game.heard for remark in each.remarks]
    assert len(facts) > 0
    assert len(beside) > 3
    # A recording has no room for facts, and a map of arguments none for papers.
    assert to == "asciinema" or all(each in text for each in facts)
    assert to == "aif" or all(each in text for each in beside)


def test_the_drawn_debate_is_heard() -> None:
    """A board in the middle of a debate shows what has been said in it."""
    game = ExportedGame.of(match("full", 7))
    boards = [View(game, at).board.debate for at in range(len(game.states))]
    drawn = 0
    for at, debate in enumerate(boards):
        if debate is not None and debate.speeches[2:]:
            text, drawn = heard("svg", export(game, "svg", at=at)), drawn + 1
            for speech in debate.speeches:
                assert bare(speech.quoted) in text
                assert bare(speech.sentence) in text
    assert drawn > 1
