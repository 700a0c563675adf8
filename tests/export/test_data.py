"""The table in CSV and the record in JSON: read back, they say what the match says."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.export import FORMATS, ExportedGame, export, record
from game.export.escape import cell, dumped
from game.export.tracks_csv import FIXED
from game.match import Match
from game.match.event import CHANCE
from game.rules import NOBODY, decode, verdict
from game.telling.decisions import say_decision
from game.text import faulty
from tests.examples import examples
from tests.export.games import HIDDEN, PAYLOADS, matches, payloads, planted, well
from tests.match.games import WELL, play_out
from tests.match.games import new as new_match


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(matches)
@examples(20)
def test_the_table_holds_every_position(match: Match) -> None:
    """Row by row the tracks are those of the match, and the decisions are as saves write them."""
    game = ExportedGame.of(match)
    found = rows(export(match, "csv"))
    assert len(found) == len(game.states)
    for ply, (row, state) in enumerate(zip(found, game.states, strict=True)):
        assert int(row["ply"]) == ply
        assert [int(row[name]) for name in game.book.track_ids] == list(state.tracks)
        assert int(row["carried"]) == state.carried.bit_count()
    for row, state, decision in zip(found[1:], game.states, game.decisions, strict=False):
        assert row["decision"] == decision.text
        assert int(row["round"]) == state.round
        assert row["who"] == (CHANCE if state.side == NOBODY else game.book.side_ids[state.side])


def test_the_table_is_as_the_standard_has_it() -> None:
    """Lines end in CR LF, every line has as many cells as the first, and texts are quoted."""
    text = export(well(), "csv")
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert "\n" not in "".join(lines)
    assert len({len(row) for row in csv.reader(lines)}) == 1
    assert lines[0].startswith('"ply","round","who","decision","words",')


@given(payloads)
@examples(30)
@example("".join(PAYLOADS))
def test_no_cell_is_a_formula(payload: str) -> None:
    """A text never begins as a formula does, and the guard can be taken off again."""
    game = planted(payload)
    found = rows(export(game, "csv"))
    for row, state, decision in zip(found[1:], game.states, game.decisions, strict=False):
        said = say_decision(game.voice, state, decision)
        assert row["words"] in (said, f"'{said}")
        assert all(row[name][:1] not in set("=+@\t\r＝＋－＠") for name in row)
        assert row["words"][:1] != "-"
    guarded = cell(payload)
    assert guarded in (payload, f"'{payload}")
    assert cell(guarded) == (guarded if guarded == payload else f"'{guarded}")


@given(matches)
@examples(30)
def test_the_record_holds_everything(match: Match) -> None:
    """Positions, decisions, causes and the verdict read back are those of the match."""
    game = ExportedGame.of(match)
    told = json.loads(export(match, "json"))
    assert told["shape"] == record.SHAPE
    assert told["version"] == record.VERSION
    assert decode(game.book, told["start"]) == game.states[0]
    assert [each["decision"] for each in told["decisions"]] == [
        each.text for each in game.decisions
    ]
    assert told["head_code"] == match.head_code
    for row, state, changes, reason in zip(
        told["decisions"], game.states[1:], game.consequences, game.why, strict=True
    ):
        assert decode(game.book, row["position"]) == state
        assert row["reason"] == reason
        found = [(each["subject"], each["before"], each["after"]) for each in row["consequences"]]
        assert found == [(each.subject, each.before, each.after) for each in changes]
        sources = [each["cause"]["source"] for each in row["consequences"]]
        assert sources == [list(each.cause.source) for each in changes]
    end = told["verdict"]
    assert (end is not None) == game.over
    if end is not None:
        right = verdict(game.book, game.state)
        assert end["name"] == right.name
        assert [each["final"] for each in end["sides"]] == list(right.final)
        assert [each["payoff"] for each in end["sides"]] == list(right.payoffs)


def test_the_record_has_the_shape_that_is_written_down() -> None:
    """Every member is in the description of the shape, and the scenario's text if asked for."""
    text = export(well(), "json", scenario=True)
    told = json.loads(text)
    assert told["scenario"]["text"] == well().header.text
    assert "text" not in json.loads(export(well(), "json"))["scenario"]
    position = {"start", "position"}
    for name in _names(told, position):
        assert f'"{name}"' in (record.__doc__ or ""), name


@given(payloads)
@examples(20)
def test_strangers_words_come_through_the_record(payload: str) -> None:
    """Whatever they are, they are read back as they were."""
    game = planted(payload)
    told = json.loads(export(game, "json"))
    assert told["title"] == payload
    assert {each["reason"] for each in told["decisions"]} == {payload}
    assert {each["text"] for each in told["comments"]} == {payload}


@pytest.mark.parametrize("to", FORMATS)
def test_what_cannot_be_seen_stands_raw_in_no_format(to: str) -> None:
    """Should a save slip it past the door: it is taken out, or escaped where programs read."""
    text = export(planted(f"Aa{HIDDEN}Zz"), to)
    text.encode()
    for allowed in ("\r\n", "\n"):  # of the formats themselves
        text = text.replace(allowed, "")
    assert faulty(text) is None


@given(st.text(st.sampled_from(HIDDEN + '"\\ab é漢')))
def test_json_holds_every_text_as_it_was_and_nothing_of_it_raw(words: str) -> None:
    for indent in (None, 1):
        text = dumped({words: [words]}, indent=indent)
        assert json.loads(text) == {words: [words]}
        assert faulty(text, lines=indent is not None) is None
    assert "é" not in words or "é" in dumped(words)


def well_with(old: str, new: str) -> ExportedGame:
    """A game of the well in which something is called otherwise."""
    text = re.sub(rf"\b{old}\b", new, WELL)
    assert text != WELL
    return ExportedGame.of(play_out(new_match(text, seed=5), 5))


@pytest.mark.parametrize("name", [*FIXED, "number"])
def test_no_two_columns_have_one_name(name: str) -> None:
    """A track may have the id of a column that every table has."""
    game = well_with("drought", name)
    text = export(game, "csv")
    heads = next(csv.reader(io.StringIO(text)))
    assert len(set(heads)) == len(heads)
    column = f"track:{name}" if name in FIXED else name
    index = game.book.track(name)
    assert [int(row[column]) for row in rows(text)] == [
        state.tracks[index] for state in game.states
    ]


@pytest.mark.parametrize("name", ["After round", "A water", "b  CAPITAL"])
@pytest.mark.parametrize("to", ["markdown", "html"])
def test_no_two_columns_for_people_read_alike(name: str, to: str) -> None:
    """A track may be called as a side's own number or as the rounds are."""
    game = well_with("Drought", name)
    text = export(game, to)
    if to == "markdown":
        row = next(line for line in text.split("\n") if line.startswith("| After round |"))
        heads = row.strip("| ").split(" | ")
    else:
        heads = re.findall(r'<th scope="col">(.*?)</th>', text)
    assert len(heads) == 1 + len(game.book.track_ids)
    assert len({" ".join(head.casefold().split()) for head in heads}) == len(heads)


def _names(thing: Any, closed: set[str]) -> set[str]:
    """The names of all members, but for those inside positions."""
    if isinstance(thing, dict):
        inside = (_names(each, closed) for name, each in thing.items() if name not in closed)
        return set(thing).union(*inside)
    if isinstance(thing, list):
        return set().union(*(_names(each, closed) for each in thing))
    return set()
