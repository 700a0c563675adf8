"""What can be asked in plain mode: why a number is what it is, what is coming, the whole table."""

from __future__ import annotations

import re
from itertools import pairwise

from game.match import Match
from game.plain import story as told_story
from game.plain.answers import GOING, Answers
from game.plain.helping import EVERYTHING
from game.plain.reviews import reviewing
from game.scenario import read_text
from game.settings import SettingsFile
from game.telling.arguments import map_lines
from game.telling.article import article_lines
from game.telling.board import board
from game.telling.history import history_lines
from game.telling.messages import aloud
from game.telling.review import did
from game.telling.voice import Voice
from tests.match.games import play_out
from tests.plain.paper import fresh, played

DEBATE = ("table:forum/law", "rebut:grievance", "stop", "concede")


def test_why_gives_each_number_with_all_that_moved_it() -> None:
    """The start and the moves add up to the value, for every track; none is left out."""
    match = fresh()
    lines = played(match, [*DEBATE, "consult", "why"]).lines
    for index, track in enumerate(match.book.track_ids):
        value = match.state.tracks[index]
        title = f"{Voice(match.book, aloud()).track(track)}: {value}"
        at = next(place for place, line in enumerate(lines) if line.startswith(title))
        moves = []
        for line in lines[at + 1 :]:
            found = re.match(r"  .*, round \d+: ([+−]\d+)\.$", line)
            if found is None:
                break
            moves.append(int(found[1].replace("−", "-")))
        assert match.book.start[index] + sum(moves) == value
        assert bool(moves) == (not lines[at].endswith("as at the start."))


def test_why_with_a_name_gives_only_that_number() -> None:
    match = fresh()
    asked = played(match, ["why thr"]).lines
    before = played(fresh(), []).lines
    (only,) = asked[len(before) : -1]
    assert only.startswith("Threat: ")
    assert any(line.startswith("There is no number") for line in played(match, ["why x"]).lines)


def test_news_are_the_wire_and_the_close() -> None:
    """As the table has them, whose turn it is or not."""
    match = fresh()
    seen = board(Voice(match.book, aloud()), match.state)
    text = played(match, ["news"]).text()
    assert seen.close is not None
    assert seen.wire.sentence in text
    assert seen.close.effects in text
    assert all(drift.name in text for drift in seen.close.drifts)
    assert seen.close.left in text


def test_look_shows_every_objective_with_how_it_stands() -> None:
    """Its target, what it is worth, and the present value."""
    match = fresh()
    seen = board(Voice(match.book, aloud()), match.state)
    lines = played(match, ["look"]).lines
    for party in seen.parties:
        for goal in party.goals:
            (line,) = {line for line in lines if goal.sentence in line and goal.present in line}
            assert goal.target in line


def test_help_names_every_command() -> None:
    """Those that only ask, and those that lead elsewhere."""
    match = fresh()
    answers = Answers(
        Voice(match.book, aloud()),
        match,
        lambda _: None,
        reviewing,
        SettingsFile(None),
        lambda _: None,
    )
    short, whole = played(match, ["help"]).text(), played(match, ["help all"]).lines
    for word in (*answers.replies, *GOING, "help"):
        assert any(re.match(rf"{word}\b", line) for line in whole), word
        assert re.search(rf"\b{word}\b", short), word
        if word == EVERYTHING:
            continue
        asked = played(match, [f"help {word}"]).lines
        assert asked[-2].startswith(word)
    assert "There is no help about" in played(match, ["help nothing"]).text()


def test_the_pages_of_arguments_and_of_the_article_can_be_asked_for() -> None:
    """Wherever the game stands, its end included."""
    match = fresh()
    for answers in (("table:forum/law",), ()):
        lines = played(match, [*answers, "arguments all", "article"]).text()
        voice = Voice(match.book, aloud())
        seen = board(voice, match.state)
        assert all(line in lines for line in map_lines(voice, match.state, seen))
        assert all(line in lines for line in article_lines(voice))
    play_out(match, 7)
    lines = played(match, ["arguments all"]).text()
    assert all(line in lines for line in map_lines(voice, match.state, board(voice, match.state)))


def test_what_really_happened_is_told_when_the_game_is_over() -> None:
    """Before, it would tell the news to come."""
    text, where = read_text("shared-enemy")
    match = Match.new(text, where, seats=("human", "human"), seed=3, clock=lambda: "")
    voice = Voice(match.book, aloud())
    before = played(match, ["history"]).text()
    assert voice.say("plain.not_over") in before
    play_out(match, 3)
    after = played(match, ["history"])
    assert voice.say("plain.over_dated") == after.lines[-1]
    told = list(history_lines(voice, match.states, match.decisions))
    assert after.lines[-1 - len(told) : -1] == told
    done = play_out(fresh(), 7)
    undated = played(done, ["history"])
    assert undated.lines[-1] == voice.say("plain.over")
    assert undated.lines[-2] == voice.say("history.none")


def test_a_number_is_found_by_any_word_of_its_name() -> None:
    for name in ("recognition", "russia rec", "RUSSIA"):
        lines = played(fresh(), [f"why {name}"]).lines
        assert any(line.startswith("Russia recognition") for line in lines)
        assert not any(line.startswith("There is no number") for line in lines)


def test_a_voice_has_a_line_of_its_own_and_no_short_name_is_spoken() -> None:
    """Also where two things are said with one decision."""
    text, where = read_text("shared-enemy")
    match = Match.new(text, where, seats=("helsinki", "hardliner"), seed=3, clock=lambda: "")
    lines = played(match).lines
    names = ("The Helsinki Diplomat: “", "The Hardliner: “")
    assert any(name in line for line in lines for name in names)
    assert all(sum(line.count(name) for name in names) <= 1 for line in lines)
    start = fresh()
    shorts = {each.short for each in start.scenario.motions} - {
        each.name for each in start.scenario.motions
    }
    whole = played(start, ["look", "all"]).text()
    assert not [short for short in shorts if f"“{short}”" in whole]


def test_what_is_left_standing_together_is_told_in_one_line() -> None:
    text, where = read_text("shared-enemy")
    for seed in range(4):
        match = Match.new(text, where, seats=("human", "human"), seed=seed, clock=lambda: "")
        play_out(match, seed)
        standing = [line.startswith("  Left standing: ") for line in story(voice_of(match), match)]
        assert any(standing)
        assert not any(one and other for one, other in pairwise(standing))


def test_no_line_of_what_happened_begins_in_small_letters() -> None:
    text, where = read_text("shared-enemy")
    match = Match.new(text, where, seats=("human", "human"), seed=3, clock=lambda: "")
    lines = [line.strip() for line in story(voice_of(play_out(match, 3)), match)]
    assert not [line for line in lines if line[:1].islower()]


def test_a_review_names_what_was_debated_where_it_is_read_aloud() -> None:
    match = fresh()
    match.decide("table:forum/law")
    motion = match.scenario.motions[match.book.motion("forum")].name
    accept = match.book.decisions["accept"]
    aloud_said = did(voice_of(match), match.state, accept, subject=True)
    assert f"on “{motion}”" in aloud_said
    assert motion not in did(Voice(match.book), match.state, accept, subject=True)


def voice_of(match: Match) -> Voice:
    return Voice(match.book, aloud())


def story(voice: Voice, match: Match) -> list[str]:
    return list(told_story(voice, match.tree.timeline))
