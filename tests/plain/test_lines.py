"""A plain game goes back, branches, and comments, and nothing is ever lost by it."""

from __future__ import annotations

import pytest

from game.match import Match
from game.match.tree import HIGHEST_PRICE, MOST
from game.plain import comparison, notes, story, variations
from game.plain.numbered import offer
from game.review.compare import DEEPEST
from game.review.turning_points import turning_points
from game.telling.turning_points import say_turn
from game.telling.voice import Voice
from tests.plain.paper import Paper, fresh, game, played

DEBATE = ("table:forum/law", "rebut:grievance")
"""The first side tables a motion, the second answers; then the first is asked again."""


def texts(match: Match) -> list[str]:
    """The decisions of the sides in the line that is played."""
    return [each.text for each in match.decisions if not each.text.startswith("draw:")]


# ---------------------------------------------------------------------- taking back


def test_between_people_the_other_one_lets_a_decision_be_taken_back() -> None:
    match = fresh()
    paper = played(match, [*DEBATE, "back", "accept"])
    assert texts(match) == ["table:forum/law"]
    assert "Russia asks to take back: Rebut with Grievance." in paper.lines
    assert any(line.startswith("United States, answer accept, refuse") for line in paper.lines)
    assert "Taken back: Rebut with Grievance. As it was, it is variation 0." in paper.lines
    old = match.tree.variations[0].timeline
    assert old.decisions[-1].text == "rebut:grievance"


def test_or_refuses_and_all_stays_as_it_is() -> None:
    match = fresh()
    paper = played(match, [*DEBATE, "back", "refuse"])
    assert texts(match) == list(DEBATE)
    assert "It stays as it is." in paper.lines
    assert len(match.tree.variations) == 1
    assert match.tree.asked is None


@pytest.mark.parametrize("price", ["2", "for 2", "accept for 2"])
def test_or_names_a_price_that_both_see_and_the_other_pays(price: str) -> None:
    match = fresh()
    paper = played(match, [*DEBATE, "back", price, "yes"])
    score = match.book.score[1]
    before = match.tree.variations[0].timeline.states[2].tracks[score]
    assert texts(match) == ["table:forum/law"]
    assert match.state.tracks[score] == max(before - 2, match.book.low[score])
    assert match.tree.variation.price == 2
    assert any(line.startswith("Russia, it costs you 2 ") for line in paper.lines)
    assert any("The price of taking a decision back" in line for line in paper.lines)


def test_whoever_does_not_want_to_pay_keeps_the_decision() -> None:
    match = fresh()
    played(match, [*DEBATE, "back", "1", "perhaps", "no"])
    assert texts(match) == list(DEBATE)
    assert len(match.tree.variations) == 1


@pytest.mark.parametrize("answer", ["0", str(HIGHEST_PRICE + 1), "-1", "1.5", "perhaps", "", "²"])
def test_what_is_no_answer_is_asked_again(answer: str) -> None:
    match = fresh()
    paper = played(match, [*DEBATE, "back", answer, "refuse"])
    assert texts(match) == list(DEBATE)
    assert any(line.endswith("is no answer to that.") for line in paper.lines)


@pytest.mark.parametrize("answers", [[], ["quit"], ["3"], ["3", "q"]])
def test_a_question_that_was_left_open_is_asked_again_on_resuming(answers: list[str]) -> None:
    match = fresh()
    played(match, [*DEBATE, "back", *answers])
    assert match.tree.asked == match.book.side_ids[1]
    assert texts(match) == list(DEBATE)
    paper = Paper(["accept"])
    game(match, paper).resume()
    assert texts(match) == ["table:forum/law"]


def test_the_side_can_be_named_and_then_it_is_its_own_last_decision() -> None:
    match = fresh()
    first = match.book.side_ids[0]
    played(match, [*DEBATE, f"back {first}", "accept"])
    assert texts(match) == []


@pytest.mark.parametrize("seats", [("human", "random"), ("random", "human")])
def test_against_an_opponent_a_decision_is_taken_back_at_once(seats: tuple[str, str]) -> None:
    match = fresh(seats=seats)
    person = seats.index("human")
    game(match, Paper()).begin()
    assert match.state.side == person
    before, known = match.state, len(match.decisions)
    played_on = Paper([str(len(offer(Voice(match.book), before).choices)), "back"])
    game(match, played_on).resume()
    taken = [line for line in played_on.lines if line.startswith("Taken back: ")]
    if taken:
        assert match.state == before
        assert len(match.decisions) == known
        assert len(match.tree.variations) == 2
    else:
        assert any("across a headline that was drawn" in line for line in played_on.lines)


def test_nothing_is_taken_back_across_a_headline() -> None:
    match = fresh()
    decided = ["consult", "consult", "choose:A"]
    paper = played(match, [*decided, "back"])
    assert any("across a headline that was drawn" in line for line in paper.lines)
    assert texts(match) == decided
    assert match.tree.asked is None


def test_before_the_first_decision_there_is_nothing_to_take_back() -> None:
    paper = played(fresh(), ["back"])
    assert any("nothing can be taken back" in line.lower() for line in paper.lines)


def test_an_opponent_asks_for_nothing_back() -> None:
    match = fresh(seats=("human", "random"))
    paper = played(match, [f"back {match.book.side_ids[1]}"])
    assert "Russia is not played by a person." in paper.lines


def test_an_unknown_side_is_named_with_the_known_ones() -> None:
    paper = played(fresh(), ["back \x1b[2J"])
    (line,) = (line for line in paper.lines if line.startswith("There is no side"))
    assert "us or ru" in line
    assert "\x1b" not in line


# ---------------------------------------------------------------------- other lines


def test_a_branch_goes_on_from_an_earlier_position_and_the_line_stays() -> None:
    match = fresh()
    paper = played(match, ["consult", "branch 1", "act:deploy"])
    assert texts(match) == ["act:deploy"]
    kept = match.tree.variations[0].timeline.decisions
    assert [each.text for each in kept][-1] == "consult"
    assert any(
        line.startswith("Variation 1, played now, leaves variation 0 after decision 1")
        for line in paper.lines
    )


def test_one_goes_from_line_to_line_and_the_position_is_where_it_was_left() -> None:
    match = fresh()
    paper = played(match, ["consult", "branch 1", "act:deploy", "go 0", "variations"])
    assert texts(match) == ["consult"]
    listed = paper.lines[
        paper.lines.index(
            "Variation 0, the main line, played now. 2 decisions, round 1 of 10, score 0 to 0."
        ) :
    ]
    assert listed[1].startswith("  Variation 1, leaves variation 0 after decision 1. 2 decisions")


def test_a_branch_may_leave_another_variation_than_the_one_that_is_played() -> None:
    match = fresh()
    played(match, ["consult", "branch 1", "branch 2 0"])
    assert match.tree.variation.parent == 0
    assert texts(match) == ["consult"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("branch", "Write branch N, with a number from 0."),
        ("branch x", "Write branch N, with a number from 0."),
        ("branch -1", "Write branch N, with a number from 0."),
        ("branch 1 2 3", "Write branch N, with a number from 0."),
        ("branch 9", "That cannot be done: variation 0 has 1 decision, not 9."),
        ("branch 1 7", "That cannot be done: there is no variation 7, only 0 to 0."),
        ("go", "Write go N, with a number from 0."),
        ("go 7", "That cannot be done: there is no variation 7, only 0 to 0."),
        (
            "go 99999999999999999999",
            "That cannot be done: there is no variation 999999999, only 0 to 0.",
        ),
    ],
)
def test_a_wrong_place_gets_one_sentence_and_the_question_again(answer: str, said: str) -> None:
    match = fresh()
    paper = played(match, [answer])
    assert any(line.startswith(said) for line in paper.lines)
    assert len(match.tree.variations) == 1
    assert paper.asked == 2


def test_two_lines_are_compared_round_by_round() -> None:
    match = fresh()
    played(match, ["consult", "consult", "branch 1", "act:deploy", "consult"])
    first, *rounds, one, two = comparison(Voice(match.book), match, 0, 1)
    assert first == "Variations 0 and 1 share 1 decision."
    assert "Tension" in rounds[0]
    assert one.startswith("Variation 0: ")
    assert two.startswith("Variation 1: ")
    assert list(comparison(Voice(match.book), match, 0, 0))[1] == "Round 1: no difference."


def test_a_finished_line_is_listed_with_its_verdict() -> None:
    match = fresh(7, ("random", "random"))
    played(match)
    (line,) = variations(Voice(match.book), match)
    assert match.verdict is not None
    assert match.scenario.epilogues[match.verdict.name].title in line


def test_a_deep_line_is_set_in_no_further_than_one_can_read() -> None:
    match = fresh()
    for _ in range(MOST - 1):
        match.branch(1)
    listed = list(variations(Voice(match.book), match))
    assert len(listed) == MOST
    assert max(len(line) - len(line.lstrip()) for line in listed) == 2 * DEEPEST


# ---------------------------------------------------------------------- comments and moments


def test_a_comment_is_kept_at_the_position_and_told_with_the_line() -> None:
    match = fresh()
    paper = played(match, ["comment  A quiet start. ", "comment", "consult", "comment"])
    (comment,) = match.tree.comments
    assert (comment.ply, comment.text, comment.by) == (1, "A quiet start.", "US")
    assert "  Comment by United States: A quiet start." in paper.lines
    assert any(line.startswith("There is no comment here.") for line in paper.lines)
    assert "  Comment by United States: A quiet start." in notes(Voice(match.book), match, 0)[1]


@pytest.mark.parametrize("text", ["\x1b[2J", "x" * 2001, "\u202e"])
def test_a_comment_that_no_file_should_hold_is_refused(text: str) -> None:
    match = fresh()
    paper = played(match, [f"comment {text}"])
    assert match.tree.comments == ()
    assert any(line.startswith("That cannot be done: the text ") for line in paper.lines)


def test_every_moment_is_told_at_its_place() -> None:
    match = fresh(5, ("random", "random"))
    played(match)
    match.comment(0, "Before it all.\nReally.")
    lines = list(
        story(Voice(match.book), match.tree.timeline, notes=notes(Voice(match.book), match, 0))
    )
    assert lines[:2] == ["  Comment: Before it all.", "    Really."]
    voice = Voice(match.book)
    found = turning_points(match.book, match.states, match.consequences)
    told = [line for line in lines if line.startswith("  A moment that mattered: ")]
    assert [f"  A moment that mattered: {say_turn(voice, each.turn)}." for each in found] == told


# ---------------------------------------------------------------------- coming back


def back(match: Match) -> list[str]:
    """What somebody reads who resumes a match."""
    paper = Paper()
    game(match, paper).resume()
    return paper.lines


def test_coming_back_one_is_told_what_happened_since_the_own_last_decision() -> None:
    match = fresh()
    for decision in DEBATE:
        match.decide(decision)
    title, since, told, *_ = back(match)
    assert title == match.scenario.title
    assert since == "Since the United States last decided:"
    assert told.startswith("But Russia answers: ")
    assert told.endswith("(rebuttal: Grievance)")


def test_coming_back_for_the_first_time_one_is_told_everything() -> None:
    match = fresh()
    match.decide("consult")
    _, since, *told = back(match)
    assert since == "So far:"
    assert told[:2] == ["", "Round 1"]


def test_who_decided_last_is_told_that() -> None:
    match = fresh()
    for decision in ("table:forum/law", "accept"):
        match.decide(decision)
    _, since, told, *_ = back(match)
    assert since == "What Russia decided last:"
    assert told == "Russia accepts without a word."


def test_coming_back_to_the_turn_of_an_opponent_it_is_the_person_who_is_told() -> None:
    match = fresh(seats=("human", "random"))
    match.decide("consult")
    assert back(match)[1] == "What the United States decided last:"


def test_coming_back_to_a_game_that_is_over_its_end_is_told() -> None:
    match = fresh(7, ("random", "random"))
    played(match)
    lines = back(match)
    assert lines[1] == "The end:"
    assert any(line.startswith("Verdict: ") for line in lines)
