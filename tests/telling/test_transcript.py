"""The story of a game has every decision, all that was said, what it changed, and how it ended."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

import pytest
from attrs import evolve

from game.match.timeline import Timeline
from game.plain.happened import _passage
from game.review.glyphs import Glyph, Mark
from game.review.standing import in_danger
from game.review.turning_points import Sort, turning_points, weightiest
from game.rules import Kind, Phase, Rulebook, What, verdict
from game.scenario import load, read_text
from game.scenario.catalogue import ids
from game.telling.beats import beats
from game.telling.board import board
from game.telling.changes import say_cause, tell
from game.telling.debate import heard
from game.telling.ending import ending
from game.telling.messages import number
from game.telling.position import position
from game.telling.primer import primer
from game.telling.review import say_mark
from game.telling.transcript import transcript
from game.telling.turning_points import say_turn
from game.telling.voice import Voice
from game.tui.draw.teller import draw_passage
from tests.books import two_towns
from tests.match.games import new, play_out
from tests.rules.games import TASTES
from tests.telling.test_board import played, walk
from tests.telling.test_board import voice as speaker

TOWNS = Voice(Rulebook(two_towns()))
GAMES = [(taste, seed) for taste in sorted(TASTES) for seed in range(4)]


@cache
def line(taste: str, seed: int) -> Timeline:
    """A whole game of a scenario that has every rule there is."""
    steps = tuple(played(TOWNS.book, taste, seed))
    found = Timeline(TOWNS.book, seed, [steps[0][0]])
    for _, decision, after, consequences in steps:
        found.extend(decision, after, consequences)
    return found


@pytest.mark.parametrize(("taste", "seed"), GAMES)
def test_every_decision_is_told_with_what_was_said_and_what_it_changed(
    taste: str, seed: int
) -> None:
    """Each has words of its own; an argument is told by its speech."""
    game = line(taste, seed)
    spoken = heard(TOWNS, game.states, game.decisions, game.consequences)
    passages = transcript(TOWNS, game)
    assert [each.ply for each in passages] == list(range(1, len(game.decisions) + 1))
    for passage, sounds, changes in zip(passages, spoken, game.consequences, strict=True):
        assert passage.sentence or passage.speech
        assert passage.heard == sounds
        assert bool(passage.speech) == (sounds.speech is not None)
        if sounds.speech is not None:
            assert sounds.speech.words in passage.speech
            assert sounds.speech.name in passage.speech
        moved = [each.after for each in changes if each.what is What.TRACK]
        told = " ".join(each.sentence for each in passage.told)
        assert all(number(value) in told for value in moved)
        assert set(passage.told) <= set(tell(TOWNS, changes)) or sounds.speech is not None


@pytest.mark.parametrize(("taste", "seed"), GAMES)
def test_whoever_tables_a_motion_is_told_with_the_motion(taste: str, seed: int) -> None:
    """In plain lines, and on the pages of the app: nothing before it has named the motion."""
    tabled = 0
    for passage in transcript(TOWNS, line(taste, seed)):
        decision = line(taste, seed).decisions[passage.ply - 1]
        assert passage.speech.startswith(passage.lead)
        assert bool(passage.lead) == (passage.heard.speech is not None)
        if decision.kind is Kind.TABLE:
            tabled += 1
            assert f"“{TOWNS.motion(decision.subject)}”" in passage.lead
        if passage.lead:
            assert draw_passage(TOWNS, passage)[0].plain.startswith(passage.lead)
    assert tabled


@pytest.mark.parametrize("scenario", ids())
def test_what_comes_by_itself_is_told_after_all_that_was_said_of_a_decision(scenario: str) -> None:
    """On the page of the app and in plain lines in the order in which it is told beat by beat."""
    both = 0
    for seed in range(3):
        game = play_out(new(read_text(scenario)[0], seed=seed), seed).tree.timeline
        voice = Voice(game.book)
        for passage in transcript(voice, game):
            assert passage.told == passage.own + passage.later
            heard, later = passage.heard.remarks, passage.later
            if not heard or not later:
                continue
            both += 1
            told = beats(voice, game.decisions, [passage])
            page = "\n".join(each.plain for each in draw_passage(voice, passage))
            plain = "\n".join(_passage(voice, passage))
            for text in ("\n".join(piece for each in told for piece in each.text), page, plain):
                after = text[text.index(heard[-1].sentence) :]
                assert all(change in after for each in later for change in each.changes)
                assert all(each.why not in after for each in passage.own)
    assert both or scenario == "glass-ceiling"


@pytest.mark.parametrize(("taste", "seed"), GAMES)
def test_the_end_says_what_each_side_got_and_missed(taste: str, seed: int) -> None:
    """The parts add up to the final score, and by how much it is missed is said."""
    game = line(taste, seed)
    end, result = ending(TOWNS, game.state), verdict(TOWNS.book, game.state)
    assert end.name == result.name
    assert end.title in end.verdict
    for side, told in enumerate(end.sides):
        reckoned = told.reckoning
        met = [TOWNS.scenario.objectives[index] for index, done in reckoned.objectives if done]
        assert reckoned.final == result.final[side]
        if result.margins is None:
            assert told.made_of == ()
            continue
        assert reckoned.score + sum(each.points for each in met) == reckoned.final
        assert len(told.made_of) == 1 + len(reckoned.objectives)
        if short := max(reckoned.threshold - reckoned.final, 0):
            assert f" {short} " in told.result
        assert ("success" in told.result) == result.succeeds(side)


@pytest.mark.parametrize(("taste", "seed"), GAMES)
def test_the_last_turning_point_is_the_end(taste: str, seed: int) -> None:
    """Each motion carried or refused is one, unless more happened; the weightiest leave it out."""
    game = line(taste, seed)
    points = turning_points(game.book, game.states, game.consequences)
    assert points[-1].turn.sort is Sort.END
    assert points[-1].ply == len(game.decisions)
    plies = {each.ply for each in points}
    for place, changes in enumerate(game.consequences):
        if any(each.what is What.CARRIED for each in changes):
            assert place + 1 in plies
    most = weightiest(points, 3)
    assert len(most) == min(3, len(points) - 1)
    assert list(most) == sorted(most, key=lambda each: each.ply)
    assert all(each.turn.sort is not Sort.END for each in most)
    rest = set(points[:-1]) - set(most)
    least = min(((each.turn.sort.value, each.size) for each in most), default=(0, 0))
    assert all((each.turn.sort.value, each.size) <= least for each in rest)
    assert all(say_turn(TOWNS, each.turn) for each in points)


@pytest.mark.parametrize("name", ids())
def test_of_a_collapse_it_is_told_what_let_it_come(name: str) -> None:
    """The track that ended the game, where it came into danger for good, and what moved it."""
    voice = Voice(Rulebook(load(name)))
    ruined = 0
    for taste, seed in product(("even", "agreeable"), range(3)):
        steps = tuple(played(voice.book, taste, seed))
        states = (steps[0][0], *(each[2] for each in steps))
        consequences = [each[3] for each in steps]
        points = turning_points(voice.book, states, consequences)
        ruins = [each for each in points if each.turn.sort is Sort.RUIN]
        lost = verdict(voice.book, states[-1]).collapsed
        assert {each.turn.subject for each in ruins} <= set(lost)
        for each in ruins:
            ruined += 1
            index = next(
                at
                for at, track in enumerate(voice.scenario.tracks)
                if track.id == each.turn.subject
            )
            track = voice.scenario.tracks[index]
            values = [state.tracks[index] for state in states]
            assert values[each.ply] == each.turn.value
            assert not in_danger(track, values[each.ply - 1])
            assert all(in_danger(track, value) for value in values[each.ply :])
            cause = each.turn.cause
            assert cause is not None
            assert any(
                change.cause == cause and change.subject == track.id
                for change in consequences[each.ply - 1]
            )
            assert say_cause(voice, cause) in say_turn(voice, each.turn)
            assert each in weightiest(points, 3)
    assert ruined


@pytest.mark.parametrize("name", ids())
def test_the_primer_says_nothing_of_what_a_scenario_has_not(name: str) -> None:
    """Without a track that ends the game nothing is said of one."""
    scenario = load(name)
    ends = [each.name for each in scenario.tracks if each.collapse]
    first = primer(Voice(Rulebook(scenario)))[0].text
    assert ends
    assert all(end in first for end in ends)
    calm = evolve(scenario, tracks=tuple(evolve(each, collapse=None) for each in scenario.tracks))
    first, *rest = (rule.text for rule in primer(Voice(Rulebook(calm))))
    assert "both lose" not in first
    assert all(text.strip() for text in (first, *rest))


@pytest.mark.parametrize("name", ids())
def test_a_side_is_named_in_a_sentence_as_the_scenario_itself_names_it(name: str) -> None:
    """With an article where it has one, and that begins as the sentence does."""
    voice, steps = speaker(name), walk(name)
    game = Timeline(voice.book, 0, [steps[0][0]])
    for _, decision, after, consequences in steps:
        game.extend(decision, after, consequences)
        if after.phase is Phase.END:
            break
    told = [each.sentence for each in transcript(voice, game)]
    told += [each.speech for each in transcript(voice, game)]
    told += [row for each in game.states[::9] for row in position(voice, board(voice, each))]
    for side in voice.scenario.sides:
        article = side.name in ("United States", "Soviet Union")
        bare = re.compile(rf"(?<!\b[Tt]he ){side.name} [a-z]")
        assert any(bare.search(each) for each in told) != article
        assert any(each.startswith(f"The {side.name} ") for each in told) == article
        assert not any(each.startswith(f"the {side.name}") for each in told)


@pytest.mark.parametrize("name", ids())
@pytest.mark.parametrize("glyph", Glyph)
def test_a_mark_calls_sides_by_name_in_whole_sentences(name: str, glyph: Glyph) -> None:
    """Read aloud, too, short names of two letters are none."""
    voice = speaker(name)
    answered = {Glyph.EXPLOITED_TRUST, Glyph.NEEDLESS_GRIEVANCE, Glyph.COSTLY_SIGNAL, Glyph.BLUNDER}
    for side, punished in product((0, 1), (True, False)):
        came = punished if glyph in answered else None
        mark = Mark(glyph, good=False, gain=(1500, -700), punished=came)
        said = say_mark(voice, side, mark)
        assert not {each.short for each in voice.scenario.sides} & set(re.split(r"\W+", said))
        assert all(each[:1].isupper() for each in re.split(r"(?<=[.]) ", said))


def test_the_article_of_a_name_is_found_in_the_words_of_any_scenario() -> None:
    assert (TOWNS.named(0), TOWNS.named_first(0)) == ("the Upper Town", "The Upper Town")
