"""What an author of scenarios is told on the command line."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from game.authoring.check import check_text
from game.authoring.codes import codes
from game.authoring.schema import schema
from game.authoring.starter import starter
from game.scenario import load, parse, read_text
from game.scenario.catalogue import ids, languages, read_side_file
from tests.books import RULES_3
from tests.cli.terminal import Command
from tests.telling.test_rulebook import show

TEXT = starter("own")
WRONG = TEXT.replace("rounds = 6", "ronuds = 6").replace("income = 2", 'income = "2"')


def odd() -> str:
    """A scenario with a warning and no error: both sides have one colour."""
    lines = TEXT.split("\n")
    colours = [index for index, line in enumerate(lines) if line.startswith("color = ")]
    lines[colours[1]] = lines[colours[0]]
    return "\n".join(lines)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a good, an odd and a wrong scenario."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name, text in (("good", TEXT), ("odd", odd()), ("wrong", WRONG)):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


# ---------------------------------------------------------------------- check


def test_a_scenario_without_faults_is_good(command: Command, here: Path) -> None:
    said = command("scenario", "check", "good.toml")
    assert (said.code, said.out, said.err) == (0, "good.toml: good\n", "")


@pytest.mark.parametrize("name", ids())
def test_every_scenario_that_comes_with_the_game_is_good(command: Command, name: str) -> None:
    said = command("scenario", "check", name, "--strict")
    assert (said.code, said.out) == (0, f"{name}: good\n")


def test_all_errors_are_listed_with_line_and_hint(command: Command, here: Path) -> None:
    said = command("scenario", "check", "wrong.toml")
    assert said.code == 1
    lines = WRONG.split("\n")
    place = next(number for number, line in enumerate(lines, 1) if line.startswith("ronuds"))
    assert f"wrong.toml:{place}:1" in said.out
    assert 'Did you mean "rounds"?' in said.out
    assert "[wrong-type]" in said.out
    assert said.out.splitlines()[-1].startswith("wrong.toml: 2 errors.")


def test_a_warning_fails_only_where_that_is_asked_for(command: Command, here: Path) -> None:
    said = command("scenario", "check", "odd.toml")
    assert said.code == 0
    assert "warning: Both sides have the same colour." in said.out
    assert "odd.toml: 1 warning." in said.out
    assert "scenario explain same-colour" in said.out
    assert command("scenario", "check", "--strict", "odd.toml").code == 1


def test_of_many_files_each_is_told_and_one_is_enough_to_fail(command: Command, here: Path) -> None:
    said = command("scenario", "check", "good.toml", "wrong.toml", "nowhere.toml")
    assert said.code == 1
    assert "good.toml: good" in said.out
    assert "nowhere.toml: 1 error." in said.out


def test_for_programs_a_fault_has_its_place(command: Command, here: Path) -> None:
    said = command("scenario", "check", "good.toml", "odd.toml", "--json")
    assert said.code == 0
    good, odd_ = json.loads(said.out)
    assert (good["errors"], good["warnings"], good["faults"]) == (0, 0, [])
    assert odd_["warnings"] == 1
    (fault,) = odd_["faults"]
    (expected,) = check_text(odd(), "odd.toml")
    assert (fault["line"], fault["column"]) == (expected.line, expected.column)
    assert (fault["code"], fault["severity"]) == ("same-colour", "warning")
    assert odd().split("\n")[fault["line"] - 1] == fault["source"]


def test_nothing_of_a_refused_file_reaches_the_terminal_raw(command: Command, here: Path) -> None:
    name = "evil\x1b[2J.toml"
    (here / name).write_text(TEXT.replace("Two towns", "Two \x1b[2J\u202e towns"))
    said = command("scenario", "check", name)
    assert said.code == 1
    assert all(line.isprintable() for line in (said.out + said.err).splitlines())
    assert command("scenario", "check", name, "--json").out.isascii()


def test_check_wants_a_file(command: Command) -> None:
    said = command("scenario", "check")
    assert said.code == 2
    assert "FILE" in said.err


def test_translations_are_checked_with_their_scenario_or_alone(
    command: Command, here: Path
) -> None:
    (here / "good.ru.toml").write_text('format = 1\ntranslates = "own"\nlanguage = "ru"\n')
    both = command("scenario", "check", "good.toml")
    assert both.code == 1
    assert "good.ru.toml:" in both.out
    alone = command("scenario", "check", "good.ru.toml")
    assert alone.code == 1
    assert alone.out.replace("good.ru.toml: ", "good.toml: ") == both.out


def test_a_text_that_has_changed_since_it_was_translated_is_a_warning(
    command: Command, here: Path
) -> None:
    """However the check is told of the translation; and only a strict one fails for it."""
    text, side = read_text(RULES_3)[0], read_side_file(RULES_3, "ru")[0]
    (here / "own.ru.toml").write_text(side, encoding="utf-8")
    (here / "own.toml").write_text(text, encoding="utf-8")
    assert command("scenario", "check", "--strict", "own.toml").code == 0
    changed = text.replace('"Map the overlaps"', '"Chart the overlaps"')
    (here / "own.toml").write_text(changed, encoding="utf-8")
    for name in ("own.toml", "own.ru.toml"):
        said = command("scenario", "check", name)
        assert said.code == 0
        assert said.out.count("[stale-translation]") == 1
        assert "motions.review.name" in said.out
        assert f"{name}: 1 warning." in said.out
        assert command("scenario", "check", "--strict", name).code == 1
    (fault,) = json.loads(command("scenario", "check", "--json", "own.toml").out)[0]["faults"]
    assert fault["severity"] == "warning"
    table = command("scenario", "words", "own.toml").out
    (here / "own.ru.toml").write_text(side[: side.index("[words]")] + table, encoding="utf-8")
    assert command("scenario", "check", "--strict", "own.toml").out == "own.toml: good\n"


@pytest.mark.parametrize(
    "arguments",
    [("play", "--plain", "--scenario"), ("scenario", "show"), ("opponents", "--scenario")],
)
def test_a_translation_is_no_scenario_to_play_or_show(
    command: Command, here: Path, arguments: tuple[str, ...]
) -> None:
    (here / "own.ru.toml").write_text(read_side_file(RULES_3, "ru")[0], encoding="utf-8")
    said = command(*arguments, "own.ru.toml")
    assert said.code == 1
    assert re.findall(r"\[([a-z-]+)\]", said.err) == ["side-file"]
    assert 'a translation of "shared-enemy"' in said.err


# ---------------------------------------------------------------------- explain


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_is_explained(command: Command, code: str) -> None:
    said = command("scenario", "explain", code)
    assert said.code == 0
    assert said.out.startswith(f"{code}\n\n{codes()[code].why}\n")


def test_a_code_is_explained_where_it_was_met_as_well(command: Command) -> None:
    told = command("scenario", "explain", "same-colour").out
    assert command("scenario", "check", "--explain", "same-colour").out == told


def test_an_unknown_code_is_named_with_the_nearest(command: Command) -> None:
    said = command("scenario", "explain", "same-color")
    assert said.code == 2
    assert 'Did you mean "same-colour"?' in said.err
    assert said.err.count("\n") == 1


def test_without_a_code_all_codes_are_listed(command: Command) -> None:
    lines = command("scenario", "explain").out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == sorted(codes())
    assert "no-file: The path leads to nothing." in lines


# ---------------------------------------------------------------------- new and schema


def test_a_new_scenario_is_good_and_can_be_played(command: Command, here: Path) -> None:
    said = command("scenario", "new", "two-towns")
    assert said.code == 0
    assert "scenario check two-towns.toml" in said.err
    assert parse((here / "two-towns.toml").read_text(encoding="utf-8"), "x").id == "two-towns"
    assert command("scenario", "check", "--strict", "two-towns.toml").code == 0
    played = command(
        *("play", "--plain", "--scenario", "two-towns.toml", "--seed", "7", "--save", "x"),
        *(f"--seat={side}=random" for side in ("upper", "lower")),
    )
    assert played.code == 0, played.err
    assert "Verdict: " in played.out


def test_a_new_scenario_can_be_put_elsewhere_or_printed(command: Command, here: Path) -> None:
    assert command("scenario", "new", "own", "-o", "deep.toml").code == 0
    assert (here / "deep.toml").read_text(encoding="utf-8") == TEXT
    assert command("scenario", "new", "own", "-o", "-").out == TEXT


def test_nothing_is_ever_written_over(command: Command, here: Path) -> None:
    before = (here / "good.toml").read_text(encoding="utf-8")
    for arguments in (("new", "good"), ("schema", "-o", "good.toml")):
        said = command("scenario", *arguments)
        assert said.code == 1
        assert "good.toml is there already" in said.err
    (here / "link.toml").symlink_to(here / "target.toml")
    assert command("scenario", "new", "link").code == 1
    assert not (here / "target.toml").exists()
    assert (here / "good.toml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "Two Towns"), "cannot be an id"),
        (("new", "../own"), "cannot be an id"),
        (("new", "x\x1b[2J"), "cannot be an id"),
        (("new", "own", "-o", "no/such/folder/x.toml"), "was not written"),
        (("schema", "-o", "."), "is there already"),
    ],
)
def test_what_cannot_be_written_is_said(
    command: Command, here: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = sorted(here.iterdir())
    said = command("scenario", *arguments)
    assert said.code == 1
    assert words in said.err
    assert "\x1b" not in said.err
    assert sorted(here.iterdir()) == before


DEVICES = ("con", "nul", "aux", "prn", "com1", "lpt9", "com0")


@pytest.mark.parametrize("name", DEVICES)
def test_no_file_is_written_that_windows_could_not_open(
    command: Command, here: Path, name: str
) -> None:
    """Such a scenario could not be passed on. Its id may be that; then its file is called else."""
    said = command("scenario", "new", name)
    assert (said.code, said.out) == (2, "")
    assert f'"{name}.toml" is the name of a device on Windows; choose another id' in said.err
    for output in (f"{name}.toml", f"{name.upper()}.a.b", f"{name} .toml", "own.", "own "):
        for arguments in (("new", "own"), ("schema",)):
            said = command("scenario", *arguments, "-o", output)
            assert said.code == 2
            assert "Windows" in said.err
            assert "choose another name" in said.err
    assert {path.name for path in here.iterdir()} == {"good.toml", "odd.toml", "wrong.toml"}
    assert command("scenario", "new", name, "-o", "own.toml").code == 0
    assert command("scenario", "check", "own.toml").code == 0


def test_a_file_that_is_written_is_an_ordinary_one(command: Command, here: Path) -> None:
    command("scenario", "new", "own")
    assert stat.S_IMODE((here / "own.toml").stat().st_mode) & 0o133 == 0


def test_a_name_that_the_game_has_is_pointed_out(command: Command, here: Path) -> None:
    said = command("scenario", "new", "shared-enemy")
    assert said.code == 0
    assert "comes with the game" in said.err


def test_the_schema_is_printed_or_written(command: Command, here: Path) -> None:
    assert json.loads(command("scenario", "schema").out) == schema()
    said = command("scenario", "schema", "-o", "schema.json")
    assert "#:schema schema.json" in said.err
    assert json.loads((here / "schema.json").read_text(encoding="utf-8")) == schema()


# ---------------------------------------------------------------------- show


def test_a_scenario_is_shown_as_a_rulebook(command: Command, here: Path) -> None:
    said = command("scenario", "show", "good.toml")
    assert said.code == 0
    assert said.out == show(parse(TEXT, "good.toml"))


def test_in_the_words_of_a_translation_if_there_is_one(command: Command) -> None:
    (language, *_) = languages(RULES_3)
    said = command("scenario", "show", str(RULES_3), "--language", language)
    assert said.out == show(load(RULES_3, language))
    refused = command("scenario", "show", str(RULES_3), "--language", "xx")
    assert refused.code == 1
    assert f"Known: {language}" in refused.err


def test_what_is_wrong_with_a_scenario_is_said_instead_of_showing_it(
    command: Command, here: Path
) -> None:
    said = command("scenario", "show", "wrong.toml")
    assert (said.code, said.out) == (1, "")
    assert "wrong.toml:" in said.err


# ---------------------------------------------------------------------- list


def test_each_scenario_is_listed_with_the_languages_it_is_told_in(command: Command) -> None:
    lines = command("scenario", "list").out.splitlines()
    for name, line in zip(ids(), lines, strict=True):
        assert line.startswith(f"{name}: ")
        assert all(language in line for language in languages(name))


def test_for_programs_the_scenarios_are_listed_with_their_files(command: Command) -> None:
    found = json.loads(command("scenario", "list", "--json").out)
    assert [each["id"] for each in found] == list(ids())
    for each in found:
        assert each["error"] is None
        assert each["languages"] == list(languages(each["id"]))
        assert Path(each["file"]).read_text(encoding="utf-8") == read_text(each["id"])[0]
