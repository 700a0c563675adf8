"""The end says by how little: how both scores went, and what alone would have been enough."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve

from game.match import HUMAN, Match
from game.review.turning_points import Sort, turning_points
from game.rules import NOBODY, Kind, Phase, Rulebook, State, play, start, verdict
from game.scenario import load
from game.scenario.catalogue import ids, read_text
from game.telling.ending import FLOORS, ending, score_courses
from game.telling.turning_points import say_moment
from game.telling.voice import Voice
from tests.rules.games import TASTES, pick


def played(voice: Voice, taste: str, seed: int) -> list[State]:
    random, states = Random(seed), [start(voice.book)]
    while states[-1].phase is not Phase.END:
        decision = pick(random, voice.book, states[-1], TASTES[taste])
        states.append(play(voice.book, states[-1], decision)[0])
    return states


@pytest.mark.parametrize("name", ids())
def test_a_course_has_a_score_for_each_round(name: str) -> None:
    """From the first position to the final score; every number of it is said."""
    voice = Voice(Rulebook(load(name)))
    for taste in TASTES:
        states = played(voice, taste, 3)
        final = verdict(voice.book, states[-1]).final
        for course, party in zip(score_courses(voice, states), (0, 1), strict=True):
            score = voice.book.score[party]
            assert len(course.scores) == states[-1].round
            assert course.begun == states[0].tracks[score]
            assert course.scores[-1] == states[-1].tracks[score]
            assert course.final == final[party]
            assert str(course.threshold) in course.sentence
            assert course.label == f"{voice.side(party)} {final[party]}".replace("-", "−")


@pytest.mark.parametrize("name", ids())
def test_what_would_have_been_enough_is_said_of_who_missed_it(name: str) -> None:
    """Nobody else; what is named would have filled the gap, and is missing."""
    voice = Voice(Rulebook(load(name)))
    book = voice.book
    end = played(voice, "even", 3)[-1]
    for side in (0, 1):
        for missing in range(-1, FLOORS * voice.scenario.debate.floor + 1):
            state = short(book, end, side, missing)
            account = ending(voice, state).sides[side]
            assert account.reckoning.threshold - account.reckoning.final == missing
            assert bool(account.enough) == (missing > 0)
            for index, done in account.reckoning.objectives:
                objective = voice.scenario.objectives[index]
                enough = not done and objective.points >= missing > 0
                assert (f"“{objective.name}”" in account.enough) == enough


def short(book: Rulebook, end: State, side: int, missing: int) -> State:
    """An end without a collapse at which a side is so many points short."""
    tracks = list(book.start)
    tracks[book.score[side]] = 0
    met = verdict(book, evolve(end, tracks=tuple(tracks))).final[side]
    tracks[book.score[side]] = book.threshold[side] - missing - met
    return evolve(end, tracks=tuple(tracks))


@pytest.mark.parametrize("name", ids())
def test_of_what_mattered_it_is_told_who_did_it_and_what_it_came_to(name: str) -> None:
    """Whatever it was."""
    match, random = Match.new(*read_text(name), seats=(HUMAN, HUMAN), seed=3), Random(3)
    while not match.over:
        match.decide(random.choice(match.legal()))
    line, voice = match.tree.timeline, Voice(match.book)
    for point in turning_points(line.book, line.states, line.consequences):
        before, decision = line.states[point.ply - 1], line.decisions[point.ply - 1]
        told = say_moment(voice, line.states, line.decisions, point)
        assert before.side == NOBODY or told.startswith(voice.named_first(before.side))
        if before.debate is not None:
            assert voice.motion(before.debate.motion) in told
        elif decision.kind is Kind.ACT:
            assert voice.scenario.acts[decision.subject].name in told
        if point.turn.sort in (Sort.DANGER, Sort.RUIN):
            assert f"{voice.track(point.turn.subject)}, at {point.turn.value}" in told.replace(
                " comes into danger", ""
            )
