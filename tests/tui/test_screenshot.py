"""Pictures of the table for the guides."""

from __future__ import annotations

import asyncio
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.match import Match
from game.scenario.catalogue import ids
from game.tui.screenshot import begun, main, opened, picture
from tests.example.save import SHIPPED
from tests.examples import LONG

ROOT = Path(__file__).parents[2]


def words(svg: str) -> str:
    """All that can be read in a picture."""
    return "".join(ET.fromstring(svg).itertext()).replace("\u00a0", " ")


def drawn(match: Match) -> str:
    return asyncio.run(picture(match, (120, 40)))


@pytest.mark.parametrize("scenario", ids() if LONG else ["shared-enemy"])
def test_the_whole_opening_of_a_scenario_is_on_its_picture(scenario: str) -> None:
    """Every motion, the wire and the close of the round; and nothing is fetched from elsewhere."""
    match = begun(scenario, seed=0)
    svg = drawn(match)
    read = words(svg)
    for motion in match.scenario.motions:
        assert motion.name in read
    assert "the wire" in read
    assert "At the close of round 1" in read
    assert "url(" not in svg.replace("url(#", "")
    assert len(svg) < 50_000


def test_a_moment_of_a_save_is_drawn_and_the_save_stays_as_it_is() -> None:
    before = SHIPPED.read_bytes()
    match = opened(SHIPPED, 37)
    assert len(match.decisions) == 37
    # The close of the round before is told, and until then that round lasts.
    assert f"Round {match.state.round - 1} of {match.scenario.rounds}" in words(drawn(match))
    assert SHIPPED.read_bytes() == before


def test_the_guides_show_pictures_that_are_there() -> None:
    for guide in (ROOT / "README.md", ROOT / "scenarios" / "README.md"):
        shown = [part.partition(")")[0] for part in guide.read_text("utf-8").split("](")[1:]]
        pictures = [each for each in shown if each.endswith(".svg")]
        assert pictures
        assert all((guide.parent / each).is_file() for each in pictures)


def test_a_save_is_drawn_by_its_name(tmp_path: Path) -> None:
    """As it is named everywhere else; a file will do, too."""
    shapes = []
    for number, save in enumerate((SHIPPED.stem, str(SHIPPED))):
        out = tmp_path / "new" / f"{number}.svg"
        main([str(out), "--save", save, "--at", "3", "--size", "80x24"])
        shapes.append(out.read_text("utf-8"))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["x.svg", "--save", "no-such-save"], "no save"),
        (["x.svg", "--save", "no/such/file.jsonl"], "no file"),
        (["x.svg", "--scenario", "no-such-scenario"], "no-such-scenario"),
        (["x.svg", "--scenario", "paris-thaw", "--size", "9" * 5000], "from 80x24"),
        (["x.svg", "--scenario", "paris-thaw", "--size", "79x24"], "from 80x24"),
        (["x.svg", "--scenario", "paris-thaw", "--seed", "-1"], "whole number"),
        (["x.svg", "--save", SHIPPED.stem, "--at", "9" * 5000], "whole number"),
        (["/dev/null/x.svg", "--save", SHIPPED.stem, "--size", "80x24"], "written to /dev/null"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing else is: no traceback, and no file."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code in (1, 2)
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said
    assert len(said.splitlines()[-1]) < 300
    assert not Path("x.svg").exists()
