"""A lesson is read as strictly as a scenario: every fault has its place, and says what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.lessons import is_lesson
from game.authoring.schema import lesson_schema
from game.scenario import ScenarioError
from game.scenario.lessons import lesson, lesson_text, lessons
from game.scenario.reading.read_lesson import parse_lesson
from game.teaching.begin import check_lesson_text
from tests.examples import examples

TEXT = lesson_text("ladder")[0]

MISTAKES = [
    ('scenario = "paris-thaw"', 'scenario = "paris"', "lesson-scenario", "scenario"),
    ('scenario = "paris-thaw"', 'scenario = "../x"', "bad-id", "scenario"),
    ("seed = 8", "seed = -1", "out-of-range", "seed"),
    ("seed = 8\n", 'seed = 8\nvariant = "easy"\n', "unknown-start", "variant"),
    ('learner = "us"', 'learner = "su"', "unknown-side", "learner"),
    ('learner = "us"', 'learner = "ru"', "lesson-turn", "opening"),
    ('opposite = "student"', 'opposite = "studnet"', "lesson-seat", "opposite"),
    ('opposite = "student"', 'opposite = "human"', "lesson-seat", "opposite"),
    ('"decline", "consult"', '"declne", "consult"', "opening-unplayable", "opening[1]"),
    ('"decline", "consult"', '"accept", "yield"', "opening-unplayable", "opening[2]"),
    ("after_round = 4", "after_round = 40", "lesson-endless", "end.after_round"),
    ("after_round = 4", "after_round = 1", "lesson-over", "end"),
    ('motion = "arm"', 'motion = "army"', "unknown-motion", "steps[1].happens[2].motion"),
    ('id = "cheaper"', 'id = "silence"', "repeated-id", "steps[1].id"),
    (
        'when = [{ track = "trust", at_least = 5 }]',
        'when = [{ track = "trust", at_least = 2 }]',
        "step-done",
        "steps[2].when",
    ),
    (
        'when = [{ track = "trust", at_least = 5 }]',
        "",
        "step-empty",
        "steps[2]",
    ),
    (
        'happens = [{ rule = "silence", by = "learner" }]',
        'happens = [{ by = "learner" }]',
        "happening-empty",
        "steps[0].happens[0]",
    ),
    ("minutes = 4", "minuets = 4", "unknown-key", "minuets"),
    ("place = 2", 'place = "2"', "wrong-type", "place"),
]


@pytest.mark.parametrize(("right", "wrong", "code", "path"), MISTAKES)
def test_a_fault_is_told_with_its_place(right: str, wrong: str, code: str, path: str) -> None:
    assert right in TEXT
    faults = check_lesson_text(TEXT.replace(right, wrong, 1), "x.toml")
    assert (code, path) in {(each.code, each.path) for each in faults}
    assert all(each.line > 0 and each.column > 0 for each in faults)
    assert all(each.hint or each.known for each in faults)


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda each: each.decode("latin-1")))
@examples(40)
def test_whatever_is_no_lesson_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ScenarioError) as refused:
        parse_lesson(text, "x.toml")
    assert refused.value.faults


@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.text(max_size=3))
@examples(40)
def test_a_lesson_that_was_cut_about_is_read_or_refused(at: int, cut: int, put: str) -> None:
    """Nothing else comes of it, whatever was changed."""
    faults = check_lesson_text(TEXT[:at] + put + TEXT[at + cut :], "x.toml")
    assert all(each.message for each in faults)


def test_a_lesson_is_told_from_a_scenario_and_a_character() -> None:
    assert is_lesson(TEXT)
    assert not is_lesson('format = 1\nid = "x"\n[[motions]]\nplace = 1\n')
    assert not is_lesson('id = "x"\nface = "y"\nsight = 3\n')


def test_a_lesson_of_another_name_is_not_found_under_its_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = TEXT.replace('id = "ladder"', 'id = "leader"', 1)
    monkeypatch.setattr("game.scenario.lessons.lesson_text", lambda name: (text, "x.toml"))
    with pytest.raises(ScenarioError, match="calls itself"):
        lesson("ladder")
    assert all(each.error is not None for each in lessons() if each.id == "ladder")


def test_the_schema_describes_every_key() -> None:
    schema = lesson_schema()
    assert {"id", "goal", "steps", "end", "learnt", "opening"} <= schema["properties"].keys()
    assert all(each["description"] for each in schema["properties"].values())
