"""The course of a game in rounds and debates: nothing is missing, and all is in its place."""

from __future__ import annotations

from hypothesis import given

from game.export import ExportedGame
from game.export.outline import OutlinedDebate, OutlinedDecision, exchanges, outline
from game.export.summary import standings
from game.match import Match
from game.rules import Kind, Phase, Rule, What
from tests.examples import examples
from tests.export.games import matches


def steps(item: OutlinedDecision | OutlinedDebate) -> tuple[OutlinedDecision, ...]:
    return item.steps if isinstance(item, OutlinedDebate) else (item,)


@given(matches)
@examples(25)
def test_every_decision_is_told_once(match: Match) -> None:
    """In its order, in its round, in the words of whoever took it."""
    game = ExportedGame.of(match)
    plies = []
    for one in outline(game):
        for item in (*filter(None, (one.situation,)), *one.items):
            for step in steps(item):
                plies.append(step.ply)
                assert step.decision == game.decisions[step.ply - 1]
                assert step.reason == game.why[step.ply - 1]
                assert game.states[step.ply - 1].round == one.number
    assert plies == list(range(1, len(game.decisions) + 1))


@given(matches)
@examples(25)
def test_rounds_end_where_their_close_left_them(match: Match) -> None:
    """From there the next headline's effects lead to the position that the next round opens in."""
    game = ExportedGame.of(match)
    rounds = outline(game)
    assert [one.number for one in rounds] == list(range(1, game.state.round + 1))
    for one in rounds[:-1]:
        ply = max(step.ply for item in one.items for step in steps(item))
        changes = game.consequences[ply - 1]
        clock = [each.cause.rule for each in changes].index(Rule.CLOCK)
        tracks = dict(zip(game.book.track_ids, one.tracks, strict=True))
        for change in changes[clock + 1 :]:
            if change.what is What.TRACK:
                assert tracks[change.subject] == change.before
                tracks[change.subject] = change.after
        assert tuple(tracks.values()) == game.states[ply].tracks
    assert rounds[-1].tracks == game.state.tracks
    label = str(game.state.round) if game.over else "Now"
    assert standings(game, rounds)[-1] == (label, game.state.tracks)


@given(matches)
@examples(25)
def test_debates_are_whole(match: Match) -> None:
    """Each begins with a motion and ends with its fate, unless it is still on the table."""
    game = ExportedGame.of(match)
    found = exchanges(outline(game))
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    for each in found:
        assert each.steps[0].kind is Kind.TABLE
        assert [step.kind for step in each.spoken[1:3]] == [Kind.REBUT, Kind.REJOIN][
            : len(each.spoken) - 1
        ]
        after = game.states[each.steps[-1].ply]
        if not (each.carried or each.failed):
            assert each is found[-1]
            assert after.debate == each.debate
            continue
        assert bool(after.carried >> each.motion & 1) == each.carried
        before = game.states[each.steps[-1].ply - 1].debate
        assert before == each.debate
    on_the_table = game.state.phase in (Phase.REPLY, Phase.FLOOR, Phase.YIELD, Phase.CONCEDE)
    assert on_the_table == bool(found and not (found[-1].carried or found[-1].failed))
