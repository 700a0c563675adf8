"""A match: what it decides, whom it tells, and that it is where it was when it is opened again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import HUMAN, Journal, Match, MatchError, Moment, ReadOnlyError, SaveError
from game.match.chance import LARGEST
from game.match.event import LONGEST_REASON
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
from game.scenario.text import faulty
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
    told: list[Moment] = []
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
    told: list[Moment] = []
    seen: list[int] = []
    match.subscribe(told.append)
    match.subscribe(lambda moment: seen.append(len(match.decisions)))
    first = len(match.decisions)
    play_out(match, seed, reasons=True)
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


def test_a_listener_can_stop_listening() -> None:
    """After that it is told nothing; stopping twice does no harm."""
    match, told = new(), list[Moment]()
    stop = match.subscribe(told.append)
    stop()
    stop()
    match.decide("consult")
    assert told == []


def test_a_listener_cannot_decide() -> None:
    """Whoever is told of a decision must let it be told to all before the next one."""
    match = new()

    def decide(_: Moment) -> None:
        match.decide("consult")

    match.subscribe(decide)
    with pytest.raises(MatchError, match="listener"):
        match.decide("consult")
    assert [text for text in texts(match) if text == "consult"] == ["consult"]


def test_chance_draws_even_if_a_listener_fails() -> None:
    """A listener's error does not leave the match waiting for Chance."""
    match = new()

    def fail(_: Moment) -> None:
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


# ---------------------------------------------------------------- opening again


@given(SEEDS, st.integers(0, 12))
def test_a_match_is_opened_where_it_was_left(seed: int, most: int) -> None:
    """The same states, consequences, reasons, header and head, whether it was closed or not."""
    disk = MemoryDisk()
    match = play_out(new(seed=seed, journal=on_disk(disk)), seed, reasons=True, most=most)
    disk.kill()
    for _ in range(2):
        again = Match.open(on_disk(disk))
        assert again.states == match.states
        assert again.decisions == match.decisions
        assert again.consequences == match.consequences
        assert again.reasons == match.reasons
        assert again.header == match.header
        assert again.trouble is None
        again.close()


@given(SEEDS, st.integers(0, 6), st.integers(0, 6))
def test_resuming_makes_no_difference_to_the_game(seed: int, first: int, then: int) -> None:
    """A match that was put away twice is decided, drawn and ended like one that was not."""
    straight = play_out(new(seed=seed), seed)
    disk = MemoryDisk()
    play_out(new(seed=seed, journal=on_disk(disk)), seed, most=first).close()
    play_out(Match.open(on_disk(disk)), seed, most=then).close()
    resumed = play_out(Match.open(on_disk(disk)), seed)
    assert texts(resumed) == texts(straight)
    assert resumed.states == straight.states


@given(SEEDS)
def test_a_draw_that_was_not_written_is_made_again(seed: int) -> None:
    """The game stopped between a decision and Chance's draw: the same headline is drawn."""
    disk = MemoryDisk()
    match = whole(disk, seed)
    lines = disk.bytes_of(SAVE).splitlines(keepends=True)
    for at, text in enumerate(texts(match)):
        if text.startswith("draw:"):
            disk.kill()
            disk.put(SAVE, b"".join(lines[: at + 1]))
            again = Match.open(on_disk(disk))
            assert again.decisions[at].text == text
            again.close()
            assert disk.bytes_of(SAVE).startswith(b"".join(lines[: at + 2]))


def test_editing_a_scenario_does_not_change_a_match_that_has_begun(tmp_path: Path) -> None:
    """The match plays by the text in its journal."""
    scenario = tmp_path / "well.toml"
    scenario.write_text(WELL, encoding="utf-8")
    path = tmp_path / "game.jsonl"
    match = play_out(new(scenario.read_text(encoding="utf-8"), journal=Journal(path)), 1, most=3)
    match.close()
    scenario.write_text(WELL.replace("weight = 3", "weight = 300"), encoding="utf-8")
    again = Match.open(path)
    assert again.header.text == WELL
    assert again.states == match.states
    again.close()


def test_a_match_that_was_closed_says_nothing_and_one_that_was_not_says_so() -> None:
    """Losing whole lines at the end would be noticed by the missing note."""
    disk = MemoryDisk()
    match = play_out(new(journal=on_disk(disk)), 1, most=2)
    match.close()
    again = Match.open(on_disk(disk))
    assert again.notice is None
    play_out(again, 1, most=1)
    disk.kill()
    unclosed = Match.open(on_disk(disk))
    assert unclosed.notice is not None
    assert "without closing" in unclosed.notice
    assert unclosed.head_code in unclosed.notice


def test_closing_twice_or_without_playing_writes_nothing_more() -> None:
    """One note is enough."""
    disk = MemoryDisk()
    whole(disk, 2)
    before = disk.bytes_of(SAVE)
    match = Match.open(on_disk(disk))
    match.close()
    match.close()
    assert disk.bytes_of(SAVE) == before
    assert before.count(b'"event":"close"') == 1


def test_a_match_to_look_at_is_not_decided_in_and_not_written_to() -> None:
    """No lock is taken and no line is written; a torn end is left alone."""
    disk = MemoryDisk()
    play_out(new(journal=on_disk(disk)), 1, most=2)
    disk.kill()
    disk.put(SAVE, torn := disk.bytes_of(SAVE) + b'{"decis')
    match = Match.open(on_disk(disk), read_only=True)
    assert match.read_only
    assert match.trouble is None
    with pytest.raises(ReadOnlyError):
        match.decide(match.legal()[0])
    match.close()
    assert disk.bytes_of(SAVE) == torn
    assert "lock" not in disk.calls[-4:]


def test_a_match_that_was_put_away_decides_nothing() -> None:
    """It has to be opened anew."""
    match = new()
    match.close()
    with pytest.raises(ReadOnlyError, match="anew"):
        match.decide("consult")


def test_a_match_without_a_journal_is_in_memory_and_has_no_trouble() -> None:
    """It has a head code all the same: that of the journal it would have."""
    disk = MemoryDisk()
    kept, loose = new(journal=on_disk(disk)), new()
    for match in (kept, loose):
        play_out(match, 4)
        assert match.trouble is None
    assert kept.head_code == loose.head_code
    assert loose.journal is None


# ---------------------------------------------------------------- words that go with a decision


@given(st.text(max_size=3000))
def test_any_words_can_go_with_a_decision(words: str) -> None:
    """They are cleaned and cut, and come back as they were kept."""
    disk = MemoryDisk()
    match = new(journal=on_disk(disk))
    match.decide("consult", reason=words)
    kept = match.reasons[1]
    assert faulty(kept, lines=True) is None
    assert len(kept) <= LONGEST_REASON
    disk.kill()
    assert Match.open(on_disk(disk)).reasons[1] == kept


def test_plain_words_are_kept_as_they_are() -> None:
    """Two lines of Russian, for one."""
    match = new()
    match.decide("consult", reason="Мы ждём.\nПока.")
    assert match.reasons[1] == "Мы ждём.\nПока."


# ---------------------------------------------------------------- two at one save


def test_the_second_to_open_a_save_watches() -> None:
    """It is told so, cannot decide, and sees what the first one plays."""
    disk = MemoryDisk()
    player = new(journal=on_disk(disk))
    watcher = Match.open(on_disk(disk))
    assert watcher.read_only
    assert watcher.trouble is not None
    assert "watching" in watcher.trouble
    with pytest.raises(ReadOnlyError, match="watching"):
        watcher.decide(watcher.legal()[0])
    told: list[Moment] = []
    watcher.subscribe(told.append)
    before = len(player.decisions)
    play_out(player, 9)
    assert watcher.refresh() == len(player.decisions) - before
    assert watcher.states == player.states
    assert [moment.ply for moment in told] == list(range(before, len(player.decisions)))
    assert watcher.refresh() == 0
    player.close()


def test_a_save_can_be_played_on_when_the_first_player_has_left() -> None:
    """The lock goes with the program that held it."""
    disk = MemoryDisk()
    play_out(new(journal=on_disk(disk)), 1, most=1)
    assert Match.open(on_disk(disk)).read_only
    disk.kill()
    assert not Match.open(on_disk(disk)).read_only


def test_a_player_has_nothing_to_refresh() -> None:
    """What it knows is what there is."""
    disk = MemoryDisk()
    match = new(journal=on_disk(disk))
    assert match.refresh() == 0
    assert new().refresh() == 0


def test_a_watcher_follows_no_other_line_of_play() -> None:
    """If the file under its name becomes another game it stays where it is."""
    disk = MemoryDisk()
    play_out(new(journal=on_disk(disk)), 1, most=2)
    watcher = Match.open(on_disk(disk))
    before = list(watcher.states)
    other = MemoryDisk()
    whole(other, 8)
    disk.put(SAVE, other.bytes_of(SAVE))
    assert watcher.refresh() == 0
    assert watcher.states == before


# ---------------------------------------------------------------- another place


@given(SEEDS, st.integers(0, 8))
def test_a_match_can_be_kept_in_another_place(seed: int, most: int) -> None:
    """Everything decided so far is there, and play goes on there."""
    disk, other = MemoryDisk(), Path("/elsewhere/copy.jsonl")
    match = play_out(new(seed=seed, journal=on_disk(disk)), seed, most=most)
    left = disk.bytes_of(SAVE)
    match.save_as(Journal(other, disk))
    play_out(match, seed)
    match.close()
    assert disk.bytes_of(SAVE) == left
    assert Match.open(Journal(other, disk)).states == match.states


def test_a_place_that_is_taken_is_refused() -> None:
    """And the match goes on where it was."""
    disk, other = MemoryDisk(), Path("/elsewhere/copy.jsonl")
    disk.put(other, b"something")
    match = new(journal=on_disk(disk))
    with pytest.raises(SaveError, match="already"):
        match.save_as(Journal(other, disk))
    match.decide("consult")
    assert match.trouble is None
    assert b"consult" in disk.bytes_of(SAVE)


def test_a_match_to_look_at_can_be_played_on_in_a_copy() -> None:
    """A watcher's copy is its own."""
    disk, other = MemoryDisk(), Path("/elsewhere/copy.jsonl")
    new(journal=on_disk(disk))
    watcher = Match.open(on_disk(disk))
    watcher.save_as(Journal(other, disk))
    assert not watcher.read_only
    play_out(watcher, 1).close()
    assert Match.open(Journal(other, disk)).over


# ---------------------------------------------------------------- the game itself


@pytest.mark.parametrize("variant", [None, "easy"])
def test_the_game_itself_is_kept_and_opened_again(tmp_path: Path, variant: str | None) -> None:
    """A whole game of the scenario that ships, on the disk of this machine."""
    path = tmp_path / "saves" / "game.jsonl"
    match = play_out(
        new(shipped_text(), seed=7, journal=Journal(path), variant=variant), 7, reasons=True
    )
    match.close()
    again = Match.open(path)
    assert again.states == match.states
    assert again.verdict == match.verdict
    assert again.head_code == match.head_code
    assert again.scenario.id == "shared-enemy"
    assert again.closed
    again.close()
    assert sorted(each.name for each in path.parent.iterdir()) == ["game.jsonl", "game.lock"]
