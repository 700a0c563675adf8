"""The page to talk about a game by: what each side wanted, got and gave up, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.review.debrief import ScorePart, SideDebrief
from game.review.discussions import Discussion, Topic
from game.review.ladder_story import FirstDeed, LadderStory
from game.review.payoffs import payoff_range
from game.review.reviewed_line import ReviewedLine
from game.telling.changes import say_cause
from game.telling.review import signed_tenths, tenths, when
from game.telling.voice import Voice
from game.value import frozen


@frozen
class DebriefSection:
    """A part of the page.

    Attributes:
        heading: what it is about.
        lines: what there is to say, each a sentence or two.
        side: the side that it is about, or -1.
        asks: whether the lines are questions, to be numbered.
    """

    heading: str
    lines: tuple[str, ...]
    side: int = -1
    asks: bool = False


def debriefing(voice: Voice, reviewed: ReviewedLine) -> tuple[DebriefSection, ...]:
    """The whole page: both sides, the chain, cart or horse, contradictions, questions."""
    found = reviewed.debrief
    say, story = voice.say, found.story
    over = reviewed.review.over
    sides = (
        DebriefSection(voice.side(each.side), tuple(_side(voice, each, over=over)), each.side)
        for each in found.sides
    )
    contradictions = tuple(
        say(
            "review.debrief.contradiction",
            round=each.round,
            side=voice.side_short(each.side),
            what=say_cause(voice, each.cause),
        )
        for each in story.contradictions
    )
    none = (say("review.debrief.no_contradictions"),)
    questions = tuple(say_question(voice, reviewed, each) for each in found.questions)
    return (
        *sides,
        DebriefSection(say("review.debrief.chain"), tuple(_chain(voice, story))),
        DebriefSection(say("review.debrief.cart"), tuple(_first(voice, story))),
        DebriefSection(say("review.debrief.contradictions"), contradictions or none),
        DebriefSection(say("review.debrief.questions"), questions, asks=True),
    )


def _side(voice: Voice, each: SideDebrief, *, over: bool) -> Iterator[str]:
    say, scenario = voice.say, voice.scenario
    side = scenario.sides[each.side]
    if each.objectives:
        objectives = voice.items(
            say(
                "review.debrief.met" if done else "review.debrief.unmet",
                name=scenario.objectives[place].name,
            )
            for place, done in each.objectives
        )
        yield say(
            "review.debrief.wanted_besides",
            threshold=each.threshold,
            goal=side.goal,
            objectives=objectives,
        )
    else:
        yield say("review.debrief.wanted", threshold=each.threshold, goal=side.goal)
    if over:
        yield say(
            "review.debrief.got",
            final=each.final,
            score=each.score,
            payoff=tenths(each.end),
            most=payoff_range(scenario)[1],
        )
    else:
        yield say("review.debrief.has", final=each.final, score=each.score)
    if each.gained:
        yield say("review.debrief.gained", parts=_parts(voice, each.gained))
    if each.lost:
        yield say("review.debrief.lost", parts=_parts(voice, each.lost))
    capital = voice.track(voice.book.track_ids[voice.book.capital[each.side]])
    yield say("review.debrief.spent", spent=each.spent, capital=capital)
    if each.let_pass:
        yield say("review.debrief.let_pass", motions=voice.all_of(_motions(voice, each.let_pass)))
    yield say(
        "review.debrief.luck",
        luck=signed_tenths(each.luck),
        own=signed_tenths(each.own),
        others=signed_tenths(each.others),
    )


def _parts(voice: Voice, parts: Iterable[ScorePart]) -> str:
    said = (
        voice.say(
            "review.debrief.part",
            what=say_cause(voice, each.cause),
            amount=voice.signed(each.amount),
        )
        for each in parts
    )
    return voice.say("names.list.semicolon").join(said)


def _motions(voice: Voice, motions: Iterable[str]) -> Iterator[str]:
    for each in motions:
        yield voice.say("names.quoted", name=voice.motion(voice.book.motion(each)))


def _chain(voice: Voice, story: LadderStory) -> Iterator[str]:
    say, chain, ladder = voice.say, story.chain, voice.scenario.ladder
    if chain.highest:
        key = "review.debrief.whole" if chain.whole else "review.debrief.highest"
        yield say(key, tier=chain.highest, name=ladder.tiers[chain.highest - 1].name)
    else:
        yield say("review.debrief.none")
    tiers = (
        say("review.debrief.tier", name=tier.name, carried=carried, of=of)
        for tier, carried, of in zip(ladder.tiers, chain.carried, chain.of, strict=True)
        if of
    )
    yield say("review.debrief.tiers", tiers=voice.items(tiers))
    if not chain.closed:
        yield say("review.debrief.never_stopped", ceiling=ladder.ceiling_name)
        return
    rounds = voice.all_of(say("names.round", round=number) for number in chain.closed)
    key = "review.debrief.stopped_at_end" if chain.closed_at_end else "review.debrief.stopped"
    yield say(key, ceiling=ladder.ceiling_name, rounds=rounds)


def _first(voice: Voice, story: LadderStory) -> Iterator[str]:
    """Whether agreement came first, or refusal."""
    carried, failed = story.carried, story.failed
    if carried is None and failed is None:
        yield voice.say("review.debrief.nothing_settled")
    elif story.cart_first:
        yield _deed(voice, "review.debrief.refused_first", failed)
        if carried is None:
            yield voice.say("review.debrief.never_agreed")
        else:
            yield _deed(voice, "review.debrief.agreed_later", carried)
    else:
        yield _deed(voice, "review.debrief.agreed_first", carried)
        if failed is None:
            yield voice.say("review.debrief.never_refused")
        else:
            yield _deed(voice, "review.debrief.refused_later", failed)


def _deed(voice: Voice, key: str, deed: FirstDeed | None) -> str:
    assert deed is not None  # it is told of what there was
    return voice.sentence(
        key,
        side=voice.named(deed.side),
        motion=voice.motion(voice.book.motion(deed.motion)),
        round=deed.round,
    )


def say_question(voice: Voice, reviewed: ReviewedLine, each: Discussion) -> str:
    """A question to discuss."""
    subject = ""
    if each.topic is Topic.COLLAPSE:
        subject = voice.track(each.subject)
    elif each.subject:
        subject = voice.motion(voice.book.motion(each.subject))
    amount = str(each.amount) if each.topic is Topic.CEILING else _amount(each.topic, each.amount)
    at = max(0, each.ply)
    return voice.sentence(
        f"review.topic.{each.topic.value}",
        when=when(voice, reviewed.line.states[at], at),
        side=voice.named(each.side),
        other=voice.named(1 - each.side) if each.side >= 0 else "",
        subject=subject,
        amount=amount,
        ceiling=voice.scenario.ladder.ceiling_name,
    )


def _amount(topic: Topic, amount: int) -> str:
    return signed_tenths(amount) if topic is Topic.LUCK else tenths(amount)
