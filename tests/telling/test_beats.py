"""What happened, one thing at a time: every fact that the story tells is a beat, once."""

from __future__ import annotations

from collections import Counter

import pytest

from game.rules import Phase, Rule, What
from game.scenario.catalogue import ids, read_text
from game.telling.beats import Beat, BeatKind, beats
from game.telling.board import between, board
from game.telling.so_far import so_far
from game.telling.transcript import Passage, transcript
from game.telling.voice import Voice
from tests.examples import number
from tests.match.games import new, play_out


def facts(passage: Passage) -> Counter[str]:
    """Everything that the story tells of a decision."""
    heard = passage.heard
    told = [passage.sentence, passage.lead, passage.reason]
    if heard.speech is not None:
        told += [heard.speech.quoted, heard.speech.title, heard.speech.note]
    told += [each.sentence for each in heard.quotes]
    told += [each.sentence for each in heard.remarks]
    told += [each.sentence for each in passage.told]
    return Counter(each for each in told if each)


def said(beat: Beat) -> Counter[str]:
    """What a beat says, but for its heading."""
    pieces = (
        beat.words,
        beat.quoted,
        *beat.about,
        *beat.caught,
        *(each.sentence for each in beat.changes),
    )
    return Counter(piece for piece in (*pieces, beat.reason) if piece)


@pytest.mark.parametrize("scenario", ids())
def test_every_fact_of_the_story_is_told_in_one_beat(scenario: str) -> None:
    """In whole games: nothing is left out, nothing is told twice, nothing is made up. Changes are
    told in the order in which they happened, so that each number goes on from what it was.
    """
    met: set[BeatKind] = set()
    for seed in range(number(3)):
        text, _ = read_text(scenario)
        line = play_out(new(text, seed=seed), seed).tree.timeline
        voice = Voice(line.book)
        passages = transcript(voice, line)
        found = beats(voice, line.decisions, passages)
        assert [beat.ply for beat in found] == sorted(beat.ply for beat in found)
        for passage in passages:
            own = [beat for beat in found if beat.ply == passage.ply]
            assert sum((said(beat) for beat in own), Counter()) == facts(passage)
            assert all(beat.length for beat in own)
            assert [each for beat in own for each in beat.changes] == list(passage.told)
        met |= {beat.kind for beat in found}
    assert {BeatKind.DEED, BeatKind.CLOSE, BeatKind.NEWS} <= met


def test_what_comes_by_itself_has_beats_of_its_own() -> None:
    """The close after the deed, and the headline that strikes after the close."""
    for seed in range(number(6)):
        line = play_out(new(seed=seed), seed).tree.timeline
        voice = Voice(line.book)
        for passage in transcript(voice, line):
            kinds = [beat.kind for beat in beats(voice, line.decisions, [passage])]
            later = [kind for kind in kinds[1:] if kind in (BeatKind.CLOSE, BeatKind.STRIKE)]
            assert later == sorted(later, key=(BeatKind.CLOSE, BeatKind.STRIKE).index)
            assert later.count(BeatKind.CLOSE) <= 1
            closes = line.states[passage.ply].round != passage.round
            assert not closes or BeatKind.CLOSE in later


def test_a_round_lasts_until_its_close_has_been_told() -> None:
    """What strikes after the close belongs to the next round, and so does what comes of that."""
    kinds: set[BeatKind] = set()
    for seed in range(number(6)):
        line = play_out(new(seed=seed), seed).tree.timeline
        for passage in transcript(Voice(line.book), line):
            states = line.states[passage.ply - 1 : passage.ply + 1]
            told = beats(Voice(line.book), line.decisions, [passage])
            for place, beat in enumerate(told):
                struck = BeatKind.STRIKE in [each.kind for each in told[: place + 1]]
                assert beat.round == states[struck].round
                kinds.add(beat.kind)
    assert {BeatKind.DEED, BeatKind.CLOSE, BeatKind.STRIKE, BeatKind.NEWS} <= kinds


@pytest.mark.parametrize("scenario", ids())
def test_a_position_can_be_told_as_far_as_its_beats_have_come(scenario: str) -> None:
    """Without what was not told yet the numbers are those before it, and the round, the hour and
    the wire are still the same; that it is over is told last.
    """
    text, _ = read_text(scenario)
    for seed in range(number(2)):
        line = play_out(new(text, seed=seed), seed).tree.timeline
        voice, cut = Voice(line.book), 0
        passages = transcript(voice, line)
        for passage in passages:
            ply = passage.ply
            before, after, came = line.states[ply - 1], line.states[ply], line.consequences[ply - 1]
            mine = beats(voice, line.decisions, [passage])
            for at in range(1, len(mine)):
                untold = {each.rule for beat in mine[at:] for each in beat.changes}
                round_ = mine[at - 1].round
                seen = so_far(line.book, before, after, came, untold, round_)
                assert seen.round == round_
                if not untold:
                    assert seen is after or round_ == before.round != after.round
                    continue
                cut += 1
                numbers = dict(zip(line.book.track_ids, before.tracks, strict=True))
                for each in came:
                    if each.what is What.TRACK and each.cause.rule not in untold:
                        numbers[each.subject] += each.amount
                assert seen.tracks == tuple(numbers.values())
                assert seen.wire == before.wire
                assert seen.phase is not Phase.END
                if Rule.INCOME in untold:
                    assert (seen.round, seen.turn) == (before.round, before.turn)
                if Rule.RECOVER in untold:
                    assert sum(map(len, after.spent)) < sum(map(len, seen.spent))
                shown = between(voice, board(voice, seen))
                assert not any(party.decides for party in shown.parties)
        assert cut
