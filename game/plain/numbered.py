"""The menu of a position with numbers, and what is closed with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.review.lines import SpokenLine
from game.rules import Decision, Kind, State
from game.telling.menu import Item, Section, menu
from game.telling.preview import motion_facts, preview
from game.telling.voice import Voice


@frozen
class Numbered:
    """Something that can be chosen.

    Attributes:
        number: what it is chosen by, from 1.
        words: what it is.
        line: both.
        decision: the decision that it is.
    """

    number: int
    words: str
    line: str
    decision: Decision


@frozen
class Offer:
    """What a position offers.

    Attributes:
        choices: what can be chosen, numbered from 1.
        lines: the same as lines under headings.
        closed: what cannot be chosen, as lines with reasons.
    """

    choices: tuple[Numbered, ...]
    lines: tuple[str, ...]
    closed: tuple[str, ...]

    def find(self, answer: str) -> Numbered | None:
        """The choice that an answer in small letters names, by its number or its decision."""
        for choice in self.choices:
            if answer in (str(choice.number), choice.decision.text.lower()):
                return choice
        return None


def offer(voice: Voice, state: State) -> Offer:
    """Number the menu of a position in which a side decides."""
    choices: list[Numbered] = []
    lines: list[str] = []
    closed: list[str] = []
    for section in menu(voice, state):
        opened = []
        for words, decision in _open(voice, section):
            number = len(choices) + 1
            line = voice.say("plain.choice", number=number, words=words)
            choices.append(Numbered(number, words, line, decision))
            opened.append(line)
        if opened:
            lines += [voice.say("plain.heading", title=section.title)] if section.title else []
            lines += opened
        closed += _closed(voice, section)
    return Offer(tuple(choices), tuple(lines), tuple(closed))


def certain(
    voice: Voice, state: State, choice: Numbered, said: Sequence[SpokenLine | None] = ()
) -> Iterator[str]:
    """What a choice will certainly do, and what may come of it."""
    shown = preview(voice, state, choice.decision, said)
    yield choice.line
    inside: list[str] = []
    if choice.decision.kind is Kind.TABLE:
        inside += motion_facts(voice, state, choice.decision.subject)
    inside += [shown.about] if shown.about else []
    inside += [voice.say("story.changed", change=told.sentence) for told in shown.certain]
    yield from (f"  {line}" for line in (*inside, *shown.then))


def _open(voice: Voice, section: Section) -> Iterator[tuple[str, Decision]]:
    for item in section.items:
        if not item.open:
            continue
        words = _noted(voice, item)
        if item.decision is not None:
            yield words, item.decision
        for backing in item.backings:
            if backing.open and backing.decision is not None:
                argument = _noted(voice, backing)
                backed = voice.say("plain.backed", motion=words, argument=argument)
                yield backed, backing.decision


def _noted(voice: Voice, item: Item) -> str:
    if not item.note:
        return item.label
    return voice.say("plain.noted", label=item.label, note=item.note)


def _closed(voice: Voice, section: Section) -> Iterator[str]:
    for item in section.items:
        if not item.open:
            yield _barred(voice, item.label, item)
            continue
        for backing in item.backings:
            if not backing.open:
                label = voice.say("plain.backed", motion=item.label, argument=backing.label)
                yield _barred(voice, label, backing)


def _barred(voice: Voice, label: str, item: Item) -> str:
    reasons = voice.say("names.list.semicolon").join(item.closed)
    return voice.say("plain.barred", what=label, reasons=reasons)
