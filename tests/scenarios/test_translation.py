"""A side file holds every word of its scenario in another language, and nothing else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.check import check
from game.rules import Rulebook
from game.scenario import Fault, ScenarioError, languages, load, read_text, translate
from game.scenario.catalogue import ids, read_side_file
from game.scenario.kinds import Name, Ref, Tag, Tint, Words
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import spelt
from game.scenario.reading.places import places
from game.scenario.reading.translation import HEAD, WORDS
from game.scenario.walk import hints, walk
from game.text import clean
from tests.books import RULES_3
from tests.examples import examples
from tests.rules.games import game
from tests.scenarios.pasture import pasture

TRANSLATED = [(name, language) for name in [*ids(), str(RULES_3)] for language in languages(name)]
SCENARIO = load(RULES_3)
TEXT, WHERE = read_side_file(RULES_3, "ru")

few = examples(15)
"""For texts as long as these."""


def test_the_game_of_rules_3_comes_in_english_and_russian() -> None:
    """The full game has grown since, and waits for its words."""
    assert [(str(RULES_3), "ru")] == TRANSLATED


# ---------------------------------------------------------------------- what a translation is


@pytest.mark.parametrize(("name", "language"), TRANSLATED)
def test_every_word_is_translated_and_nothing_else_is_changed(
    name: str | Path, language: str
) -> None:
    """Numbers, ids and citations are the scenario's own; no text for people is left as it was."""
    own, told = load(name), load(name, language)
    pairs = list(zip(walk(own), walk(told), strict=True))
    for ours, theirs in pairs:
        assert ours.path == theirs.path
        if isinstance(ours.kind, Words) and not ours.kind.cited:
            assert theirs.value != ours.value, ours.path
        else:
            assert theirs == ours


@pytest.mark.parametrize(("name", "language"), TRANSLATED)
def test_a_game_goes_the_same_in_every_language(name: str | Path, language: str) -> None:
    """The same decisions lead to the same positions: nobody at the table notices the language."""
    own, told = Rulebook(load(name)), Rulebook(load(name, language))
    for seed in range(3):
        assert list(game(own, seed)) == list(game(told, seed))


def test_the_russian_words_are_russian() -> None:
    """Every text has Cyrillic letters, and Latin ones only where a name is spelt so."""
    for leaf in walk(load(RULES_3, "ru")):
        if isinstance(leaf.kind, Words) and not leaf.kind.cited:
            value = str(leaf.value)
            assert re.search("[а-яё]|США|РФ|ИГИЛ", value), leaf.path
            latin = value.replace("Opportunity in a Shared Enemy", "").replace("MH17", "")
            assert not re.search("[A-Za-z]", latin), leaf.path


def test_the_russian_words_take_no_side_by_a_preposition() -> None:
    """Which preposition Ukraine takes is disputed itself, so the text does without either."""
    assert not re.search(r"\b(?:на|в|из|с) Украин[еуы]", TEXT, re.IGNORECASE)


# ---------------------------------------------------------------------- which words there are


def types(cls: type, seen: set[type]) -> Iterator[tuple[str, Any]]:
    """Every type that a value has in the classes of the model, and where."""
    if cls in seen:
        return
    seen.add(cls)
    for name, hint in hints(cls).items():
        yield from parts(f"{cls.__name__}.{name}", hint, seen)


def parts(where: str, hint: Any, seen: set[type]) -> Iterator[tuple[str, Any]]:
    inside = get_args(hint)
    if get_origin(hint) is Annotated and inside[0] in (str, int):
        yield where, hint
    elif get_origin(hint) is Annotated:
        yield from parts(where, inside[0], seen)
    elif isinstance(hint, type) and attrs.has(hint):
        yield from types(hint, seen)
    elif get_origin(hint) is Literal or not inside:
        yield where, hint
    else:
        for each in inside:
            if each not in (Ellipsis, type(None)):
                yield from parts(where, each, seen)


def test_the_model_says_of_every_string_whether_it_is_for_people() -> None:
    """No field is a plain string: each is words, an id, a reference, a tag, a colour or one of a
    few fixed words. So a new field cannot be left out of translations without anybody noticing.
    """
    said = list(types(Scenario, set()))
    assert len(said) > 100
    for where, hint in said:
        assert hint is not str, where
        if get_origin(hint) is Annotated and get_args(hint)[0] is str:
            assert isinstance(get_args(hint)[1], Words | Name | Ref | Tag | Tint), where


def test_a_new_field_for_people_is_missed_in_every_translation_at_once() -> None:
    """A scenario that has one text more is not translated until that is, too."""

    @attrs.frozen
    class Longer(Scenario):
        epigraph: Annotated[str, Words(60)] = "An epigraph."

    names = [field.name for field in attrs.fields(Scenario)]
    longer = Longer(**{name: getattr(SCENARIO, name) for name in names})
    assert refused(TEXT, of=longer) == ["1 epigraph missing-key"]


def paths(
    table: dict[str, Any] | list[Any], path: tuple[Any, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """The places of all strings of a document."""
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if isinstance(value, str):
            yield (*path, key)
        elif isinstance(value, dict | list):
            yield from paths(value, (*path, key))


PLACES = places(TEXT)
STRINGS = [path for path in paths(tomllib.loads(TEXT)) if path[0] not in (*HEAD, WORDS)]


@few
@given(st.sampled_from(STRINGS))
def test_a_text_left_out_is_named_with_its_place(path: tuple[Any, ...]) -> None:
    """Whatever text is taken out of the side file, that one is said to be missing, no other."""
    place = PLACES[path]
    text = TEXT[: place.key[0]] + TEXT[place.value[1] :]
    (fault,) = refused(text)
    assert fault.endswith(f" {spelt(path)} missing-key")


# ---------------------------------------------------------------------- what is refused

SIDE = """
format = 1
translates = "high-pasture"
language = "de"
title = "Die Hochalm"
"""


def refused(text: str, *, of: Scenario | None = None, language: str | None = None) -> list[str]:
    """The faults of a side file, each as its line, path and code."""
    scenario = SCENARIO if of is None else of
    with pytest.raises(ScenarioError) as error:
        translate(scenario, text, "x.ru.toml", language)
    assert clean(str(error.value)) == str(error.value)
    return [f"{fault.line} {fault.path} {fault.code}" for fault in error.value.faults]


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def line(words: str, text: str = TEXT) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_translation_of_another_scenario_is_refused_and_not_read_further() -> None:
    assert refused(SIDE) == ["3 translates other-scenario"]


def test_a_side_file_says_what_it_translates_and_into_what() -> None:
    bare = "format = 1\n"
    assert refused(bare) == ["1 translates missing-key", "1 language missing-key"]
    odd = 'format = 1\ntranslates = 3\nlanguage = "Russian"\n'
    assert refused(odd) == ["2 translates other-scenario", "3 language bad-language"]
    assert refused(TEXT, language="de") == [f"{line('language =')} language other-language"]


def test_a_misspelt_entry_is_named_with_what_was_meant() -> None:
    text = changed("[motions.arm]\n", "[motions.arms]\n")
    assert refused(text) == [f"{line('[motions.arms]', text)} motions.arms unknown-key"]


def test_an_entry_too_many_is_named() -> None:
    text = f'{TEXT}\n[motions.march]\nname = "Марш"\n'
    assert refused(text) == [f"{line('[motions.march]', text)} motions.march unknown-key"]


def test_a_number_has_no_place_in_a_translation() -> None:
    text = changed("[motions.arm]\n", "[motions.arm]\ncost = 1\n")
    assert refused(text) == [f"{line('cost = 1', text)} motions.arm.cost unknown-key"]


def test_a_list_without_ids_has_to_be_as_long_as_the_scenarios() -> None:
    text = changed('  { name = "Партнёрство" },\n', "")
    assert refused(text) == [f"{line('tiers =')} ladder.tiers wrong-count"]


def test_words_obey_the_same_rules_as_the_scenarios_own() -> None:
    """Their length, their letters, and that names can be told apart."""
    name = 'name = "Вооружить иракские силы"'
    where = f"{line(name)} motions.arm.name"
    assert refused(changed(name, f'name = "{"а" * 61}"')) == [f"{where} long-text"]
    assert refused(changed(name, 'name = "Вооружить\\u202e"')) == [f"{where} bad-text"]
    assert refused(changed(name, "name = 3")) == [f"{where} wrong-type"]
    assert refused(changed(name, 'name = " "')) == [f"{where} no-text"]
    assert refused(changed(name, 'name = "Вместе обучать иракские силы"')) == [
        f"{where} look-alike"
    ]


def test_all_faults_are_found_in_one_run() -> None:
    text = changed('  { name = "Партнёрство" },\n', "")
    text = text.replace("[motions.arm]\n", "[motions.arms]\n").replace(
        'title = "Крах"', "title = 3"
    )
    assert [each.split()[2] for each in refused(text)] == [
        "wrong-count",
        "unknown-key",
        "wrong-type",
    ]


@few
@given(st.data())
def test_a_damaged_side_file_is_refused_or_read(data: st.DataObject) -> None:
    """Cut anywhere, or with any character in the place of another, it raises nothing else."""
    at = data.draw(st.integers(0, len(TEXT) - 1))
    letter = data.draw(st.sampled_from(["", '"', "[", "]", "=", "#", "\n", "\x1b", "я", "9", "{"]))
    text = TEXT[:at] + letter + TEXT[at + 1 :] if data.draw(st.booleans()) else TEXT[:at]
    faults: tuple[Fault, ...] = ()
    try:
        translate(SCENARIO, text, "x.ru.toml")
    except ScenarioError as error:
        faults = error.faults
    assert all(clean(str(fault)) == str(fault) for fault in faults)
    assert faults or tomllib.loads(text).keys() == tomllib.loads(TEXT).keys()


# ---------------------------------------------------------------------- finding them


def test_a_translation_lies_next_to_its_scenario(tmp_path: Path) -> None:
    """Whoever writes a scenario puts its translations beside it, and they are found there."""
    file = tmp_path / "pasture.toml"
    file.write_text(pasture(), encoding="utf-8")
    assert languages(file) == ()
    for name in ("pasture.de.toml", "pasture.pt-BR.toml", "pasture.old.copy.toml", "other.ru.toml"):
        (tmp_path / name).write_text(SIDE, encoding="utf-8")
    assert languages(file) == languages(str(file)) == ("de", "pt-BR")
    with pytest.raises(ScenarioError, match=r'pasture\.de\.toml:1:1 .*\n.*"summary" is missing'):
        load(file, "de")
    with pytest.raises(ScenarioError, match=r'Write "pt-BR", or name the file'):
        load(file, "pt-BR")
    assert load(file).title == "The High Pasture"


def test_a_language_that_there_is_not_is_said_to_be_missing() -> None:
    with pytest.raises(ScenarioError, match=r'no translation into "de".*\.de\.toml.*Known: ru'):
        load(RULES_3, "de")
    with pytest.raises(
        ScenarioError, match=r'no translation into "../x".*Write a language as "ru"'
    ):
        load(RULES_3, "../x")
    assert languages("nowhere/at-all.toml") == ()


def test_the_check_reads_a_side_file_as_one(tmp_path: Path) -> None:
    """It names what is wrong with it, or warns that words have changed since; or finds nothing."""
    assert check(RULES_3.with_name("shared-enemy.ru.toml")) == ()
    own = tmp_path / "own.toml"
    side = tmp_path / "own.ru.toml"
    side.write_text(TEXT, encoding="utf-8")
    assert [fault.code for fault in check(side)] == ["side-file"]  # there is no scenario beside it
    text, _ = read_text(RULES_3)
    own.write_text(text, encoding="utf-8")
    assert check(side) == ()
    own.write_text(text.replace("Map the overlaps", "Chart the overlaps"), encoding="utf-8")
    (fault,) = check(side)
    assert (fault.code, fault.severity) == ("stale-translation", "warning")
    assert "Chart the overlaps" in fault.message
    assert fault.path == "motions.review.name"
    assert TEXT.split("\n")[fault.line - 1].startswith("name =")
    assert "words.motions.review.name" in fault.hint
    side.write_text(changed("[motions.arm]", "[motions.arms]"), encoding="utf-8")
    assert [fault.code for fault in check(str(side))] == ["unknown-key"]
    own.write_text("no scenario", encoding="utf-8")
    assert [fault.code for fault in check(side)] == ["not-toml"]


def test_side_files_are_not_taken_for_scenarios() -> None:
    assert all("." not in name for name in ids())
    text, where = read_text(RULES_3)
    assert text != TEXT
    assert (where, WHERE) == (str(RULES_3), str(RULES_3.with_name("shared-enemy.ru.toml")))
