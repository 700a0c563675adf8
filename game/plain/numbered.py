"""The menu of a position with numbers, and what is closed with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.plain.unclear import only_one
from game.review.lines import SpokenLine
from game.rules import Decision, Kind, State, silence_price
from game.telling.changes import say_effects
from game.telling.menu import Item, Section, menu
from game.telling.preview import motion_facts, preview
from game.telling.voice import Voice
from game.value import frozen


@frozen
class Numbered:
    """Something that can be chosen.

    Attributes:
        number: what it is chosen by, from 1.
        words: what it is.
        line: both.
        decision: the decision that it is; nothing for a motion that several arguments could back,
            and for the acts together.
        motion: the index of the motion that it puts on the table, or -1.
        within: what such a motion can be backed with, or the acts, numbered for themselves.
        name: what it is called, without what is noted of it.
    """

    number: int
    words: str
    line: str
    decision: Decision | None
    motion: int = -1
    within: tuple[Numbered, ...] = ()
    name: str = ""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What it may come to."""
        if self.decision is not None:
            return (self.decision,)
        return tuple(each.decision for each in self.within if each.decision is not None)


@frozen
class Offer:
    """What a position offers, or what there is within one of its choices.

    Attributes:
        choices: what can be chosen, numbered from 1.
        lines: the same as lines under headings.
        closed: what cannot be chosen, as lines with reasons.
        within: the choice within which all these are; nothing for a position.
    """

    choices: tuple[Numbered, ...]
    lines: tuple[str, ...]
    closed: tuple[str, ...]
    within: Numbered | None = None

    def find(self, answer: str) -> Numbered | None:
        """The choice that an answer in small letters names: by its number, by that and the one
        of what is within it, or by its decision.
        """
        for choice in self.choices:
            if answer == str(choice.number):
                return choice
            first, _, second = answer.partition(" ")
            if choice.within and first == str(choice.number):
                found = [each for each in choice.within if str(each.number) == second.strip()]
                return found[0] if found else None
        return self.named(answer)

    def spoken(self, answer: str) -> Numbered | None:
        """The only choice whose name begins as it is said."""
        place = only_one(answer, [each.name for each in self.choices])
        return None if place < 0 else self.choices[place]

    def named(self, answer: str) -> Numbered | None:
        """The choice whose decision an answer in small letters names, as saves write it."""
        for choice in self.choices:
            for each in (choice, *choice.within):
                if each.decision is not None and each.decision.text.lower() == answer:
                    return each
        return None


def offer(voice: Voice, state: State) -> Offer:
    """Number the menu of a position in which a side decides."""
    choices: list[Numbered] = []
    lines: list[str] = []
    closed: list[str] = []
    for section in menu(voice, state):
        items = [item for item in section.items if item.open]
        number = len(choices) + 1
        if len(items) > 1 and all(_is_act(each) for each in items):
            opened = [_together(voice, section.title, items, number)]
        else:
            opened = [_numbered(voice, state, item, number + at) for at, item in enumerate(items)]
        if section.title and len(opened) > 1:
            lines.append(voice.say("plain.heading", title=section.title))
        lines += (each.line for each in opened)
        choices += opened
        closed += _closed(voice, section)
    return Offer(tuple(choices), tuple(lines), tuple(closed))


def within(voice: Voice, state: State, choice: Numbered, answers: Sequence[str]) -> Offer:
    """What there is within a choice.

    Args:
        voice: who tells it.
        state: the position.
        choice: a motion that can be backed in several ways, or the acts.
        answers: for each of what is within it how it would be answered; empty where nobody knows.
    """
    title = voice.say("menu.act")
    if choice.motion >= 0:
        title = voice.say("menu.back_with", motion=voice.motion(choice.motion))
    same = set(answers) if len(answers) > 1 else set()
    # What holds for all of them is said once.
    lines = [voice.say("plain.heading", title=title)]
    if len(same) == 1:
        lines = [*filter(None, same), *lines]
        answers = ("",) * len(answers)
    for each, answer in zip(choice.within, answers, strict=True):
        told = voice.say("plain.foretold", choice=each.line, answer=answer) if answer else each.line
        lines.append(told)
    items = (item for section in menu(voice, state) for item in section.items)
    if choice.motion >= 0:
        items = (each for item in items if item.motion == choice.motion for each in item.backings)
    else:
        items = (item for item in items if _is_act(item))
    closed = tuple(_barred(voice, item.label, item) for item in items if not item.open)
    return Offer(choice.within, tuple(lines), closed, choice)


def certain(
    voice: Voice,
    state: State,
    choice: Numbered,
    said: Sequence[SpokenLine | None] = (),
    *,
    known: bool = False,
) -> Iterator[str]:
    """What a choice will certainly do, and what may come of it; of a motion what it is about.

    Args:
        voice: who tells it.
        state: the position.
        choice: the choice.
        said: what was said with each decision before it.
        known: whether it is known what its motion is about: it is one of those that can back it.
    """
    yield choice.line
    inside: list[str] = []
    if choice.motion >= 0 and not known:
        inside += motion_facts(voice, state, choice.motion)
    if choice.decision is None and choice.motion >= 0:
        backed = voice.one_of(each.words for each in choice.within)
        inside.append(voice.say("plain.backed_with", arguments=backed))
    elif choice.decision is None:
        inside += (each.words for each in choice.within)
    else:
        shown = preview(voice, state, choice.decision, said)
        inside += [shown.about] if shown.about else []
        inside += shown.because
        inside += [voice.say("story.changed", change=told.sentence) for told in shown.certain]
        inside += (each for each in shown.then if each not in inside)
    yield from (f"  {line}" for line in inside)


def _is_act(item: Item) -> bool:
    return item.decision is not None and item.decision.kind is Kind.ACT


def _together(voice: Voice, title: str, items: Sequence[Item], number: int) -> Numbered:
    """The acts as one choice."""
    names = voice.one_of(item.label for item in items)
    words = voice.say("plain.acts", title=title, names=names)
    line = voice.say("plain.choice", number=number, words=words)
    return Numbered(number, words, line, None, within=tuple(_within(voice, items)), name=title)


def _numbered(voice: Voice, state: State, item: Item, number: int) -> Numbered:
    name, words = item.label, _noted(voice, item)
    if item.decision is not None and item.decision.kind is Kind.ACCEPT:
        score = f"{voice.book.side_ids[state.side]}_score"
        effects = say_effects(voice, {score: silence_price(voice.book, state)})
        words = voice.say("plain.silent", label=words, effects=effects) if effects else words
    if item.decision is not None:
        line = voice.say("plain.choice", number=number, words=words)
        return Numbered(number, words, line, item.decision, name=name)
    backings = tuple(each for each in item.backings if each.open)
    if len(backings) == 1:
        # What is the only way needs no question.
        words = voice.say("plain.backed", motion=words, argument=_noted(voice, backings[0]))
        line = voice.say("plain.choice", number=number, words=words)
        return Numbered(number, words, line, backings[0].decision, item.motion, name=name)
    line = voice.say("plain.choice", number=number, words=words)
    return Numbered(number, words, line, None, item.motion, tuple(_within(voice, backings)), name)


def _within(voice: Voice, items: Sequence[Item]) -> Iterator[Numbered]:
    for number, item in enumerate(items, 1):
        words = _noted(voice, item)
        line = voice.say("plain.choice", number=number, words=words)
        yield Numbered(number, words, line, item.decision, item.motion, name=item.label)


def _noted(voice: Voice, item: Item) -> str:
    about = [each for each in (item.ends, item.note) if each]
    if not about:
        return item.label
    return voice.say("plain.noted", label=item.label, note=voice.items(about))


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
