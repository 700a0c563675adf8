"""What must hold of a scenario: read as data, measured on games, judged."""

from __future__ import annotations

import os
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.balance.errors import GateError
from game.balance.facts import Facts, Tabling
from game.balance.measures import MEASURES, Sample
from game.balance.properties import MOST, Gate, Property, gate_of, judge, read_gate
from game.balance.rejudge import at, rejudged, smallest
from game.balance.series import Seen
from game.balance.versions import Version, changes
from game.interval import Figure
from game.scenario.cast import for_scenario
from game.scenario.catalogue import ids, load
from tests.balance.made import made, played, seen, shipped

GOOD = """
[series.equals]
seats = ["random", "random"]

[[properties]]
id = "sides"
about = "sides"
series = "equals"
measure = "payoff_share"
at_least = 45
at_most = 55
"""


def figure(name: str, *games: Seen, **more: object) -> Figure:
    (item,) = MEASURES[name][0](Sample(shipped(), games, **more))  # type: ignore[arg-type]
    return item.figure


def value(name: str, *games: Seen, **more: object) -> float:
    return figure(name, *games, **more).value


@pytest.mark.parametrize("name", ids())
def test_every_scenario_that_ships_has_a_gate_that_can_be_measured(name: str) -> None:
    """Every play can be played, and every property gives its figures."""
    scenario = load(name)
    gate = gate_of(scenario, ours=True)
    for play in gate.series.values():
        assert play.pairs(scenario)
    games = seen(*(played(("random", "doctrine:realist"), seed) for seed in range(4)))
    for each in gate.properties:
        found = judge(each, scenario, {} if name != "shared-enemy" else {each.series: games})
        assert found.state in ("holds", "fails", "undecided", "told")
    assert len({each.id for each in gate.properties}) == len(gate.properties)


@pytest.mark.parametrize("name", ids())
def test_what_must_hold_of_the_characters_can_be_asked_in_every_scenario(name: str) -> None:
    """Whoever is named is there, two meet once in a series, and every property gives figures."""
    scenario = load(name)
    gate = gate_of(scenario, "cast", ours=True)
    for each in gate.series.values():
        pairs = each.pairs(scenario)
        assert pairs
        assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    known = [each.id for each in for_scenario(scenario)]
    assert len(gate.series["cast"].pairs(scenario)) == len(known) * (len(known) + 1) // 2
    games = {each: seen(*_games()) for each in gate.series}
    for asked in gate.properties:
        found = judge(asked, scenario, games)
        assert found.items
        assert found.state in ("holds", "fails", "undecided", "told")


def _games() -> list[Facts]:
    """Games of two who stand for those of a series."""
    return [
        attrs.evolve(played(("policy:argues", "policy:sanctions"), seed), seats=("one", "two"))
        for seed in range(4)
    ]


def test_every_measure_is_sure_of_nothing_where_there_are_no_games() -> None:
    for measure, _ in MEASURES.values():
        assert all(item.figure.count == 0 for item in measure(Sample(shipped(), ())))


def test_a_property_holds_inside_and_fails_if_its_whole_interval_is_outside() -> None:
    each = Property("x", "", "equals", "argued", at_least=50, at_most=70)
    assert each.state(Figure(0.6, 0.4, 0.8, 10)) == "holds"
    assert each.state(Figure(0.4, 0.3, 0.55, 10)) == "undecided"
    assert each.state(Figure(0.4, 0.35, 0.45, 90)) == "fails"
    assert each.state(Figure(0.9, 0.85, 0.95, 90)) == "fails"
    assert each.state(Figure(0.6, 0.0, 1.0, 0)) == "undecided"
    assert Property("x", "", "equals", "argued").state(Figure(0.6, 0.4, 0.8, 10)) == "told"
    assert each.state(Figure(0.4, 0.4, 0.4, 1)) == "undecided"
    assert each.state(Figure(0.6, 0.6, 0.6, 1)) == "undecided"


def test_measures_count_what_they_say() -> None:
    """On games made up for the purpose."""
    fair = Seen(made((60, 40), "bargain", final=(30, 28), carried=("train", "forum")), 0)
    lone = Seen(made((85, 20), "us_alone", final=(30, 10), carried=("review",)), 1)
    assert value("ends", fair, lone, of=("bargain",)) == 0.5
    assert value("payoff_share", fair, lone) == pytest.approx(145 / 205)
    assert value("alone", fair, lone) == 0
    assert value("fares", fair, lone) == 0.5
    assert value("first_carried", fair, lone, of=("isis",)) == 0.5
    assert value("place", fair, lone, of=("forum",)) == 2
    assert value("apart", fair, lone, lone) == pytest.approx(2 / 3)
    assert value("home", fair) == pytest.approx(3 / 20)
    near = Seen(made((85, 45), "us_alone", final=(30, 25)), 1)
    assert value("fares", near) == 1


def test_answers_are_counted_where_they_are_asked_for() -> None:
    tabled = (
        Tabling("coalition", 0, 6, answerable=True, reply="rebut", carried=True),
        Tabling("train", 0, 2, answerable=False, reply="accept", carried=True),
    )
    game = Seen(made(tabled=tabled), 0)
    assert value("answered", game) == 0.5
    assert value("answered", game, number=5) == 1
    assert value("answered_forks", game) == 1
    assert value("argued", game) == 0.5


def test_two_are_counted_as_one_pair_from_both_sides() -> None:
    """What the first gets more is one observation for each seed."""
    one = Seen(made((60, 40), "bargain", seats=("a", "b"), seed=1), 0)
    back = Seen(made((50, 30), "frozen", seats=("b", "a"), seed=1), 1)
    other = Seen(made((20, 20), "bargain", seats=("a", "c"), seed=1), 0)
    asked = Sample(shipped(), (one, back, other), of=("bargain",))
    ends = {item.name: item.figure for item in MEASURES["each_ends"][0](asked)}
    assert {name: (each.value, each.count) for name, each in ends.items()} == {
        "a / b": (0.5, 2),
        "a / c": (1, 1),
    }
    ahead = {item.name: item.figure for item in MEASURES["ahead"][0](asked)}
    assert (ahead["a / b"].value, ahead["a / b"].count) == (0, 1)


def test_what_somebody_signs_is_counted_by_the_slights_before() -> None:
    """Of motions of the other side; who was slighted less than that is not asked about."""
    rows = (
        (0, "accept", 0),
        (1, "yield", 0),
        (1, "concede", 0),
        (1, "accept", 1),
        (1, "decline", 2),
        (1, "walk_out", 3),
    )
    tabled = tuple(
        Tabling("train", side, 4, answerable=True, reply="", carried=False, end=end, slights=count)
        for side, end, count in rows
    )
    game = Seen(made(tabled=tabled), 0)
    assert value("signed", game) == 0.5
    assert value("signed", game, number=1) == pytest.approx(1 / 3)
    assert value("signed", game, number=2) == 0
    calm = Seen(made(tabled=tabled[:2]), 0)
    more = figure("signed_more", game, number=1, other=(game,))
    assert more.value == 0
    assert more.low < 0 < more.high
    assert figure("signed_more", calm, number=2, other=(game,)).count == 0


def test_a_game_is_decided_when_nobody_turns_it_any_more() -> None:
    """Ahead is who has more above the threshold; the winner leads from round 3 of 8 on."""
    scores = ((0, 2), (0, 2), (5, 2), (6, 2), (7, 2), (8, 2), (9, 2), (9, 2))
    game = Seen(made((85, 20), "us_alone", scores=scores), 0)
    assert value("decided", game) == 3 / 8
    assert value("half_time", game) == 1


def test_what_a_seat_gains_is_counted_on_the_same_seeds() -> None:
    games = seen(made((60, 20), seed=1), made((30, 20), seed=2), made((99, 20), seed=3))
    other = seen(made((50, 20), seed=1), made((30, 20), seed=2))
    found = figure("gain", *games, other=other)
    assert (found.value, found.count) == (5, 2)


def test_the_same_games_are_judged_by_other_thresholds() -> None:
    one = made((85, 20), "us_alone", final=(28, 20), carried=())
    assert rejudged(shipped(), one, (27, 20)).verdict == "bargain"
    assert rejudged(shipped(), one, (29, 21)).verdict == "thaw"
    doomed = made((0, 0), "collapse", final=(40, 40))
    assert rejudged(shipped(), doomed, (1, 1)) == doomed


def test_real_games_judged_by_their_own_thresholds_are_as_they_were() -> None:
    for seed in range(4):
        facts = played(("policy:joint", "policy:joint"), seed)
        assert rejudged(shipped(), facts, (27, 27)) == facts


def test_the_smallest_change_that_makes_the_sides_even_is_proposed() -> None:
    """A point more for the US ends every game in a thaw; one less for Russia is not enough."""
    games = seen(*(made((86, 45), "us_alone", final=(28, 25), seed=seed) for seed in range(20)))
    aim = Property("sides", "", "equals", "payoff_share", at_least=45, at_most=55)
    found = smallest(shipped(), games, [aim])
    assert found is not None
    assert found.thresholds == (29, 27)
    assert found == at(shipped(), games, (29, 27))
    assert found.share.value == pytest.approx(44 / 87)


def test_what_is_paired_by_seeds_is_told_apart_sooner() -> None:
    """Where each game gets ten points more, ten points is what the change is, for sure."""
    spread = [made((seed * 7 % 60, 40), seed=seed) for seed in range(30)]
    more = [made((seed * 7 % 60 + 10, 40), seed=seed) for seed in range(30)]
    aim = Property("payoff", "", "equals", "payoff")
    found = list(changes(Version(shipped(), seen(*spread)), Version(shipped(), seen(*more)), [aim]))
    assert [each.name for each in found] == ["us", "ru"]
    assert found[0].difference.value == pytest.approx(10)
    assert found[0].difference.high - found[0].difference.low < 0.1


def gate(tmp_path: Path, text: str) -> Gate:
    path = tmp_path / "gate.toml"
    path.write_text(text, encoding="utf-8")
    return read_gate(path, shipped())


def test_the_first_part_of_an_id_stands_for_all_that_begin_so() -> None:
    whole = gate_of(shipped(), ours=True)
    found = whole.only(["T6", "T1"])
    assert {each.id.partition("-")[0] for each in found.properties} == {"T6", "T1"}
    assert len(found.properties) > 4
    assert set(found.series) == {"equals", "joint"}


def test_a_gate_is_read(tmp_path: Path) -> None:
    found = gate(tmp_path, GOOD)
    assert found.only(["sides"]) == found
    assert found.seated(("doctrine:realist", "random")).series["equals"].swap


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[series", "[serie", "neither series nor properties"),
        ("at_most", "atmost", 'has no key "atmost"; did you mean at_most'),
        ("at_most = 55", 'at_most = "55"', "at_most must be a number"),
        ('measure = "payoff_share"', "", "has no measure"),
        ("payoff_share", "payoff_shar", "Did you mean payoff_share"),
        ('["random", "random"]', '["random", "nobody"]', "there is no seat"),
        ('["random", "random"]', '["random"]', "must be a list of two seats"),
        ('series = "equals"', 'series = "others"', 'there is no series "others"'),
        ("at_least = 45", 'of = ["moon"]', 'the scenario has no "moon"'),
        ("at_least = 45", "at_least = ", "is not TOML"),
        ('seats = ["random", "random"]', 'seats = ["random", "random"]\nvariant = "x"', "variant"),
        ('seats = ["random", "random"]', 'seats = ["random", "random"]\ngames = 0', "1 to"),
        (
            'seats = ["random", "random"]',
            f'seats = ["random", "random"]\ngames = {10**9}',
            "games must be from 1 to 1000000",
        ),
        ("at_most = 55", "at_most = nan", "at_most must be a number"),
        ("at_most = 55", "at_most = inf", "at_most must be a number"),
        ("at_most = 55", f"at_most = {10**400}", "at_most must be a number"),
        ("at_most = 55", f"number = {10**10}", "number must be a whole number of at most"),
        ("at_most = 55", f"at_most = {'9' * 5000}", "is not TOML"),
        ("at_most = 55", f"at_most = {'[' * 100_000}", "is not TOML"),
        ("at_most = 55", f"# {'x' * MOST}", "it has more than"),
    ],
)
def test_a_slip_in_a_gate_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(GateError, match=r"gate\.toml") as told:
        gate(tmp_path, GOOD.replace(old, new, 1))
    assert said in str(told.value)


@given(st.binary(max_size=200))
def test_whatever_stands_in_a_gate_is_read_or_refused_in_a_sentence(data: bytes) -> None:
    path = Path(os.environ["PYTEST_GATE"])
    path.write_bytes(data)
    with pytest.raises(GateError, match=r"gate\.toml") as told:
        read_gate(path, shipped())
    assert str(told.value).isprintable()


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_GATE", str(tmp_path / "gate.toml"))


@pytest.mark.parametrize(
    "name", ["none.toml", "a\0.toml", "x" * 256, "pipe", "endless", "loop", ""]
)
def test_a_gate_that_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    """Nobody waits at a pipe, nor reads a device to its end."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "endless").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(GateError, match="cannot be read"):
        read_gate(tmp_path / name, shipped())


def test_an_unknown_property_is_told(tmp_path: Path) -> None:
    with pytest.raises(GateError, match="Did you mean sides"):
        gate(tmp_path, GOOD).only(["side"])
