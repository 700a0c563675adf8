"""A character in a file of its own is checked as a scenario is, with every fault and its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.check import check, check_text
from game.authoring.schema import character_schema
from game.scenario import Scenario, ScenarioError, parse
from game.scenario.cast import cast, character_ids, character_text
from game.scenario.character import GAPS, MOST_LETTERS
from game.scenario.reading.read_character import parse_character
from game.telling.messages import english
from game.telling.rulebook import character_sheet
from tests.scenario.full import FULL

HEAD = """
id = "x"
name = "X"
stance = "Signs what pays."
about = "Says little."
face = "One."
sight = 3
"""
LINE = """
[[lines]]
id = "pressed"
say = "Never signs while pressed."
never = { ways = ["accept"], lowers = "@danger" }
conduct = [{ by = "other", deed = "pressed", rounds = 1, at_least = 1 }]
"""
PRESSED = 'deed = "pressed", rounds = 1, at_least = 1'
WISH = 'never = { ways = ["accept"], lowers = "@danger" }'
SAYS = "".join(f'\n[[says]]\non = "{occasion}"\ntext = "It is {{us}}."\n' for occasion in GAPS)
WHOLE = HEAD + LINE + SAYS


def faults(text: str, path: Path) -> set[tuple[str, str]]:
    """The codes of what is wrong with a character's text, each with the place."""
    file = path / "x.toml"
    file.write_text(text, encoding="utf-8")
    found = check(file)
    assert all(each.line > 0 and each.column > 0 and (each.hint or each.known) for each in found)
    return {(each.code, each.path) for each in found}


def test_a_whole_character_has_no_fault(tmp_path: Path) -> None:
    assert faults(WHOLE, tmp_path) == set()


@pytest.mark.parametrize("name", character_ids())
def test_the_cast_has_no_fault_and_goes_by_the_names_of_its_files(name: str) -> None:
    assert check(name) == ()
    text, where = character_text(name)
    assert parse_character(text, where).id == name


def test_the_cast_is_all_that_there_is() -> None:
    assert tuple(each.id for each in cast()) == character_ids()


@pytest.mark.parametrize(
    ("right", "wrong", "code", "path"),
    [
        ("never = {", "always = { ways = ['act'] }\nnever = {", "red-line-wish", "lines[0]"),
        (WISH, "", "red-line-wish", "lines[0]"),
        ('"@danger" }', '"@danger", best = "own" }', "red-line-best", "lines[0].never.best"),
        (WISH, "always = {}", "red-line-empty", "lines[0].always"),
        ('lowers = "@danger"', 'lowers = "@gaet"', "unknown-track", "lines[0].never.lowers"),
        ('lowers = "@danger"', 'tags = ["nowhere"]', "unknown-tag", "lines[0].never.tags[0]"),
        ("rounds = 1, at_least = 1", "rounds = 1", "conduct-bounds", "lines[0].conduct[0]"),
        (PRESSED, 'deed = "rebutted", last = true', "conduct-last", "lines[0].conduct[0]"),
        (PRESSED, 'deed = "rejoined", last = true', "conduct-last", "lines[0].conduct[0]"),
        ('text = "It is {us}."', 'text = "It is {motin}."', "unknown-gap", "says[0].text"),
        ('text = "It is {us}."', 'text = "It is {motion}."', "unknown-gap", "says[0].text"),
        ('text = "It is {us}."', 'text = "It is {us."', "stray-brace", "says[0].text"),
        ('on = "tables"', 'on = "tables"\ngrave = true', "grave-no-news", "says[1].grave"),
        ('on = "news"', 'on = "newz"', "unknown-word", "says[14].on"),
        ("sight = 3", "sight = 7", "out-of-range", "sight"),
        ('id = "x"', 'id = "search"', "reserved-id", "id"),
        ('face = "One."\n', "", "missing-key", "face"),
        ('[[says]]\non = "news"\ntext = "It is {us}."\n', "", "occasion-unspoken", "says"),
        ("conduct = [", 'asked = ["turn"]\nconduct = [', "red-line-idle", "lines[0].never.ways"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(
    right: str, wrong: str, code: str, path: str, tmp_path: Path
) -> None:
    assert right in WHOLE
    assert faults(WHOLE.replace(right, wrong, 1), tmp_path) == {(code, path)}


@pytest.mark.parametrize(
    "lines",
    [
        "never = {}",
        'never = { ways = ["accept", "decline"] }',
        'never = { ways = ["consult", "act"] }\nasked = ["turn"]',
    ],
)
def test_lines_that_leave_no_answer_are_refused(lines: str, tmp_path: Path) -> None:
    text = f'{HEAD}\n[[lines]]\nid = "none"\nsay = "Never."\n{lines}\n{SAYS}'
    assert {code for code, _ in faults(text, tmp_path)} == {"red-line-stuck"}


def test_two_lines_that_leave_no_answer_together_are_refused(tmp_path: Path) -> None:
    one, other = (
        f'\n[[lines]]\nid = "{way}"\nsay = "Never."\nnever = {{ ways = ["{way}"] }}\n'
        for way in ("yield", "walk_out")
    )
    assert faults(HEAD + one + SAYS, tmp_path) == set()
    assert faults(HEAD + one + other + SAYS, tmp_path) == {("red-line-stuck", "lines[1].never")}


def test_a_character_that_a_save_could_not_carry_is_refused(tmp_path: Path) -> None:
    long = WHOLE + "#" * 60 + ("\n#" + "x" * 100) * (MOST_LETTERS // 100)
    assert faults(long, tmp_path) == {("large-character", "")}


def test_a_scenario_may_bring_characters_of_its_own() -> None:
    scenario = parse(FULL, "full.toml")
    assert [each.id for each in scenario.characters] == ["ferryman"]
    wrong = FULL.replace('lowers = "@danger" }\nconduct', 'lowers = "@daenger" }\nconduct')
    assert wrong != FULL
    assert [each.code for each in check_text(wrong, "full.toml")] == ["unknown-track"]


def test_a_doctrine_knows_no_roles() -> None:
    wrong = FULL.replace('prefer = [{ lowers = "quarrel"', 'prefer = [{ lowers = "@danger"', 1)
    assert wrong != FULL
    assert [each.code for each in check_text(wrong, "full.toml")] == ["unknown-track"]


def test_where_nothing_is_dangerous_a_character_is_told_so() -> None:
    tame = FULL.replace("\ncollapse = {", "\n# collapse = {")
    assert isinstance(parse(tame, "full.toml"), Scenario)
    assert "role-nobody" in {each.code for each in check_text(tame, "full.toml")}


def test_a_character_is_shown_with_all_that_it_says() -> None:
    said = character_sheet(english(), parse_character(WHOLE, "x.toml"))
    for word in ("X", "Signs what pays.", "Never signs while pressed.", "ending_well"):
        assert word in said


def test_the_schema_of_a_character_names_its_keys() -> None:
    schema = character_schema()
    assert schema["required"] == ["id", "name", "stance", "about", "face", "sight"]
    assert {"lines", "says", "wants", "attention"} < schema["properties"].keys()


def test_nobody_of_the_cast_goes_by_a_name_that_is_none() -> None:
    with pytest.raises(ScenarioError, match="unknown-character"):
        character_text("nobody-at-all")
