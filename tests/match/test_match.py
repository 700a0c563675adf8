"""A match: what it decides, whom it tells, and that it is where it was when it is opened again."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import HUMAN, ByMaxim, Expected, Journal, Match, MatchError, Moment, SaveError
from game.match.chance import LARGEST
from game.match.event import (
    Asked,
    Branched,
    Commented,
    Event,
    Named,
    Promoted,
    Refused,
    Went,
)
from game.match.header import now
from game.rules import (
    IllegalDecisionError,
    InvalidDecisionError,
    Phase,
    RulesError,
    What,
    legal,
    play,
    start,
)
from game.scenario import ScenarioError
from tests.match.disks import MemoryDisk
from tests.match.games import (
    SAVE,
    WELL,
    new,
    play_out,
    positions,
    shipped_text,
    some_decision,
    texts,
    whole,
)

SEEDS = st.integers(0, LARGEST)


def on_disk(disk: MemoryDisk) -> Journal:
    return Journal(SAVE, disk)


# ---------------------------------------------------------------- playing


def test_a_new_match_waits_for_the_side_with_the_initiative() -> None:
    """Chance has drawn the first headline when a match is handed out."""
    match = new()
    assert match.decisions[0].text.startswith("draw:")
    assert match.state.phase is not Phase.DRAW
    assert match.states[0] == start(match.book)
    assert match.who() == "a"


@given(SEEDS)
def test_a_match_is_what_the_rules_make_of_its_decisions(seed: int) -> None:
    """States and consequences are those of `play`, one after the other."""
    match = play_out(new(seed=seed), seed)
    assert match.states == positions(match.book, texts(match))
    for at, decision in enumerate(match.decisions):
        played = play(match.book, match.states[at], decision)
        assert match.consequences[at] == played.consequences
    assert match.verdict is not None
    assert match.who() is None
    assert match.legal() == ()


@given(SEEDS)
def test_nothing_is_told_or_changed_by_a_decision_that_is_not_legal(seed: int) -> None:
    """Every decision of the scenario that `legal` does not list is refused."""
    match = play_out(new(seed=seed), seed, most=random.Random(seed).randrange(12))
    told: list[Moment | Event] = []
    match.subscribe(told.append)
    before = (match.state, texts(match), match.head_code)
    for text, decision in match.book.decisions.items():
        if decision not in legal(match.book, match.state):
            with pytest.raises(IllegalDecisionError):
                match.decide(text)
    with pytest.raises(InvalidDecisionError):
        match.decide("dance")
    assert (match.state, texts(match), match.head_code) == before
    assert told == []


@given(SEEDS)
def test_listeners_are_told_of_every_decision_in_order(seed: int) -> None:
    """One moment for each decision, Chance's included, with the position before and after it."""
    match = new(seed=seed)
    heard: list[Moment | Event] = []
    seen: list[int] = []
    match.subscribe(heard.append)
    match.subscribe(lambda moment: seen.append(len(match.decisions)))
    first = len(match.decisions)
    play_out(match, seed, reasons=True)
    told = [each for each in heard if isinstance(each, Moment)]
    assert told == heard
    assert [moment.ply for moment in told] == list(range(first, len(match.decisions)))
    assert seen == [moment.ply + 1 for moment in told]
    for moment in told:
        assert moment.before == match.states[moment.ply]
        assert moment.played.state == match.states[moment.ply + 1]
        assert moment.played.consequences == match.consequences[moment.ply]
        assert moment.decision == match.decisions[moment.ply]
        assert moment.reason == match.reasons[moment.ply]
        drawn = moment.before.phase is Phase.DRAW
        assert moment.who == ("chance" if drawn else match.book.side_ids[moment.before.side])


def test_listeners_are_told_of_whatever_players_do_besides_deciding() -> None:
    """As the event that it is, when the match is so already; and of what Chance draws after it."""
    match = new(seats=("human", "human"))
    match.decide("consult")
    told: list[Moment | Event] = []
    ways: list[tuple[int, int]] = []
    match.subscribe(told.append)
    match.subscribe(lambda _: ways.append((match.tree.current, len(match.decisions))))
    side = 1 - match.state.side
    match.ask_back(side)
    match.refuse_back()
    match.ask_back(side)
    match.take_back(side)
    match.comment(0, "Here.")
    match.branch(0)
    match.go(0)
    match.name(0, "First")
    match.promote(1)
    drawn = [each for each in told if isinstance(each, Moment)]
    assert [each for each in told if not isinstance(each, Moment)] == [
        Asked("a"),
        Refused(),
        Asked("a"),
        Branched(0, 1, ("human", "human"), by="a"),
        Commented(0 + 1, 0, "Here."),
        Branched(1, 0, ("human", "human")),
        Went(0),
        Named(0, "First"),
        Promoted(1),
    ]
    assert [each.who for each in drawn] == ["chance"]
    assert ways == [(0, 2)] * 3 + [(1, 1)] * 2 + [(2, 0), (2, 1)] + [(0, 2)] * 3
    match.close()
    assert len(told) == 10


def test_chance_draws_after_a_branch_even_if_a_listener_fails() -> None:
    match = new()

    def fail(_: Moment | Event) -> None:
        raise KeyError("a listener's fault")

    match.subscribe(fail)
    with pytest.raises(KeyError):
        match.branch(0)
    assert match.tree.current == 1
    assert match.state.phase is not Phase.DRAW


def test_a_listener_can_stop_listening() -> None:
    """After that it is told nothing; stopping twice does no harm."""
    match, told = new(), list[Moment | Event]()
    stop = match.subscribe(told.append)
    stop()
    stop()
    match.decide("consult")
    assert told == []


def test_a_listener_cannot_decide() -> None:
    """Whoever is told of a decision must let it be told to all before the next one."""
    match = new()

    def decide(_: Moment | Event) -> None:
        match.decide("consult")

    match.subscribe(decide)
    with pytest.raises(MatchError, match="listener"):
        match.decide("consult")
    assert [text for text in texts(match) if text == "consult"] == ["consult"]


def test_chance_draws_even_if_a_listener_fails() -> None:
    """A listener's error does not leave the match waiting for Chance."""
    match = new()

    def fail(_: Moment | Event) -> None:
        raise KeyError("a listener's fault")

    stop = match.subscribe(fail)
    while match.state.round == 1:
        with pytest.raises(KeyError):
            match.decide("consult")
    stop()
    assert match.state.phase is not Phase.DRAW
    assert sum(text.startswith("draw:") for text in texts(match)) == 2


def test_decide_answers_with_the_position_right_after_the_decision() -> None:
    """Chance may have drawn since; the match itself is further on."""
    match = new()
    while match.state.round == 1:
        before = match.state
        decision = some_decision(match, 3)
        played = match.decide(decision)
        assert played == play(match.book, before, match.book.decision(decision))
    assert played.state.phase in {Phase.DRAW, Phase.EVENT}


@given(SEEDS)
def test_consequences_add_up_to_every_track(seed: int) -> None:
    """What the consequences of all decisions changed is where the tracks stand."""
    match = play_out(new(seed=seed), seed)
    tracks = dict(zip(match.book.track_ids, match.book.start, strict=True))
    for consequences in match.consequences:
        for each in consequences:
            if each.what is What.TRACK:
                tracks[each.subject] += each.amount
    assert tuple(tracks.values()) == match.state.tracks


@pytest.mark.parametrize("variant", [None, "wet"])
def test_the_same_seed_and_decisions_give_the_same_match(variant: str | None) -> None:
    """To the last byte, on disk too."""
    one, two = MemoryDisk(), MemoryDisk()
    for disk in (one, two):
        play_out(new(seed=5, variant=variant, journal=on_disk(disk)), 5).close()
    assert one.bytes_of(SAVE) == two.bytes_of(SAVE)


def test_chance_depends_on_the_seed_and_the_number_of_draws_alone() -> None:
    """Talk more or less in between: while the same headlines qualify, the same is drawn."""
    text = WELL.replace('when = [{ track = "trust", at_least = 3 }]\n', "")
    for seed in range(30):
        quiet, loud = new(text, seed=seed), new(text, seed=seed)
        while quiet.state.round == 1:
            quiet.decide("consult")
        loud.decide("table:share/need")
        loud.decide("rebut:mine")
        while loud.state.round == 1:
            loud.decide(loud.legal()[0])
        assert len(loud.decisions) > len(quiet.decisions)
        draws = [[t for t in texts(match) if t.startswith("draw")] for match in (quiet, loud)]
        assert len(draws[0]) == 2 or quiet.state.phase is Phase.EVENT
        assert draws[0] == draws[1]


# ---------------------------------------------------------------- what cannot be begun


@pytest.mark.parametrize(
    ("seed", "title", "said"),
    [
        (-1, "", "seed -1 is out of range"),
        (LARGEST + 1, "", "out of range"),
        (1, "a\x1b[2J", "U\\+001B"),
        (1, "a\nb", "line break"),
        (1, "x" * 61, "longer than 60"),
    ],
)
def test_a_match_is_not_begun_with_what_a_journal_cannot_hold(
    seed: int, title: str, said: str
) -> None:
    """Seeds out of range and titles with control characters are refused, and nothing is made."""
    disk = MemoryDisk()
    with pytest.raises(MatchError, match=said):
        new(seed=seed, title=title, journal=on_disk(disk))
    assert disk.files == {}


@pytest.mark.parametrize("seat", ["", "Human", "a b", "../x", "x\n"])
def test_a_seat_must_have_a_plain_name(seat: str) -> None:
    """Seats are named as opponents are, in small letters."""
    with pytest.raises(MatchError, match="seat"):
        Match.new(WELL, seats=(HUMAN, seat), seed=1)


def test_a_scenario_or_a_variant_that_does_not_exist_is_refused() -> None:
    """With the error of the room that knows."""
    with pytest.raises(ScenarioError):
        new("not a scenario")
    with pytest.raises(RulesError, match="snow"):
        new(variant="snow")


def test_a_save_is_never_overwritten() -> None:
    """A second match of the same name is refused, and the first stays as it was."""
    disk = MemoryDisk()
    whole(disk, 3)
    before = disk.bytes_of(SAVE)
    with pytest.raises(SaveError, match="is there already"):
        new(journal=on_disk(disk))
    assert disk.bytes_of(SAVE) == before


def test_the_moment_of_a_header_is_utc_to_the_second() -> None:
    """The clock that is used when none is given."""
    assert len(now()) == len("2026-01-31T12:00:00Z")
    assert now().endswith("Z")
    assert Match.new(WELL, seats=(HUMAN, HUMAN), seed=1).header.created[:2] == "20"


def test_whoever_is_brought_along_stands_in_the_header() -> None:
    """With the text as it is; without anybody the first line is what it was."""
    brought = {"quiet": "Says little.\nHält still.", "loud": ""}
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk), characters=brought)
    match.close()
    assert Match.open(Journal(SAVE, disk), read_only=True).header.characters == brought
    assert new(characters={}).header.plain() == new().header.plain()
    assert "characters" not in new().header.plain()
    for name, text, said in (
        ("", "", "is no id"),
        ("x", "\x07", "contains"),
        ("x", "a" * 65537, "longer than"),
    ):
        with pytest.raises(MatchError, match=said):
            new(characters={name: text})


def test_what_an_opponent_had_in_mind_has_to_be_of_this_game() -> None:
    """Else nothing has happened."""
    match = new(shipped_text())
    before = match.head_code
    for intent, said in (
        (ByMaxim("nobody", 0, 0), "no doctrine"),
        (Expected(1, (0, 0), ("fly",)), "no decision"),
        (Expected(-1, (0, 0)), "playouts -1 is out of range"),
        (Expected(1, (0, 0), ("stop",) * 61), "61 entries"),
    ):
        with pytest.raises(MatchError, match=said):
            match.decide("consult", intent=intent)
    with pytest.raises(MatchError, match="one reason"):
        match.decide("consult", reason="So.", intent=Expected(1, (0, 0)))
    assert match.head_code == before
    match.decide("consult", intent=Expected(1, (0, 0), ("stop",) * 60))
    assert Expected(1, (0, 0), ("stop",) * 60) in match.intents
