"""The plain game plays the same match as everything else, whatever is typed."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Match
from game.plain.numbered import certain, offer
from game.rules import NOBODY, Phase, Rulebook, State, legal, play, start
from game.telling.board import board
from game.telling.decisions import question
from game.telling.position import before_a_turn
from game.telling.voice import Voice
from tests.examples import examples
from tests.forced import alone
from tests.plain.paper import Paper, fresh, game, played

COMMANDS = [
    "help",
    "all",
    "look",
    "news",
    "why",
    "why t",
    "why nothing",
    "story",
    "rules",
    "?",
    "?1",
    "? 2",
    "?99",
    "",
    "0",
    "-1",
    "1.5",
    "consult",
    "back",
    "back us",
    "accept",
    "3",
    "yes",
    "refuse",
    "branch 1",
    "branch 5 0",
    "go 0",
    "go 1",
    "variations",
    "comment Here.",
    "comment",
    "ask",
]


def walk(book: Rulebook, seed: int) -> Iterator[State]:
    """Every position of a random game in which a side decides."""
    generator = random.Random(seed)
    state = start(book)
    while state.phase is not Phase.END:
        if state.side != NOBODY:
            yield state
        state = play(book, state, generator.choice(legal(book, state))).state


@pytest.mark.parametrize("seed", range(6))
def test_the_numbered_choices_are_exactly_the_legal_decisions(book: Rulebook, seed: int) -> None:
    """Of a motion that several arguments could back, one number for each of them."""
    for state in walk(book, seed):
        choices = offer(Voice(book), state).choices
        assert [choice.number for choice in choices] == list(range(1, len(choices) + 1))
        found = [decision for choice in choices for decision in choice.decisions]
        assert len(found) == len(set(found))
        assert set(found) == set(legal(book, state))
        assert len({choice.words for choice in choices}) == len(choices)


@pytest.mark.parametrize("seed", range(6))
def test_a_headline_is_named_where_it_is_answered_and_while_it_is_on_the_wire(
    book: Rulebook, seed: int
) -> None:
    voice = Voice(book)
    for state in walk(book, seed):
        if state.phase not in (Phase.EVENT, Phase.TURN) or state.wire < 0:
            continue
        lines = list(before_a_turn(voice, board(voice, state, ("", ""))))
        named = [line for line in lines if voice.headline(state.wire) in line]
        assert len(named) == 1
        if state.phase is Phase.EVENT:
            assert lines[1] == f"{voice.headline(state.wire)}."


def test_every_choice_says_what_is_certain(book: Rulebook) -> None:
    for state in walk(book, 3):
        for choice in offer(Voice(book), state).choices:
            lines = list(certain(Voice(book), state, choice))
            assert lines[0] == choice.line == f"{choice.number}. {choice.words}"
            assert len(lines) > 1


@pytest.mark.parametrize("seed", range(4))
def test_a_game_played_by_numbers_ends_with_the_verdict_and_the_epilogue(seed: int) -> None:
    match = fresh(seed)
    generator = random.Random(seed)

    class Player(Paper):
        def ask(self, prompt: str) -> str | None:
            super().ask(prompt)
            return str(generator.randrange(len(match.legal())) + 1) if match.legal() else "quit"

    paper = Player()
    assert game(match, paper).begin()
    assert match.verdict is not None
    epilogue = match.scenario.epilogues[match.verdict.name]
    assert f"Verdict: {epilogue.title}" in paper.lines
    assert epilogue.text.split("\n\n")[-1] in paper.lines


def test_when_the_game_is_over_one_can_still_go_back() -> None:
    """A person is asked what else; a line that is over is left for another in the same way."""
    match = fresh(7, ("human", "random"))

    class Player(Paper):
        def ask(self, prompt: str) -> str | None:
            return super().ask(prompt) if match.over else "1"

    paper = Player(
        ["1", "hint", "comment Over.", "look", "branch 3", "branch 3", "go 0", "variations", "quit"]
    )
    assert game(match, paper).begin()
    assert match.over
    assert match.tree.current == 0
    assert len(match.tree.variations) == 3
    assert all(each.timeline.state.phase is Phase.END for each in match.tree.variations)
    assert sum(line.startswith("Verdict: ") for line in paper.lines) == 4
    assert '"1" is not a choice.' in paper.lines
    (comment,) = match.tree.comments
    assert (comment.text, comment.by) == ("Over.", "")


def test_two_opponents_play_to_the_verdict_without_a_question() -> None:
    match = fresh(7, ("random", "random"))
    paper = played(match)
    assert match.over
    assert paper.asked == 0


def test_the_same_seed_and_seats_tell_the_same_game() -> None:
    once, again = (played(fresh(11, ("random", "random"))).lines for _ in range(2))
    assert once == again


def test_every_decision_is_told_with_its_causes() -> None:
    match = fresh(5, ("random", "random"))
    text = played(match).text()
    for place, decision in enumerate(match.decisions):
        if decision.kind.value == "act":
            name = match.scenario.acts[decision.subject].name
            assert f"{name}." in text
            assert f"The price of: {name}" in text
        assert match.consequences[place]


def test_a_decision_can_be_named_as_a_save_names_it() -> None:
    match = fresh()
    played(match, ["consult"])
    assert match.decisions[1].text == "consult"


def test_a_decision_is_named_in_small_letters_or_large_ones(book: Rulebook) -> None:
    for state in walk(book, 5):
        on_offer = offer(Voice(book), state)
        for choice in on_offer.choices:
            for each in (choice, *choice.within):
                if each.decision is not None:
                    assert on_offer.find(each.decision.text.lower()) == each


def test_the_position_says_whose_decision_it_is(book: Rulebook) -> None:
    match = fresh()
    paper = played(match)
    side = match.scenario.sides[match.state.side].name
    asked = f"{side}: {question(Voice(match.book), match.state)}."
    assert any(line.endswith(asked) for line in paper.lines)


def test_the_position_names_every_number_of_the_table(book: Rulebook) -> None:
    match = fresh()
    text = played(match, ["look"]).text()
    for index, track in enumerate(match.scenario.tracks):
        assert f"{track.name} ({track.subject}): {match.state.tracks[index]} of" in text
    for motion in match.scenario.motions:
        assert f"  {motion.name}: " in text
    for side, entry in enumerate(match.scenario.sides):
        assert f"of the {entry.threshold} needed" in text
        assert f"Capital {match.state.tracks[match.book.capital[side]]} of" in text
    assert match.scenario.headlines[match.state.wire].title in text


def test_all_lists_what_is_closed_with_its_reason() -> None:
    match = fresh()
    lines = played(match, ["all"]).lines
    closed = lines[lines.index("Closed now:") + 1 : -1]
    assert len(closed) == len(offer(Voice(match.book), match.state).closed)
    assert all(": " in line and line.endswith(".") for line in closed)


def test_a_question_mark_and_a_number_decide_nothing() -> None:
    match = fresh()
    before = match.state
    paper = played(match, ["?1"])
    assert match.state == before
    assert "1. " in paper.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("99", '"99" is not a choice.'),
        ("", "Nothing was chosen."),
        ("accept", "accept cannot be chosen: not now."),
        ("act:counter", "act:counter cannot be chosen: belongs to the other side."),
        ("table:reintegration/need", "needs Trust 7, it is 3"),
        ("\x1b[2J", '"\\u001b[2J" is not a choice.'),
        ("eins", '"eins" is not a choice.'),
    ],
)
def test_a_wrong_answer_gets_one_sentence_and_the_question_again(answer: str, said: str) -> None:
    match = fresh()
    before = match.state
    paper = played(match, [answer])
    assert match.state == before
    assert paper.asked == 2
    assert said in paper.text()


@pytest.mark.parametrize("word", ["quit", "QUIT", "q", "exit"])
def test_quit_leaves_the_match_where_it_is(word: str) -> None:
    match = fresh()
    assert not game(match, Paper([word, "1"])).begin()
    assert len(match.decisions) == 1


def test_the_end_of_the_input_is_a_quit() -> None:
    match = fresh()
    assert not game(match, Paper()).begin()


def test_resuming_tells_the_last_decision_and_the_position() -> None:
    match = fresh()
    match.decide("act:deploy")
    paper = Paper()
    game(match, paper).resume()
    assert any(line.startswith("The United States acts alone: Reassure") for line in paper.lines)
    assert match.scenario.opening.split("\n\n")[0] not in paper.lines


@pytest.mark.parametrize("seat", ["doctrine:realist", "search:1"])
def test_the_opponent_that_decided_last_says_why(seat: str) -> None:
    """After resuming as well: it thinks of it once more."""
    match = fresh(7, ("human", seat))
    paper = played(match, ["table:forum/law", "ask"])
    asked = paper.lines.index("Why did you do that?")
    assert paper.lines[asked - 1].startswith("About: ")
    assert "What do you think I want?" in paper.lines
    again = Paper(["ask"])
    game(match, again).resume()
    assert again.lines[again.lines.index("Why did you do that?") :] == paper.lines[asked:]


def test_of_whoever_cannot_say_why_only_what_was_said_is_told() -> None:
    """So it is with one whose seat somebody else has taken since; nobody is asked too early."""
    paper = played(fresh(), ["consult", "ask"])
    assert "No opponent has decided anything yet." in paper.lines
    match = fresh(7, ("human", "random"))
    paper = played(match, ["consult", "ask"])
    assert paper.lines[paper.lines.index("What it said at the table:") + 1] == "  Nothing."
    match.branch(len(match.decisions), seats=("human", "search:1"))
    paper = Paper(["ask"])
    game(match, paper).resume()
    assert paper.lines[paper.lines.index("What it said at the table:") + 1] == "  Nothing."


def test_a_coach_names_the_best_few_choices() -> None:
    """Each with what it gains, risks and costs the other side; nothing is decided by it."""
    match = fresh()
    paper = played(match, ["hint"])
    first = next(at for at, line in enumerate(paper.lines) if line.startswith("  For you: "))
    assert paper.lines[first - 2].startswith("1. ")
    assert paper.lines[first - 1].startswith("  At once: ")
    assert paper.lines[first + 1].startswith("  Risks: ")
    assert paper.lines[first + 2].startswith("  For the other side: ")
    assert len(match.decisions) == 1


def test_what_has_one_option_in_a_debate_happens_by_itself_and_is_taken_back_with_the_choice() -> (
    None
):
    match = alone(fresh())
    count, side = len(match.decisions), match.state.side
    paper = Paper()
    game(match, paper).resume()
    assert len(match.decisions) > count
    assert len(match.legal()) > 1
    assert [line for line in paper.lines if line.startswith("Choose ")]
    assert "Choose 1, or help:" not in paper.lines
    asked = Paper([f"back {match.book.side_ids[side]}", "yes"])
    game(match, asked).resume()
    assert match.state.side == side
    assert len(match.decisions) < count
    assert len(match.legal()) > 1


def test_a_match_that_is_over_can_be_resumed_to_its_verdict() -> None:
    match = fresh(7, ("random", "random"))
    played(match)
    paper = Paper()
    assert game(match, paper).resume()
    assert any(line.startswith("Verdict: ") for line in paper.lines)


def test_a_debate_is_heard_once_and_it_is_said_who_holds_the_floor() -> None:
    """What is on the table and what it would bring is in view; all that was said can be asked."""
    match = fresh()
    paper = played(match, ["table:forum/law", "rebut:grievance", "look"])
    text = paper.text()
    assert "On the table: Forum of heads of state on Ukraine. If carried: " in text
    asked = paper.lines.index("United States: answer the argument.")
    for spoken in ("(claim: International Law", "(rebuttal: Grievance"):
        assert sum(spoken in line for line in paper.lines[:asked]) == 1
        assert sum(spoken in line for line in paper.lines[asked:]) == 1
    assert "Russia holds the floor." in text


def test_nobody_holds_the_floor_before_there_is_a_reply() -> None:
    match = fresh()
    text = played(match, ["table:forum/law"]).text()
    assert "(claim: International Law" in text
    assert "holds the floor." not in text


def test_the_rules_fit_a_page_and_name_the_thresholds() -> None:
    match = fresh()
    text = played(match, ["rules"]).text()
    for side in match.scenario.sides:
        assert f"{side.name}, {side.threshold} {side.goal}" in text


def test_what_is_not_saved_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    match = fresh()
    monkeypatch.setattr(Match, "trouble", property(lambda self: "The disk is full."))
    paper = played(match, ["consult", "consult"])
    assert paper.lines.count("Not saved: The disk is full.") == 1


def test_a_variant_starts_as_it_says() -> None:
    match = fresh(variant="easy")
    assert "Threat (ISIS): 3 of 10." in played(match, ["look"]).lines


@examples(25)
@given(
    seed=st.integers(0, 2**64 - 1),
    answers=st.lists(
        st.one_of(
            st.integers(1, 30).map(str),
            st.integers(1, 30).map("?{}".format),
            st.sampled_from(COMMANDS),
            st.text(max_size=20),
        ),
        max_size=60,
    ),
)
def test_no_input_breaks_a_plain_game(seed: int, answers: list[str]) -> None:
    match = fresh(seed)
    paper = Paper(answers)
    over = game(match, paper).begin()
    assert over == match.over
    assert match.states[0] == start(match.book)
