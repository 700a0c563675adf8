"""What a character never does it never does; who looks ahead knows it; nothing else is random."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import Game, opponent
from game.opponents.character import RedLines, Trail
from game.opponents.character_seat import CharacterSeat
from game.opponents.doctrine import deeds
from game.opponents.search import Budget, Thinker, WorkerPool, analyse
from game.opponents.search.search_node import SearchNode
from game.opponents.search.task import PLAIN, Progress, Task
from game.opponents.search.think import Alone, SearchCache, grow
from game.rules import NOBODY, Decision, Kind, Phase, Rulebook, State, legal
from game.scenario import parse
from game.scenario.cast import cast
from game.scenario.character import Attention, Character, Oversight
from game.scenario.doctrine import Wants, Way, Wish
from game.scenario.reading.read_character import parse_character
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.games import played, positions
from tests.scenario.full import FULL

BOOK = rulebook()
SMALL = Rulebook(parse(FULL, "full.toml"))
TEXT = """
id = "mason"
name = "The Mason"
stance = "Signs what calms, and nothing under pressure."
about = "Lays one stone upon the other."
face = "A man with a level"
sight = 1

[wants]
own = 100
other = 40
together = 30
tracks = { "@gate" = 8, "@danger" = -5, "nowhere" = 9 }

[[lines]]
id = "pressed"
say = "Never signs while pressed."
never = { ways = ["accept", "yield", "concede"] }
conduct = [{ by = "other", deed = "pressed", rounds = 2, at_least = 1 }]

[[lines]]
id = "first"
say = "Never presses first."
never = { ways = ["act"], raises = "@own" }
conduct = [{ by = "other", deed = "pressed", at_most = 0 }]

[[lines]]
id = "danger"
say = "Always acts against a danger that is near."
always = { ways = ["act", "table"], lowers = "@danger" }
asked = ["turn"]
when = [{ track = "@danger", at_least = 6 }]

[[lines]]
id = "exempt"
say = "Never tables what passes through the ceiling."
never = { ways = ["table"], tags = ["@exempt"] }

[[lines]]
id = "elsewhere"
say = "Never does what nobody can."
never = { raises = "nowhere" }
"""
MASON = parse_character(TEXT, "mason.toml")
QUICK = Budget(12, 0)


class Hasty(CharacterSeat):
    """Looks at a few lines only."""

    def __init__(self, character: Character, seed: int) -> None:
        super().__init__(character, seed)
        self.level = evolve(self.level, playouts=6, depth=0)


def decided(book: Rulebook, characters: tuple[Character, Character], seed: int) -> Iterator[Game]:
    """Every position of a match between two in which a side decided, with what came before."""
    games = played(book, (Hasty(characters[0], seed), Hasty(characters[1], seed)), seed)
    for game, after in itertools.pairwise(games):
        yield evolve(game, history=after.history[: len(game.history) + 1])


def pressed(book: Rulebook, past: tuple[tuple[State, Decision], ...], by: int, since: int) -> bool:
    return any(
        each.side == by and each.deed == "pressed" and each.round >= since
        for each in deeds(book, past)
    )


def begun(past: tuple[tuple[State, Decision], ...], state: State) -> int:
    """After how many decisions the turn began."""
    if state.debate is None:
        return len(past)
    return max(place for place, (_, each) in enumerate(past) if each.kind is Kind.TABLE)


@pytest.mark.parametrize("book", [BOOK, SMALL], ids=["full", "small"])
@given(seed=st.integers(0, 1000))
@examples(4)
def test_lines_are_kept_in_every_decision(book: Rulebook, seed: int) -> None:
    """Each as its sentence says it, unless nothing else can be done."""
    ends = dict(book.collapses)
    exempt = book.scenario.ladder.exempt
    for game in decided(book, (MASON, MASON), seed):
        past, state = game.history[:-1], game.state
        (_, decision), side = game.history[-1], state.side
        options = legal(book, state)
        at = begun(past, state)
        turn, before = (past[at][0] if at < len(past) else state), past[:at]
        kinds = {each.kind for each in options}
        if pressed(book, before, 1 - side, turn.round - 1) and kinds & {
            Kind.DECLINE,
            Kind.WALK_OUT,
            Kind.WITHDRAW,
        }:
            assert decision.kind not in (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
        if decision.kind is Kind.ACT and not pressed(book, before, 1 - side, 0):
            gains = dict(book.act_effects[decision.subject])
            assert gains.get(book.score[side], 0) <= 0
        if decision.kind is Kind.TABLE:
            assert exempt not in book.scenario.motions[decision.subject].tags
        if state.phase is Phase.TURN and max(state.tracks[track] for track in ends) >= 6:
            acts = [
                each
                for each in options
                if each.kind is Kind.ACT
                and any(track in ends and by < 0 for track, by in book.act_effects[each.subject])
                and dict(book.act_effects[each.subject]).get(book.score[side], 0) <= 0
            ]
            if acts:
                assert decision.kind in (Kind.ACT, Kind.TABLE)


def nodes(
    node: SearchNode | None, past: list[tuple[State, Decision]]
) -> Iterator[tuple[SearchNode, list[tuple[State, Decision]]]]:
    """Every node that was opened, and how it was reached."""
    if node is not None and node.decisions is not None:
        yield node, past
        for decision, child in zip(node.decisions, node.children, strict=True):
            yield from nodes(child, [*past, (node.state, decision)])


def where(asked: Callable[[Game], bool], seed: int = 0) -> Game:
    """A position of random games in which something is so."""
    games = (game for each in range(seed, seed + 99) for game in positions(BOOK, each))
    return next(game for game in games if asked(game))


def late(seed: int) -> Game:
    """A position some way into a random game."""
    return where(lambda game: len(game.history) > 14, seed)


@given(seed=st.integers(0, 1000))
@examples(4)
def test_in_the_tree_nobody_does_what_its_lines_forbid(seed: int) -> None:
    """On whatever path a node was reached, and whoever looks ahead."""
    game = late(seed)
    side = 1 - game.state.side
    characters = (MASON, None) if side == 0 else (None, MASON)
    lines = RedLines(BOOK, MASON, side)
    task = Task(
        game.state,
        60,
        0,
        "x",
        characters=characters,
        trail=Trail.of(BOOK, game.state, game.history),
    )
    tree = grow(SearchCache(BOOK), task, 0, Progress())
    met = 0
    for node, path in nodes(tree.root, []):
        assert node.decisions is not None
        if node.state.side != side or node.state.phase is Phase.END:
            continue
        past = [*game.history, *path]
        trail = Trail.of(BOOK, node.state, past)
        assert trail == node.trail
        holding = lines.holding(trail.seen(side))
        left = lines.within(node.state, holding, legal(BOOK, node.state))
        assert set(node.decisions) == set(left)
        met += 1
    assert met > 3


@given(seed=st.integers(0, 1000))
@examples(4)
def test_a_line_that_does_not_matter_in_a_phase_changes_nothing_there(seed: int) -> None:
    """So that a search asks for the conditions of the others only."""
    for each in cast():
        lines = [RedLines(BOOK, each, side) for side in (0, 1)]
        for game in positions(BOOK, seed):
            state, options = game.state, legal(BOOK, game.state)
            if state.side < 0:
                continue
            asked = lines[state.side]
            left = asked.within(state, range(len(asked)), options)
            assert [*left] == [*asked.within(state, asked.mattering[state.phase], options)]


def test_a_line_that_would_leave_nothing_gives_way() -> None:
    ways: tuple[Way, ...] = ("decline", "walk_out", "withdraw", "rebut")
    signs = evolve(MASON.lines[0], conduct=())
    stubborn = evolve(MASON, lines=(signs, evolve(signs, id="both", never=Wish(ways=ways))))
    lines = RedLines(BOOK, stubborn, 1)
    asked = 0
    for game in positions(BOOK, 4):
        if game.state.side != 1 or game.state.phase not in (Phase.REPLY, Phase.YIELD):
            continue
        holding = lines.holding(Trail.of(BOOK, game.state, game.history).seen(1))
        kinds = {each.kind for each in lines.within(game.state, holding, legal(BOOK, game.state))}
        assert kinds
        assert kinds.isdisjoint({Kind.ACCEPT, Kind.YIELD})
        asked += 1
    assert asked > 3


def test_who_is_known_to_have_lines_is_not_expected_to_cross_them() -> None:
    """A search that faces one sees another worth in what that one will never sign."""
    never = evolve(MASON, lines=(evolve(MASON.lines[0], conduct=()),))
    game = where(
        lambda each: (
            each.state.phase is Phase.TURN and each.state.side == 0 and len(each.history) > 12
        )
    )
    known = evolve(game, characters=(None, never), seats=("search:1", "mason"))
    look = analyse(known, Budget(80, 0), seed="x")
    for each in look.candidates:
        if each.decision.kind is Kind.TABLE and each.line:
            assert each.line[0].kind not in (Kind.ACCEPT, Kind.YIELD)
    assert look != analyse(game, Budget(80, 0), seed="x")


@pytest.mark.parametrize("oversight", ["replies", "news", "record"])
def test_who_overlooks_something_has_it_nowhere_in_its_tree(oversight: str) -> None:
    blind = parse_character(TEXT + f'\n[attention]\noverlooks = ["{oversight}"]\n', "mason.toml")
    game = where(
        lambda each: (
            each.state.phase is Phase.TURN and all(each.state.record) and len(each.history) > 12
        )
    )
    side = game.state.side
    characters = (blind, None) if side == 0 else (None, blind)

    tasks: list[Task] = []

    class Kept(Alone):
        def think(self, book, task, progress):  # type: ignore[no-untyped-def]
            tasks.append(task)
            return super().think(book, task, progress)

    analyse(evolve(game, characters=characters), Budget(200, 1), seed="x", thinker=Kept())
    (task,) = tasks
    tree = grow(SearchCache(BOOK), task, 0, Progress())
    seen = [node for node, _ in nodes(tree.root, [])]
    kinds = {
        each.kind
        for node in seen
        if node.state.side != side
        for each in node.decisions or ()
    }  # fmt: skip
    drawn = {
        each for node in seen if node.state.phase is Phase.DRAW for each in node.decisions or ()
    }
    assert (Kind.REBUT in kinds) is (oversight != "replies")
    assert (drawn <= {BOOK.draw_none}) is (oversight == "news")
    assert (task.state.record[side] == 0) is (oversight == "record")
    assert task.state.record[1 - side] == game.state.record[1 - side]


def test_who_overlooks_answers_overlooks_that_the_other_side_always_argues() -> None:
    """The other side is then taken for one that accepts or declines."""
    arguing = evolve(
        MASON,
        id="arguing",
        lines=(evolve(MASON.lines[0], never=None, always=Wish(ways=("rebut",)), conduct=()),),
    )
    blind = evolve(MASON, lines=(), attention=Attention(("replies",)))
    game = where(lambda each: each.state.phase is Phase.TURN and each.state.side == 0, 2)
    shown = evolve(game, characters=(blind, arguing))
    found = analyse(shown, Budget(150, 0), seed="x")
    tabled = [each for each in found.candidates if each.decision.kind is Kind.TABLE and each.line]
    assert tabled
    assert all(each.line[0].kind in (Kind.ACCEPT, Kind.DECLINE) for each in tabled)


@pytest.mark.parametrize("oversight", ["replies", "news", "record"])
def test_what_is_drawn_now_is_overlooked_by_nobody(oversight: Oversight) -> None:
    """What may be drawn in the position itself has its worth, whoever looks at it."""
    blind = evolve(MASON, attention=Attention((oversight,)))
    game = where(lambda each: len(each.history) > 14, 4)
    at = max(place for place, (state, _) in enumerate(game.history) if state.phase is Phase.DRAW)
    state, history = game.history[at][0], game.history[:at]
    shown = evolve(game, state=state, history=history, characters=(blind, None))
    found = analyse(shown, Budget(40, 0), seed="x", view=0)
    assert {each.decision for each in found.candidates} == set(legal(BOOK, state))


def test_one_worker_and_two_find_the_same() -> None:
    games = [late(seed) for seed in (1, 2)]
    pools = [WorkerPool(1), WorkerPool(2)]
    try:
        for game in games:
            shown = evolve(game, characters=(MASON, MASON))
            thinkers: list[Thinker] = [Alone(), *pools]
            found = [CharacterSeat(MASON, 5, each).choose(shown) for each in thinkers]
            assert found[0] == found[1] == found[2]
    finally:
        for pool in pools:
            pool.close()


def test_a_character_wants_what_it_says_it_wants() -> None:
    """One that wants trust above all does what raises it; one that hates it does not."""

    def liking(by: int) -> Character:
        return evolve(MASON, lines=(), wants=Wants(own=0, tracks={"@gate": by}))

    raised = [0, 0]
    for seed in range(6):
        game = where(
            lambda each: each.state.phase is Phase.REPLY and len(legal(BOOK, each.state)) > 1, seed
        )
        assert game.state.debate is not None
        effects = dict(BOOK.motion_effects[game.state.debate.motion])
        for place, by in enumerate((50, -50)):
            decision = CharacterSeat(liking(by), 1).choose(game).decision
            raised[place] += decision.kind is Kind.ACCEPT and effects.get(BOOK.gate, 0) > 0
    assert raised[0] > raised[1]


def test_a_scenario_seats_its_own_characters() -> None:
    found = opponent("ferryman", seed=3, scenario=SMALL.scenario)
    assert isinstance(found, CharacterSeat)
    assert found.character == SMALL.scenario.characters[0]
    assert found.level.number == 2
    assert found.wants != PLAIN


def test_a_seat_plays_its_character_whoever_is_shown_to_sit_there() -> None:
    game = late(3)
    seat = CharacterSeat(MASON, 7)
    assert seat.choose(game) == seat.choose(evolve(game, seats=("mason", "mason")))


def test_nobody_is_bound_where_nobody_decides() -> None:
    """What a position is worth by itself does not depend on who happens to sit there."""
    game = late(5)
    shown = evolve(game, characters=(MASON, evolve(MASON, attention=Attention(("news",)))))
    assert analyse(shown, QUICK, seed="x", view=NOBODY) == analyse(
        game, QUICK, seed="x", view=NOBODY
    )
