"""How a person has fared against each opponent is counted from the saves."""

from __future__ import annotations

from pathlib import Path

from attrs import asdict
from hypothesis import given
from hypothesis import strategies as st

from game.match import HUMAN, Entry, Library
from game.review.tallies import Tally, library_tallies, tallies
from tests.match.games import new, play_out

VERDICTS = (None, "us_alone", "ru_alone", "bargain", "thaw", "frozen", "collapse")
SEATS = (HUMAN, "student", "random")
entries = st.lists(
    st.builds(
        Entry,
        slug=st.just("x"),
        path=st.just(Path("x.jsonl")),
        scenario=st.sampled_from(["One", "Two"]),
        seats=st.tuples(st.sampled_from(SEATS), st.sampled_from(SEATS)),
        verdict=st.sampled_from(VERDICTS),
        damage=st.none() | st.just("bad"),
        shipped=st.booleans(),
    ),
    max_size=20,
)


@given(entries)
def test_every_game_of_a_person_that_is_over_counts_once(found: list[Entry]) -> None:
    """For the one who sat opposite; nothing else counts."""
    told = tallies(found, lambda entry: ("us", "ru"))
    counted = [
        entry
        for entry in found
        if entry.verdict and not entry.damage and not entry.shipped
        if entry.seats.count(HUMAN) == 1
    ]
    assert sum(sum(asdict(each).values()) for each in told.values()) == len(counted)
    for name, tally in told.items():
        against = [entry for entry in counted if name in entry.seats]
        won = [each for each in against if each.verdict == ("us_alone", "ru_alone")[own(each)]]
        shared = [each for each in against if each.verdict in ("bargain", "thaw")]
        assert (tally.won, tally.shared) == (len(won), len(shared))


def own(entry: Entry) -> int:
    """The side of the person."""
    return entry.seats.index(HUMAN)


@given(entries)
def test_the_sides_of_a_scenario_are_asked_for_once_and_may_be_unknown(found: list[Entry]) -> None:
    asked: list[str] = []

    def nobody(entry: Entry) -> None:
        asked.append(entry.scenario)

    told = tallies(found, nobody)
    assert len(asked) == len(set(asked))
    assert all(each.won == 0 for each in told.values())


def test_the_saves_of_a_library_are_counted(tmp_path: Path) -> None:
    """As they ended; too many that were never looked at are not looked at while one waits."""
    kept = Library(tmp_path, shipped=tmp_path / "none")
    ends: dict[str, int] = {}
    mine = ""
    for seed in (1, 2, 3):
        match = play_out(new(seats=(HUMAN, "random"), seed=seed, journal=kept.create(None)), seed)
        assert match.verdict is not None
        ends[match.verdict.name] = ends.get(match.verdict.name, 0) + 1
        mine = match.scenario.sides[0].id
        match.close()
    won = ends.pop(f"{mine}_alone", 0)
    shared = ends.pop("bargain", 0) + ends.pop("thaw", 0)
    again = Library(tmp_path, shipped=tmp_path / "none")
    assert library_tallies(again, 2) == {}
    assert library_tallies(again) == {"random": Tally(won, shared, sum(ends.values()))}
    assert library_tallies(again, 2) == library_tallies(again)
