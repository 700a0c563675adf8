"""The pictures of the README, and how a recording is made of screens."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from game.opponents import opponent
from game.review.asked import game_of
from tests.tui.film import Frame, film, read
from tests.tui.pictures import DOCS, PLAN, SEED, Recording, begun, drawn_from, record
from tests.tui.test_screenshot import words

MOST = 600_000
"""Bytes of a recording that a page loads quickly."""


@pytest.fixture(scope="module")
def made() -> Recording:
    return record()


def test_the_pictures_show_what_the_app_shows_now(made: Recording) -> None:
    """If they do not any more: ``python tasks.py picture`` draws them anew."""
    for name, picture in drawn_from(made).items():
        kept = (DOCS / name).read_text("utf-8")
        reading = read if name == "recording.svg" else words
        assert reading(kept) == reading(picture), f"docs/{name} is not what is shown now"


def test_the_recorded_game_is_a_real_one_against_the_student(made: Recording) -> None:
    """The person's decisions are the planned ones, and the Student has said something to them."""
    match = begun()
    student = opponent("student", seed=SEED, scenario=match.scenario)
    assert student is not None
    while len(match.decisions) < len(made.decisions):
        decision = made.decisions[len(match.decisions)]
        if match.state.side == 1 and len(match.legal()) > 1:
            assert str(student.choose(game_of(match.tree.variation)).decision) == decision
        match.decide(decision)
    assert [str(each) for each in match.decisions] == made.decisions
    assert [each for each in made.decisions if each in PLAN] == list(PLAN)
    assert len(made.decisions) > 2 * len(PLAN)


def test_a_recording_has_the_words_of_each_screen(made: Recording) -> None:
    """Whatever is on a screen is in its frame, in the same order."""
    picture = (DOCS / "recording.svg").read_text("utf-8")
    frames = read(picture)
    assert len(frames) == len(made.frames)
    for frame, each in zip(frames, made.frames, strict=True):
        shown = re.sub(r"\s", "", words(each.svg).partition("</style>")[2] or words(each.svg))
        assert shown.endswith(re.sub(r"\s", "", frame))


def test_a_recording_is_one_file_that_runs_no_script_and_fetches_nothing() -> None:
    picture = (DOCS / "recording.svg").read_text("utf-8")
    assert len(picture.encode()) < MOST
    assert "<script" not in picture
    assert "url(" not in picture
    assert not re.search(r'(?:href|src)="(?!#)', picture)
    (seconds,) = re.findall(r"animation:film ([\d.]+)s", picture)
    assert 20 <= float(seconds) <= 40


def test_who_wants_no_motion_sees_one_frame() -> None:
    """The one in which the debate is best seen; and who sees nothing is told what there is."""
    picture = (DOCS / "recording.svg").read_text("utf-8")
    (at,) = re.findall(
        r"\(prefers-reduced-motion:reduce\)\{\.film\{animation:none;"
        r"transform:translateY\(-([\d.]+)px\)\}\}",
        picture,
    )
    assert "But Russia answers" in read(picture)[round(float(at) / (30 * 24.4))]
    assert ET.fromstring(picture).findtext("{http://www.w3.org/2000/svg}desc")


def test_each_frame_has_its_time(made: Recording) -> None:
    """Frames follow each other at once, the first at the beginning, and none lasts no time."""
    picture = film(made.frames, (100, 30), title="A & B", about="<x>", still=0)
    starts = [float(each) for each in re.findall(r"([\d.]+)%\{transform", picture)]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < 100
    whole = sum(each.seconds for each in made.frames)
    for start, after, each in zip(starts, [*starts[1:], 100.0], made.frames, strict=True):
        assert after - start == pytest.approx(100 * each.seconds / whole, abs=0.01)


def test_what_looks_the_same_is_drawn_once(made: Recording) -> None:
    """A film of a screen that never changes is hardly larger than one picture of it."""
    one = film(made.frames[:1], (100, 30), title="", about="", still=0)
    same = [Frame(made.frames[0].svg, 1.0)] * 9
    nine = film(same, (100, 30), title="", about="", still=0)
    assert nine.count('<g id="') == one.count('<g id="')
    assert len(set(read(nine))) == 1
