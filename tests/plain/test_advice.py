"""What helps to choose and to look back: comparing, lines of play, files, the review."""

from __future__ import annotations

import re
import signal
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest

from game.match import Library, Match
from game.opponents import opponent
from game.plain import AfterGame, PlainGame, Stopped, reviewing
from game.plain.reviews import STEP, Reviewing
from game.review.evaluator import ReviewProgress
from game.review.prospects import mattered
from game.review.reviewed_line import ReviewedLine
from game.telling.messages import aloud
from game.telling.review import say_mattered
from game.telling.voice import Voice
from tests.plain.paper import TEXT, WHERE, Paper, fresh, game, played


def test_two_choices_are_compared_by_what_only_one_brings() -> None:
    """What both bring is told once, and nothing of either is left out."""
    before = len(played(fresh(), []).lines)
    one, other, both = (played(fresh(), [each]).lines[before:-1] for each in ("?1", "?2", ""))
    lines = played(fresh(), ["compare 1 2"]).lines[before:-1]
    assert both == ["Nothing was chosen."]
    assert set(lines) - {"Both:"} == {*one, *other}
    assert len(lines) == len(set(lines))
    shared = lines[lines.index("Both:") + 1 :] if "Both:" in lines else []
    assert set(shared) == {*one[1:]} & {*other[1:]}


@pytest.mark.parametrize(
    "answer", ["compare", "compare 1", "compare 1 1", "compare 1 99", "compare a b"]
)
def test_what_cannot_be_compared_is_said(answer: str) -> None:
    lines = played(fresh(), [answer]).lines
    assert lines[-2].startswith("Write compare A B")


def test_before_tabling_it_is_said_how_whoever_sits_there_would_answer() -> None:
    """By its name: for every argument, or above them what holds for all; a random seat foretells
    nothing.
    """
    match = fresh(7, ("human", "conciliator"))
    lines = played(match, ["1"]).lines
    at = next(place for place, line in enumerate(lines) if line.startswith("Back “"))
    told = [line for line in lines[at - 1 : -1] if "The Conciliator " in line]
    assert told in ([lines[at - 1]], lines[at + 1 : -1])
    assert "RU" not in " ".join(lines)
    quiet = played(fresh(7, ("human", "random")), ["1", "0", "1 1"]).text()
    assert "is likely to" not in quiet


def test_lines_of_play_are_named_promoted_and_compared() -> None:
    match = fresh()
    paper = played(
        match,
        [
            "consult",
            "branch 1",
            "act:deploy",
            "rename 1 A quick one",
            "promote 1",
            "variations 0 1",
        ],
    )
    assert match.tree.main == 1
    assert match.tree.variations[1].name == "A quick one"
    assert "Variation 1 is called “A quick one” now." in paper.lines
    assert "Variation 1 is the main line now." in paper.lines
    assert any(line.startswith("Variations 0 and 1 share") for line in paper.lines)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("rename", "Write rename N NAME"),
        ("rename 0", "Write rename N NAME"),
        ("rename 7 x", "There is no variation 7"),
        ("promote 7", "There is no variation 7"),
        ("variations 0 7", "There is no variation 7"),
        ("rename 0 \x1b[2J", "That cannot be done: "),
        ("export", "Write export and one of these formats:"),
        ("export nothing", "The match is not saved"),
        ("review well", "Write review, review normal or review deep."),
        ("rematch", "That is for when the game is over."),
        ("more", "That was all."),
        ("settings", "Answer settings notes on or settings notes off; all else"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(answer: str, said: str) -> None:
    paper = played(fresh(), [answer])
    assert any(line.startswith(said) for line in paper.lines)
    assert "\x1b" not in paper.text()


def test_a_match_is_written_beside_its_save(tmp_path: Path) -> None:
    library = Library(tmp_path)
    match = Match.new(TEXT, WHERE, seats=("human", "human"), seed=7, journal=library.create("x"))
    paper = Paper(["consult", "export md", "export md", "export nothing"])
    PlainGame(match, lambda _: None, paper, nullcontext).begin()
    match.close()
    assert {each.name for each in tmp_path.glob("*.md")} == {"x.md", "x-2.md"}
    assert any("there is no format" in line for line in paper.lines)


def test_what_was_told_last_is_told_again() -> None:
    lines = played(fresh(), ["consult", "again"]).lines
    told = lines[lines.index("The United States consults at home.") : -1]
    half = (len(told) - 1) // 2
    assert told[:half] == told[half + 1 :]


def test_again_tells_nothing_that_was_taken_back() -> None:
    """Nor what happened in another line of play; also where the game was over."""
    match = fresh(7, ("human", "random"))
    lines = played(match, ["1"] * 150 + ["back", "again", "quit"]).lines
    ends = [at for at, line in enumerate(lines) if line.startswith("Verdict: ")]
    taken = [at for at, line in enumerate(lines) if line.startswith("Taken back: ")]
    assert len(ends) == len(taken) == 1
    assert ends[0] < taken[0]
    lines = played(fresh(), ["consult", "branch 1", "again"]).lines
    assert lines.count("The United States consults at home.") == 1


def reviewed_quickly(match: Match, budget: int, progress: ReviewProgress) -> ReviewedLine:
    assert budget == 60
    return reviewing(match, 1, progress)


def test_a_review_says_how_far_it_is_every_so_many_decisions() -> None:
    match = fresh(5, ("human", "random"))
    for _ in range(30):
        only = next(iter(match.legal()), None)
        if only is not None:
            match.decide(only)
    paper = Paper(["review"])
    seating = partial(opponent, seed=5, scenario=match.scenario)
    PlainGame(match, seating, paper, nullcontext, made=reviewed_quickly).resume()
    at = paper.lines.index("The game is being reviewed. Ctrl+C stops the review, not the game.")
    said = [line for line in paper.lines[at:] if line.startswith("Look 1 of 1: ")]
    told = [int(line.split(": ")[1].split()[0]) for line in said]
    assert told == list(range(STEP, told[-1] + 1, STEP))
    assert len(told) > 0


def stopped_by(number: int) -> Reviewing:
    def made(match: Match, budget: int, progress: ReviewProgress) -> ReviewedLine:
        raise Stopped(number)

    return made


def test_ctrl_c_stops_a_review_and_not_the_game() -> None:
    """Any other signal ends the game."""
    match = fresh()
    paper = Paper(["review", "consult"])
    PlainGame(match, lambda _: None, paper, nullcontext, made=stopped_by(signal.SIGINT)).begin()
    assert any(line.startswith("The review was stopped. ") for line in paper.lines)
    assert "The United States consults at home." in paper.lines
    made = stopped_by(signal.SIGTERM)
    other = PlainGame(fresh(), lambda _: None, Paper(["review"]), nullcontext, made=made)
    with pytest.raises(Stopped):
        other.begin()


def test_a_game_is_reviewed_and_talked_about_at_its_end() -> None:
    """No sign stands there that a voice does not speak."""
    match = fresh(5, ("human", "random"))
    for decision in ("consult", "consult"):
        match.decide(decision)
    paper = Paper(["review", "debrief"])
    seating = partial(opponent, seed=5, scenario=match.scenario)
    PlainGame(match, seating, paper, nullcontext, made=reviewed_quickly).resume()
    text = paper.text()
    assert "What the payoffs are made of" in text or "hundredths of payoff" in text
    assert any(line.startswith("  1. ") for line in paper.lines)  # a question to discuss
    assert not set("→≥≤¶≈▶●⣿") & set(text)


@pytest.mark.parametrize("beside", [True, False])
def test_the_verdict_tells_what_mattered_most_by_the_review_once_there_is_one(
    tmp_path: Path, *, beside: bool
) -> None:
    """Beside the save, or in the cache folder; before that nothing is said of a review. Each is
    told where the verdict tells what mattered, and by no sign that a voice does not speak.
    """
    cache = tmp_path / "cache"
    journal = Library(tmp_path).create("x") if beside else None
    match = Match.new(TEXT, WHERE, seats=("human", "human"), seed=5, journal=journal)
    match.decide("consult")
    while not match.over:
        match.decide(match.legal()[0].text)
    heading = "What mattered most, as the review has it:"

    def verdict() -> list[str]:
        paper = Paper()
        PlainGame(match, lambda _: None, paper, nullcontext, cache=cache).resume()
        return paper.lines

    before = verdict()
    assert heading not in before
    made = reviewing(match, 1, ReviewProgress(), cache=cache)
    told = [f"  {each}" for each in say_mattered(Voice(match.book, aloud()), made)]
    assert told
    assert any(step.mark is not None for step in mattered(made.review))
    after = verdict()
    place = after.index(heading)
    assert after[place : place + 1 + len(told)] == [heading, *told]
    alone = Voice(match.book, aloud()).say("story.end.mattered")
    assert after.index(alone) < place
    # All that the numbers alone say stays, and it is told below that.
    rest = after[place + 1 + len(told) :]
    assert before == after[:place] + rest
    assert not set("→≥≤¶≈▶●◆⣿") & set("".join(told))
    match.close()


@pytest.mark.parametrize("answer", ["rematch", "swap", "new"])
def test_after_a_game_one_says_what_is_next(answer: str) -> None:
    match = fresh(7, ("human", "random"))

    class Player(Paper):
        def ask(self, prompt: str) -> str | None:
            super().ask(prompt)
            return answer if match.over else match.legal()[0].text

    play = game(match, Player())
    assert play.begin()
    assert play.wish is AfterGame(answer)


def test_between_the_same_nothing_is_swapped() -> None:
    match = fresh(7, ("random", "random"))
    game(match, Paper()).begin()
    paper = Paper(["swap"])
    assert game(match, paper).look_back()
    assert any(re.match("The same play both sides", line) for line in paper.lines)


def test_a_game_of_two_opponents_that_is_over_answers_whoever_comes_back() -> None:
    match = fresh(7, ("random", "random"))
    game(match, Paper()).begin()
    paper = Paper(["story 1", "board", "why trust"])
    assert game(match, paper).resume()
    assert paper.asked == 4
    assert not any(line.startswith("That is not clear") for line in paper.lines)
