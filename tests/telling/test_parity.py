"""Whatever shows the table shows all of it: no layout keeps a fact of the board to itself.

The facts are what the board says of a position. What things mean, whatever the position is, is
told by the rules and previews. Where a name has little room it may be cut, with an ellipsis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

import pytest

from game.export import export
from game.export.board import draw_board
from game.export.board.view import View
from game.export.exported_game import ExportedGame
from game.export.frames import frame
from game.export.result import result
from game.match import HUMAN, Match
from game.rules import NOBODY
from game.scenario.catalogue import ids, read_text
from game.telling.board import Board, Gauge, Nearness, Party, RungMotion, board
from game.telling.layout.cells import Row
from game.telling.layout.cells import text as words_of
from game.telling.layout.marks import CARDS, GOALS, MOTIONS
from game.telling.messages import aloud, number
from game.telling.position import news, position
from game.telling.voice import Voice
from game.text import clean
from game.tui.draw.board_rows import TOP, Room, middle
from game.tui.draw.coming import draw_news
from game.tui.draw.goals import draw_goals
from game.tui.draw.whole import draw_whole
from tests.examples import LONG
from tests.match.games import play_out
from tests.tui.hostile import hostile_match

SEEDS = 4 if LONG else 3
"""Games of each scenario."""
EACH = 10 if LONG else 6
"""Positions of each game, from its start to its end."""

Fact = tuple[str, tuple[str, ...]]
"""What it is about, and the words of which some must be shown."""

SIGNS = re.compile(r"[\s\u2007]+")


def packed(words: str) -> str:
    """Words without what only sets them apart."""
    return SIGNS.sub("", clean(words))


NAMES = (*ids(), "hostile")
"""The scenarios that ship, and one in which every word means ill."""

Place = tuple[str, int, int]
"""A position: of which scenario, in which of its games, after how many decisions."""


@cache
def games(name: str) -> tuple[ExportedGame, ...]:
    """Some games of a scenario."""
    if name == "hostile":
        return tuple(ExportedGame.of(hostile_match(seed, 60, seed)) for seed in range(SEEDS))
    text, where = read_text(name)
    new = (
        Match.new(text, where, seats=("human", "random"), seed=seed, clock=lambda: "")
        for seed in range(SEEDS)
    )
    return tuple(ExportedGame.of(play_out(match, match.seed)) for match in new)


@cache
def places(name: str) -> tuple[Place, ...]:
    """The positions that are looked at."""
    found = {
        (name, number, place * (len(game.states) - 1) // (EACH - 1))
        for number, game in enumerate(games(name))
        for place in range(EACH)
    }
    return tuple(sorted(found))


def game_of(place: Place) -> ExportedGame:
    return games(place[0])[place[1]]


@cache
def table(place: Place) -> Board:
    game, at = game_of(place), place[2]
    people = game.seats[0] == HUMAN, game.seats[1] == HUMAN
    names = ("Ann", "Bob")
    return board(game.voice, game.states[at], names, 0, game.said[:at], people=people)


@cache
def heard(place: Place) -> Board:
    """The same as it is read aloud."""
    game, at = game_of(place), place[2]
    return board(Voice(game.book, aloud()), game.states[at], ("Ann", "Bob"), 0, game.said[:at])


# ---------------------------------------------------------------------- the facts


def facts(voice: Voice, seen: Board) -> Iterator[Fact]:
    """Everything that a table says of its position."""
    head = seen.header
    yield "round", (head.when,)
    yield "turn", (head.turn,)
    yield "name of the round", (head.name,)
    yield "who is asked what", (head.sentence, f"{head.who}:{head.question}", head.question)
    yield "how it began", (seen.situation,)
    if seen.mood is not None:
        yield "mood", (seen.mood.short,)
        yield "what the mood brings", (seen.mood.favours,)
    for gauge in seen.gauges:
        where = (f"{gauge.name} {number(gauge.value)}", f"{gauge.name}: {gauge.of}")
        yield "track", (*where, f"{gauge.name} ({gauge.subject}): {gauge.of}")
        if gauge.danger is not Nearness.NONE:
            yield "danger", (gauge.warning,)
    for party in seen.parties:
        yield from _party(voice, party)
    yield "ceiling", (seen.ladder.ceiling, seen.ladder.ceiling_sentence)
    for rung in seen.ladder.rungs:
        yield "what a tier needs", (rung.needs,)
        for step in rung.steps:
            yield from _motion(step)
    yield from _coming(seen)
    if seen.debate is not None:
        yield "on the table", (seen.debate.title,)
        yield "floor", (seen.debate.floor,)
        for speech in seen.debate.speeches:
            yield "said", (f"{speech.lead}{speech.quoted}", speech.sentence)
            yield "fate", (f"{speech.title}{speech.fate}", speech.sentence)
            yield "fact", (speech.note,)


def _party(voice: Voice, party: Party) -> Iterator[Fact]:
    yield "score", (party.standing, f"{number(party.score)}/{party.threshold}")
    yield "what objectives add", (party.standing, party.now)
    yield "capital", (party.purse,)
    yield from _hand(voice, party)
    for goal in party.goals:
        yield "objective", (goal.sentence, f"{GOALS[goal.met][0]}{goal.short}")
        yield "where it stands", (goal.present,)


def _hand(voice: Voice, party: Party) -> Iterator[Fact]:
    """Each argument: where it is drawn, or in the lines of its hand."""
    spent = sorted((card for card in party.cards if card.back), key=lambda card: card.back)
    for card in party.cards:
        how = f"{'ready' if card.ready else 'spent'}{'_on_record' if card.on_record else ''}"
        drawn = f"{card.name}: {voice.say(f'export.drawn_board.{how}')}"
        if card.ready:
            names = voice.all_of(each.name for each in party.cards if each.ready)
            yield "ready", (drawn, voice.say("plain.hand.ready", arguments=names))
        else:
            names = voice.items(each.name for each in spent)
            yield "spent", (drawn, voice.say("plain.hand.spent", arguments=names))
        if card.on_record:
            names = voice.all_of(each.name for each in party.cards if each.on_record)
            yield "on the record", (drawn, voice.say("plain.hand.record", arguments=names))


def _motion(step: RungMotion) -> Iterator[Fact]:
    yield "motion", (f"{step.name}: {step.stands}", f"{step.name}. {step.stands}")
    if step.price is not None:
        yield "worth", (step.worth,)
    yield "fork", (step.fork,)


def _coming(seen: Board) -> Iterator[Fact]:
    wire = seen.wire
    yield "when it strikes", (wire.when,)
    yield "headline", (wire.headline,)
    yield "what it does", (wire.effects,)
    if wire.chooser != NOBODY:
        yield "who chooses", (wire.chooses,)
    for choice in wire.choices:
        yield "answer", (choice.name,)
        yield "answer", (choice.effects,)
    if seen.close is not None:
        yield "close", (seen.close.effects,)
        yield "income", (seen.close.income,)
        yield "rounds left", (seen.close.left,)
        for drift in seen.close.drifts:
            yield "drift", (drift.name,)
            yield "drift", (drift.effects,)


def missing(voice: Voice, seen: Board, shown: str) -> set[str]:
    """The facts that are not to be found in what is shown."""
    shown = packed(shown)
    return {
        f"{about}: {words[0]}"
        for about, words in facts(voice, seen)
        if any(words) and not any(_shown(packed(each), shown) for each in words)
    }


def _shown(words: str, shown: str) -> bool:
    """Whether words are to be read somewhere; of long ones at least the first half."""
    if words in shown:
        return True
    return any(f"{words[:cut]}…" in shown for cut in range(max(3, len(words) // 2), len(words)))


# ---------------------------------------------------------------------- the layouts


def rows(found: list[Row]) -> str:
    return "\n".join(map(words_of, found))


def app(place: Place, size: tuple[int, int]) -> str:
    """The board at a size of the terminal, and its pages."""
    voice, seen = game_of(place).voice, table(place)
    room = Room(size[0] - 2, size)
    half = Room(size[0] // 2 if room.large else room.width, size)
    parts = [rows(part(seen, room)) for part in TOP] + [rows(middle(seen, half))]
    pages = [draw_news(voice, seen), *draw_goals(seen), draw_whole(voice, seen)]
    return "\n".join([*parts, *(page.plain for page in pages)])


def plain(place: Place) -> str:
    """What ``look`` and ``news`` say."""
    seen, voice = heard(place), Voice(game_of(place).book, aloud())
    return "\n".join([seen.header.sentence, *position(voice, seen), *news(voice, seen)])


def picture(place: Place) -> str:
    """The words of a drawn board, with those that a pointer brings up."""
    return unescape(re.sub(r"<[^>]*>", "\n", draw_board(View(game_of(place), place[2]))))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_the_app_shows_every_fact_on_the_board_or_a_page_of_it(
    name: str, size: tuple[int, int]
) -> None:
    for place in places(name):
        assert missing(game_of(place).voice, table(place), app(place, size)) == set(), place


@pytest.mark.parametrize("name", NAMES)
def test_plain_mode_tells_every_fact(name: str) -> None:
    """To whoever looks and asks for the news."""
    for place in places(name):
        assert missing(game_of(place).voice, heard(place), plain(place)) == set(), place


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_tells_every_fact(name: str) -> None:
    for place in places(name):
        game, seen, shown = game_of(place), table(place), picture(place)
        lost = missing(game.voice, seen, shown)
        if seen.header.over:
            # How the game ended says so, too.
            assert _shown(packed(result(game)), packed(shown))
            lost.discard(f"who is asked what: {seen.header.sentence}")
        assert lost == set(), place


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_the_picture_of_every_round(name: str) -> None:
    """Of the position that its last decision has led to; so it tells every fact of these."""
    game = games(name)[0]
    page = export(game, "html")
    shown = [at for at in range(1, len(game.states)) if draw_board(View(game, at)) in page]
    rounds = {state.round for state in game.states[:-1]}
    assert {game.states[at - 1].round for at in shown} == rounds


def in_brief(seen: Board) -> Iterator[str]:
    """What has room on a screen without pages: all that can change, names cut short."""
    yield seen.header.when
    yield seen.header.sentence if seen.header.over else seen.header.question
    for gauge in seen.gauges:
        yield f"{gauge.name} {number(gauge.value)}"
        yield f"{gauge.name} {number(gauge.value)}{_top(gauge)} {gauge.danger.value}"
    for party in seen.parties:
        yield f"{number(party.score)}/{party.threshold}"
        yield party.now
        yield party.purse
        for card in party.cards:
            yield f"{CARDS[card.ready, card.on_record]} {card.short}"[:4]
        for goal in party.goals:
            yield f"{GOALS[goal.met][0]} {goal.short}"
    for rung in seen.ladder.rungs:
        for step in rung.steps:
            yield f"{MOTIONS[step.how][0]} {step.short}"[:4]
    yield seen.ladder.ceiling_name
    yield seen.ladder.ceiling_reason
    yield seen.wire.title or seen.wire.sentence
    yield seen.wire.effects or seen.wire.chooses
    if seen.close is not None:
        yield seen.close.effects
    if seen.debate is not None:
        yield f"{seen.debate.short}: {seen.debate.speeches[0].who} {seen.debate.speeches[0].short}"
        yield seen.debate.floor


def _top(gauge: Gauge) -> str:
    return f"/{gauge.top}" if gauge.ends and gauge.value < gauge.top else ""


@pytest.mark.parametrize("name", NAMES)
def test_a_recording_tells_in_brief_how_everything_stands(name: str) -> None:
    for place in places(name):
        game, at = game_of(place), place[2]
        seen = board(game.voice, game.states[at], game.header.names, 0, game.said[:at])
        shown = packed(rows(list(frame(game, at))))
        lost = [each for each in map(packed, in_brief(seen)) if not _shown(each, shown)]
        assert lost == [], place


def test_what_is_left_out_is_missed() -> None:
    """A layout that drops a row is found out, whichever row it is."""
    place = places(ids()[0])[EACH // 2]
    voice, seen, told = game_of(place).voice, heard(place), plain(place).split("\n")
    rest = ("\n".join([*told[:row], *told[row + 1 :]]) for row in range(len(told)))
    assert sum(bool(missing(voice, seen, each)) for each in rest) > len(told) * 3 // 4


def test_all_that_is_looked_at_are_many_positions() -> None:
    """With motions on the table, and at the end of games."""
    seen = [table(place) for name in NAMES for place in places(name)]
    assert len(seen) >= SEEDS * EACH * len(NAMES) * 9 // 10
    assert sum(each.debate is not None for each in seen) > len(seen) // 5
    assert sum(each.header.over for each in seen) > len(NAMES) * 2
