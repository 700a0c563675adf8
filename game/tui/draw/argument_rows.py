"""The arguments of both hands as a list, and what lies between one of them and the other hand."""

from __future__ import annotations

from textual.content import Content

from game.review.standing import MotionStanding
from game.telling.arguments import Arrow, Backed, MappedArgument
from game.telling.layout.marks import MOTIONS, of_card
from game.telling.voice import Voice
from game.tui.draw.styles import (
    BAD,
    DIM,
    GOOD,
    QUOTED,
    STRONG,
    lines,
    say,
    side_style,
    spread,
)


def draw_entry(voice: Voice, each: MappedArgument, width: int) -> Content:
    """An argument on one row: how it lies in its hand, and how much lies between it and theirs;
    then a gap to what stands beside the list.
    """
    style = STRONG if each.card.ready else DIM
    sign = say((f"{of_card(each.card)} ", side_style(voice.book, each.side)))
    counts = voice.say("arguments.counts", against=each.threats, answers=each.targets)
    hour = say(("* ", STRONG)) if each.favoured else say("")
    return spread(say(sign, (each.name, style)), say(hour, (counts, DIM), " "), width)


def draw_argument(
    voice: Voice, each: MappedArgument, last: int, *, quotes: bool = False, texts: bool = False
) -> Content:
    """Everything about an argument.

    Args:
        voice: who tells it.
        each: the argument.
        last: the one that was said last in a debate, or -1.
        quotes: whether there is room for what the arguments in its lists say.
        texts: whether there is for what the motions say.
    """
    title = say((each.name, STRONG), f" {each.source}" if each.source else "")
    rows = [
        title,
        say((voice.side(each.side), side_style(voice.book, each.side)), ". ", each.state),
    ]
    if each.argument == last:
        rows.append(say((voice.say("arguments.debate.last"), STRONG)))
    rows += [say((each.words, QUOTED))]
    if each.appeal:
        rows.append(say((each.appeal, STRONG if each.favoured else "")))
    if each.contradicts:
        rows.append(say((each.contradicts, BAD if each.breaks else "")))
    for head, found in zip(each.heads, each.lists, strict=True):
        rows += [say(""), say((head, "underline" if found else DIM))]
        for it in found:
            rows.append(_backed(it) if isinstance(it, Backed) else _arrow(it))
            if isinstance(it, Backed):
                rows += [say("    ", (it.text, DIM))] if texts else []
            elif quotes:
                rows.append(say("    ", (voice.say("debate.quoted", words=it.card.case), QUOTED)))
    return lines(rows)


def _arrow(each: Arrow) -> Content:
    style = STRONG if each.now else "" if each.fits else DIM
    return say("  ", (of_card(each.card), GOOD if each.now else DIM), (f" {each.sentence}", style))


def _backed(each: Backed) -> Content:
    sign, _ = MOTIONS[each.how]
    return say(f"  {sign} ", (each.sentence, STRONG if each.how is MotionStanding.OPEN else DIM))
