"""Variations: leaving a line of play, taking back, commenting; nothing is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match, MatchError, ReadOnlyError, verify
from game.match.event import EventError, event_of
from game.match.tree import MOST
from game.rules import Phase, What, digest
from game.scenario import read_text
from tests.books import RULES_3
from tests.examples import examples

SHARED_ENEMY = read_text(RULES_3)[0]
FEW = examples(25)


def begun(path: Path | None = None, seed: int = 3) -> Match:
    """A match of two people, before the first turn."""
    journal = None if path is None else Journal(path)
    return Match.new(SHARED_ENEMY, seats=("human", "human"), seed=seed, journal=journal)


def played(match: Match, picks: list[int]) -> Match:
    """The match after some decisions."""
    for pick in picks:
        if match.over:
            break
        options = match.legal()
        match.decide(options[pick % len(options)])
    return match


def everything(match: Match) -> list[object]:
    """All that a tree holds, in a form that can be compared."""
    tree = match.tree
    lines = [
        (
            line.parent,
            line.ply,
            line.seats,
            line.name,
            line.by,
            line.price,
            [str(each) for each in line.timeline.decisions],
            [digest(match.book, state) for state in line.timeline.states],
        )
        for line in tree.variations
    ]
    return [lines, tree.current, tree.main, tree.asked, tree.comments]


Picks = st.lists(st.integers(0, 40), min_size=2, max_size=40)
Deeds = st.lists(
    st.tuples(
        st.sampled_from(
            ["play", "branch", "go", "back", "ask", "refuse", "comment", "name", "main"]
        ),
        st.integers(0, 60),
        st.integers(0, 60),
    ),
    max_size=25,
)


def do(match: Match, deed: str, first: int, second: int) -> None:
    """One deed with whatever numbers; what cannot be done is refused and changes nothing."""
    tree = match.tree
    line = first % len(tree.variations)
    ply = second % (len(tree.variations[line].timeline.decisions) + 1)
    before = everything(match)
    try:
        if deed == "play":
            played(match, [first])
        elif deed == "branch":
            match.branch(ply, variation=line, name=f"try {second}")
        elif deed == "go":
            match.go(line)
        elif deed == "back":
            match.take_back(first % 2, price=second % 4)
        elif deed == "ask":
            match.ask_back(first % 2)
        elif deed == "refuse":
            match.refuse_back()
        elif deed == "comment":
            match.comment(ply, f"note {first}", variation=line)
        elif deed == "name":
            match.name(line, f"line {second}")
        else:
            match.promote(line)
    except MatchError:
        assert everything(match) == before


@FEW
@given(Deeds, st.integers(0, 99))
def test_a_save_opened_again_holds_every_variation_and_comment(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int, int]], seed: int
) -> None:
    path = tmp_path_factory.mktemp("tree") / "game.jsonl"
    match = played(begun(path, seed), [1, 2, 3])
    for deed in deeds:
        do(match, *deed)
    known = everything(match)
    match.close()
    assert everything(Match.open(path, read_only=True)) == known
    assert verify(path).good


@FEW
@given(Deeds, Picks)
def test_no_deed_changes_a_line_that_it_does_not_play(
    deeds: list[tuple[str, int, int]], picks: list[int]
) -> None:
    match = played(begun(), picks)
    for deed in deeds:
        before = [list(map(str, line.timeline.decisions)) for line in match.tree.variations]
        do(match, *deed)
        for old, line in zip(before, match.tree.variations, strict=False):
            assert list(map(str, line.timeline.decisions))[: len(old)] == old


@FEW
@given(Picks, st.integers(0, 200))
def test_a_branch_shares_its_beginning_and_meets_the_same_headlines(
    picks: list[int], where: int
) -> None:
    match = played(begun(), picks)
    ply = where % (len(match.decisions) + 1)
    states, decisions = list(match.states), list(match.decisions)
    match.branch(ply)
    while len(match.decisions) < len(decisions):
        match.decide(decisions[len(match.decisions)])
    assert match.decisions == decisions
    assert match.states == states


def test_the_side_that_decided_last_takes_its_decision_back() -> None:
    match = begun()
    before = match.state
    match.decide("table:train/enemy")
    match.ask_back(0)
    assert match.tree.asked == "us"
    match.take_back(0)
    assert match.state == before
    assert match.tree.asked is None
    assert [str(each) for each in match.tree.variations[0].timeline.decisions][-1] == (
        "table:train/enemy"
    )


def test_a_price_is_paid_from_the_score_and_has_its_cause() -> None:
    match = begun()
    match.decide("consult")
    match.take_back(0, price=2)
    us = match.book.score[0]
    assert match.state.tracks[us] == -2
    paid = match.consequences[-1][-1]
    assert (paid.what, paid.subject, paid.amount) == (What.TRACK, "us_score", -2)
    assert paid.cause.rule.value == "take_back"


def test_nothing_is_taken_back_across_a_headline_that_was_drawn() -> None:
    match = begun()
    with pytest.raises(MatchError, match="across a headline"):
        match.take_back(0)
    match.decide("consult")
    match.decide("consult")
    assert match.decisions[-1].kind.value == "draw"
    for side in (0, 1):
        with pytest.raises(MatchError, match="across a headline"):
            match.ask_back(side)


def test_to_play_on_refuses_what_was_asked() -> None:
    match = begun()
    match.decide("consult")
    match.ask_back(0)
    match.decide("consult")
    assert match.tree.asked is None
    with pytest.raises(MatchError, match="nobody has asked"):
        match.refuse_back()


def test_a_branch_can_seat_others() -> None:
    match = played(begun(), [1, 1, 1])
    match.branch(1, seats=("random", "human"), name="What if")
    assert match.seats == ("random", "human")
    assert match.header.seats == ("human", "human")
    with pytest.raises(MatchError, match="no name of a seat"):
        match.branch(1, seats=("../etc", "human"))


def test_a_game_that_is_over_can_be_played_on_from_before_its_end() -> None:
    match = begun()
    while not match.over:
        match.decide(match.legal()[-1])
    last = max(ply for ply, state in enumerate(match.states) if state.side >= 0)
    match.branch(last)
    assert not match.over
    assert match.tree.variations[0].timeline.state.phase is Phase.END


def test_every_variation_stands_below_the_one_that_it_leaves() -> None:
    """In the order in which they were begun, and however deep they lie."""
    match = begun()
    for parent in (0, 0, 1, 1, 2, 3):
        match.branch(1, variation=parent)
    listed = [(each.number, depth) for each, depth in match.tree.ordered()]
    assert listed == [(0, 0), (1, 1), (3, 2), (6, 3), (4, 2), (2, 1), (5, 2)]
    for _ in range(MOST - len(listed)):
        match.branch(1)
    assert len(match.tree.ordered()) == MOST
    assert max(depth for _, depth in match.tree.ordered()) > MOST - 10


def test_comments_are_shared_along_the_common_beginning() -> None:
    match = played(begun(), [1, 2, 3])
    match.comment(2, "Here it began.", by="Ann")
    match.branch(3)
    found = match.tree.comment(match.tree.current, 2)
    assert found is not None
    assert (found.text, found.by) == ("Here it began.", "Ann")
    match.comment(2, "Not here.")
    assert match.tree.comment(1, 2).text == "Not here."  # type: ignore[union-attr]  # it was just written
    assert match.tree.comment(0, 2).text == "Here it began."  # type: ignore[union-attr]  # as above
    match.comment(2, "", variation=1)
    assert match.tree.comment(1, 2) == found


def test_a_shared_comment_is_removed_in_that_line_of_play_alone(tmp_path: Path) -> None:
    """And in those that leave it; the one that it was shared with keeps it, now and later."""
    match = played(begun(tmp_path / "x.jsonl"), [1, 2, 3])
    match.comment(2, "Here it began.")
    match.branch(3)
    match.comment(2, "")
    match.branch(3)
    match.comment(2, "")
    match.close()
    for each in (match, Match.open(tmp_path / "x.jsonl")):
        tree = each.tree
        assert [tree.comment(line, 2) is None for line in range(3)] == [False, True, True]
        assert [comment.text for comment in tree.comments] == ["Here it began."]
        each.close()


def test_a_shared_comment_that_was_removed_can_be_written_anew() -> None:
    """It may be at the very position at which the line leaves the other, too."""
    match = played(begun(), [1, 2, 3])
    match.comment(3, "Here it began.")
    match.branch(3)
    match.comment(3, "")
    match.comment(3, "No: here.")
    found = match.tree.comment(1, 3)
    assert found is not None
    assert found.text == "No: here."
    match.comment(3, "")
    assert match.tree.comment(1, 3) == match.tree.comment(0, 3)


@pytest.mark.parametrize(("ply", "text"), [(99, "beyond the end"), (1, "\x1b[2J"), (1, "x" * 2001)])
def test_a_comment_that_cannot_be_kept_is_refused(ply: int, text: str) -> None:
    with pytest.raises(MatchError):
        begun().comment(ply, text)


def test_a_match_that_is_only_looked_at_has_no_pen(tmp_path: Path) -> None:
    match = played(begun(tmp_path / "game.jsonl"), [1, 2])
    match.close()
    looked = Match.open(tmp_path / "game.jsonl", read_only=True)
    for deed in (
        lambda: looked.branch(1),
        lambda: looked.go(0),
        lambda: looked.comment(0, "x"),
        lambda: looked.take_back(0),
    ):
        with pytest.raises(ReadOnlyError):
            deed()


@pytest.mark.parametrize(
    "members",
    [
        {"event": "branch", "parent": 0, "ply": -1, "seats": ["human", "human"]},
        {"event": "branch", "parent": 0, "ply": True, "seats": ["human", "human"]},
        {"event": "branch", "parent": 0, "ply": 1, "seats": ["human"]},
        {"event": "go"},
        {"event": "go", "variation": "0"},
        {"event": "comment", "variation": 0, "ply": 0, "text": "\u202e"},
        {"event": "dance"},
        {"event": 3},
    ],
)
def test_a_line_that_is_no_event_is_refused(members: dict[str, object]) -> None:
    with pytest.raises(EventError):
        event_of(members)
