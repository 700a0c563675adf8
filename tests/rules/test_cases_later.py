"""The rules of version 4, one by one, on the small scenario that has them all."""

from __future__ import annotations

from attrs import evolve

from game.match import Match
from game.rules import (
    OLDEST,
    VERSION,
    Bar,
    Phase,
    Reason,
    Rule,
    Rulebook,
    State,
    chances,
    decode,
    encode,
    legal,
    play,
    start,
    verdict,
    why_not,
)
from game.rules.legal import silence_price
from game.scenario import Scenario
from game.scenario.model import Mood, Silence
from game.scenario.terms import Condition
from tests.books import shipped, two_towns
from tests.rules.course import position
from tests.rules.games import game
from tests.rules.toggles import other_rules
from tests.scenario.full import FULL


def tabled(book: Rulebook, tabling: str, **where: object) -> State:
    """The position after a motion was tabled in the first turn."""
    state = position(book, **{"upper_capital": 8, **where})  # type: ignore[arg-type]
    return play(book, evolve(state, situation=0), book.decision(tabling)).state


def scores(book: Rulebook, before: State, text: str) -> dict[tuple[Rule, str], int]:
    """By rule and side what a decision adds to the scores."""
    found: dict[tuple[Rule, str], int] = {}
    for each in play(book, before, book.decision(text)).consequences:
        if each.subject.endswith("_score"):
            found[each.cause.rule, each.side] = each.amount
    return found


def with_mood(scenario: Scenario, start: str | None, *, answers: bool = False) -> Rulebook:
    return Rulebook(evolve(scenario, mood=Mood(start, 2, answers)))


def test_a_reason_stands_in_the_way_exactly_of_what_is_not_legal() -> None:
    """With whatever rules are switched on."""
    for seed in range(12):
        book = Rulebook(other_rules(two_towns() if seed % 2 else shipped(), seed))
        for before, _, _ in game(book, seed):
            open_ = {each for each in book.decisions.values() if not why_not(book, before, each)}
            assert open_ == set(legal(book, before))


def test_a_carried_branch_closes_the_other_for_good() -> None:
    """It does not matter which of the two names the other, and the reason names what closed it."""
    book = Rulebook(two_towns())
    for carried, other in (("fair", "harbour"), ("harbour", "fair")):
        state = position(book, carried=[carried], upper_capital=8, trust=8, quarrel=2)
        assert not any(each.text.startswith(f"table:{other}/") for each in legal(book, state))
        reasons = why_not(book, state, book.decision(f"table:{other}/gain"))
        assert Reason(Bar.EXCLUDED, carried) in reasons


def test_a_motion_with_backs_is_supported_by_these_alone() -> None:
    """Whatever its tags call for."""
    book = Rulebook(two_towns())
    ways = {text for text in book.decisions if text.startswith("table:dykes/")}
    assert ways == {"table:dykes/gain", "table:dykes/water"}


def test_a_headline_strikes_within_its_window() -> None:
    """Drawn a round before it strikes, both ends of the window included."""
    book = Rulebook(two_towns())
    for round_ in range(1, 7):
        state = evolve(position(book, round=round_), phase=Phase.DRAW, side=-1, situation=0)
        drawn = {each.text for each, _ in chances(book, state)}
        assert ("draw:thaw" in drawn) == (1 <= round_ <= 3)


def test_silence_shames_only_who_had_an_answer_and_while_trust_is_low() -> None:
    """At trust 6 and with an answer it costs its point; above, or with none, nothing."""
    plain = evolve(two_towns(), mood=Mood())
    book = Rulebook(plain)
    low = tabled(book, "table:sandbags/water", trust=6)
    assert silence_price(book, low) == 0  # nothing that the other holds attacks it as things are
    answered = Rulebook(evolve(plain, silence=Silence((Condition(track="trust", at_most=6),))))
    state = tabled(answered, "table:sandbags/water", trust=6)
    price = plain.debate.silence
    assert price < 0
    assert scores(answered, state, "accept")[Rule.SILENCE, "lower"] == price
    state = tabled(answered, "table:sandbags/water", trust=7)
    assert (Rule.SILENCE, "lower") not in scores(answered, state, "accept")


def test_silence_with_an_answer_at_hand_costs_its_point() -> None:
    """The same motion, with and without an answer in the respondent's hand."""
    book = Rulebook(evolve(two_towns(), silence=Silence((), answer=True), mood=Mood()))
    state = tabled(book, "table:fair/gain", trust=4)
    answers = [each.text for each in legal(book, state) if each.text.startswith("rebut:")]
    assert answers
    assert silence_price(book, state) == book.scenario.debate.silence
    silent = evolve(state, spent=(state.spent[0], tuple(range(len(book.argument_ids)))))
    assert not [each for each in legal(book, silent) if each.text.startswith("rebut:")]
    assert silence_price(book, silent) == 0


def test_the_floor_pays_more_to_who_speaks_to_the_hour() -> None:
    """For an opening that is accepted, too; and nothing more where the hour speaks otherwise."""
    book = with_mood(two_towns(), "trade")
    state = tabled(book, "table:fair/gain")
    assert scores(book, state, "accept")[Rule.MOOD, "upper"] == 2
    book = with_mood(two_towns(), "safety")
    state = tabled(book, "table:fair/gain")
    assert (Rule.MOOD, "upper") not in scores(book, state, "accept")


def test_what_speaks_to_the_hour_is_answered_only_by_what_does() -> None:
    """If the scenario says so: the reason names the value."""
    free, bound = (with_mood(two_towns(), "trade", answers=each) for each in (False, True))
    for book in (free, bound):
        state = tabled(book, "table:fair/gain", trust=4)
        reasons = why_not(book, state, book.decision("rebut:blame"))
        assert (Reason(Bar.MOOD, "trade") in reasons) == (book is bound)


def test_a_headline_sets_the_mood_when_it_strikes() -> None:
    """On the wire it is seen a round ahead, and has not done so yet; one without leaves it."""
    book = Rulebook(two_towns())
    state = position(book, wire="wedding", turn=2)
    assert encode(book, state)["mood"] == "trade"
    after, changes = play(book, state, book.consult)
    assert encode(book, after)["mood"] == "custom"
    moods = [(each.subject, each.amount) for each in changes if each.what.value == "mood"]
    assert moods == [("trade", -1), ("custom", 1)]


def test_a_situation_is_drawn_before_the_first_headline() -> None:
    """It moves tracks, spends arguments, bars motions and sets the mood; then play begins."""
    book = Rulebook(two_towns())
    state = start(book)
    assert [(each.text, weight) for each, weight in chances(book, state)] == [
        ("situation:mild", 2),
        ("situation:hard", 1),
    ]
    after = play(book, state, book.decision("situation:hard")).state
    plain = encode(book, after)
    assert (plain["phase"], plain["situation"], plain["mood"]) == ("DRAW", "hard", "safety")
    assert plain["spent"] == {"upper": ["own"], "lower": ["gain", "water"]}
    assert plain["barred"] == {"fair": 2}
    assert decode(book, plain) == after
    assert all(each.text.startswith("draw:") for each in legal(book, after))


def test_hands_recover_at_the_close() -> None:
    """Each side gets its longest spent argument back, and the consequence says why."""
    book = Rulebook(two_towns())
    spent = {"upper": ["own", "gain"], "lower": ["blame"]}
    state = position(book, turn=2, spent=spent)
    after, changes = play(book, state, book.decision("act:close"))
    assert encode(book, after)["spent"] == {"upper": ["gain"], "lower": []}
    told = [each.subject for each in changes if each.cause.rule is Rule.RECOVER]
    assert told == ["own", "blame"]


def test_walking_out_can_pay_the_floor_to_its_holder() -> None:
    """The motion fails, and whoever spoke last is paid as if it had passed."""
    book = Rulebook(evolve(two_towns(), mood=Mood()))
    state = evolve(tabled(book, "table:fair/gain"), phase=Phase.YIELD)
    found = scores(book, state, "walk_out")
    assert found[Rule.FLOOR, "upper"] == book.scenario.debate.floor
    kept = Rulebook(
        evolve(book.scenario, debate=evolve(book.scenario.debate, walk_out_floor=False))
    )
    assert (Rule.FLOOR, "upper") not in scores(kept, state, "walk_out")


def test_a_thaw_is_an_end_in_which_both_are_near() -> None:
    """One point more is missing, and it is frozen; who is left behind and near gets its payoff."""
    scenario = evolve(two_towns(), objectives=())
    book = Rulebook(scenario)
    goals = [side.threshold for side in scenario.sides]

    def ended(*missing: int) -> tuple[str, tuple[int, int]]:
        state = start(book)
        tracks = list(state.tracks)
        for side in (0, 1):
            tracks[book.score[side]] = goals[side] - missing[side]
        end = evolve(state, phase=Phase.END, round=book.rounds, tracks=tuple(tracks))
        found = verdict(book, end)
        return found.name, found.payoffs

    assert ended(5, 1) == ("thaw", (40 - 5, 40 - 1))
    assert ended(6, 1) == ("frozen", (20 - 6, 20 - 1))
    assert ended(0, 5) == ("upper_alone", (90, 40 - 5))
    assert ended(0, 6) == ("upper_alone", (90, 20 - 6))
    assert ended(0, 0)[0] == "bargain"


def test_a_game_names_the_least_version_of_the_rules_that_it_needs() -> None:
    """So that games of scenarios that ask for nothing new are written as they always were."""
    assert Rulebook(shipped()).rules == OLDEST == 3
    assert Rulebook(two_towns()).rules == VERSION == 4
    match = Match.new(FULL, "two-towns.toml", seats=("human", "human"), seed=1)
    assert match.header.rules == 4
    assert match.decisions[0].text.startswith("situation:")
    assert match.decisions[1].text.startswith("draw:")
