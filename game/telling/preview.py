"""What a decision will certainly do, and what may come of it, before it is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.review.lines import SpokenLine, would_say
from game.rules import (
    Decision,
    Kind,
    Phase,
    Rule,
    State,
    act_price,
    bits,
    floor_holder,
    legal,
    motion_price,
    play,
    silence_price,
)
from game.telling.changes import Told, say_effects, sum_up, tell
from game.telling.decisions import doing
from game.telling.messages import signed
from game.telling.voice import Voice
from game.value import frozen


@frozen
class Preview:
    """A decision before it is taken.

    Attributes:
        about: what it is in a sentence of the scenario, with the ¶ behind it; may be empty.
        because: why it costs or gives back what it does, if that is not plain.
        certain: what follows at once and in any case.
        then: what comes after, as far as others or Chance decide it.
    """

    about: str
    because: tuple[str, ...]
    certain: tuple[Told, ...]
    then: tuple[str, ...]


_FOR_THE_FLOOR = (Rule.FLOOR, Rule.MOOD)
"""What a side gets for having spoken last."""


def preview(
    voice: Voice, state: State, decision: Decision, said: Sequence[SpokenLine | None] = ()
) -> Preview:
    """Preview a legal decision.

    Args:
        voice: who tells it.
        state: the position.
        decision: the decision.
        said: what was said with each decision before it; as if nothing was, if it is not given.

    Raises:
        IllegalDecisionError: the decision is not legal here.
    """
    after, consequences = play(voice.book, state, decision)
    return Preview(
        about=_about(voice, state, decision, said),
        because=tuple(_because(voice, state, decision)),
        certain=tell(voice, consequences),
        then=tuple(_then(voice, after, decision)),
    )


def say_ruin(voice: Voice, state: State, decision: Decision) -> str:
    """That all is lost for both with a legal decision that ends the game, and by what.

    Raises:
        IllegalDecisionError: the decision is not legal here.
    """
    told = tell(voice, play(voice.book, state, decision).consequences)
    why = [each.why for each in told if each.rule is Rule.COLLAPSE]
    return voice.say("preview.ruin", why=voice.items(why))


def motion_facts(voice: Voice, state: State, motion: int) -> tuple[str, ...]:
    """A motion's text, price and worth, each a line."""
    entry = voice.scenario.motions[motion]
    price = motion_price(voice.book, state, motion)
    shared = entry.cost - price
    cost = voice.say("preview.cost", price=price)
    if shared:
        cost = voice.say("preview.cost_shared", price=price, cost=entry.cost, shared=shared)
    return (
        voice.cited(entry.text, entry.source),
        voice.say("preview.tags", tags=voice.items(map(voice.tag, entry.tags))),
        cost,
        if_carried(voice, state, motion),
    )


def dearer(voice: Voice, state: State, act: int) -> str:
    """Why an act costs more than at first; empty if it does not."""
    (cost, step), times = voice.book.act_price[act], state.used[act]
    if not step or not times:
        return ""
    price = act_price(voice.book, state, act)
    return voice.say("preview.cost_again", price=price, cost=cost, step=step, times=times)


def _about(
    voice: Voice, state: State, decision: Decision, said: Sequence[SpokenLine | None]
) -> str:
    match decision.kind:
        case Kind.ACT:
            act = voice.scenario.acts[decision.subject]
            return voice.cited(act.text, act.source)
        case Kind.TABLE | Kind.REBUT | Kind.REJOIN:
            index = decision.backing if decision.kind is Kind.TABLE else decision.subject
            argument = voice.scenario.arguments[index]
            words = would_say(voice.book, state, decision, said)
            assert words is not None  # an argument is played
            quoted = voice.say("preview.quoted", words=words.text)
            return voice.cited(quoted, argument.source)
        case Kind.CONSULT:
            return voice.say("preview.at_home")
        case _:
            return ""


def _because(voice: Voice, state: State, decision: Decision) -> Iterator[str]:
    if decision.kind is Kind.ACT and (why := dearer(voice, state, decision.subject)):
        yield why
    back = voice.scenario.debate.withdraw
    if decision.kind is Kind.WITHDRAW and back and state.debate is not None:
        cost = motion_price(voice.book, state, state.debate.motion)
        yield voice.say("preview.back", back=back, cost=cost)


def _then(voice: Voice, after: State, decision: Decision) -> Iterator[str]:
    if decision.kind in (Kind.TABLE, Kind.REBUT, Kind.REJOIN):
        yield from _debate_goes_on(voice, after)
    elif decision.kind is Kind.STOP:
        yield from _after_stop(voice, after)
    elif after.phase is Phase.DRAW:
        yield voice.say("preview.draw")
    elif after.phase is Phase.END:
        yield voice.say("preview.over")


def _debate_goes_on(voice: Voice, after: State) -> Iterator[str]:
    debate = after.debate
    assert debate is not None  # the decisions that lead here open a debate or go on with it
    answers = [
        voice.argument(each.subject)
        for each in legal(voice.book, after)
        if each.kind in (Kind.REBUT, Kind.REJOIN)
    ]
    if answers:
        arguments = voice.one_of(answers)
        yield voice.say(
            "preview.answers", side=voice.briefly_first(after.side), arguments=arguments
        )
    else:
        yield voice.say("preview.no_answer", side=voice.briefly_first(after.side))
    rules = voice.scenario.debate
    if after.phase is Phase.REPLY:
        score = f"{voice.book.side_ids[after.side]}_score"
        nothing = voice.say("preview.no_number")
        silence = say_effects(voice, {score: silence_price(voice.book, after)})
        refusal = say_effects(voice, {**rules.decline.effects, score: rules.decline.respondent})
        yield if_carried(voice, after, debate.motion)
        if silence:
            yield voice.say("preview.replies", silence=silence, refusal=refusal or nothing)
        else:
            yield voice.say("preview.replies_free", refusal=refusal or nothing)
    else:
        bonus = rules.floor + voice.book.hour.bonus(after.mood, debate.chain[-1])
        other = voice.briefly(after.side)
        # Whoever is asked for an answer may walk out; whoever has tabled it withdraws it for good.
        anyway = rules.walk_out_floor and after.side != debate.speaker
        key = "preview.floor_anyway" if anyway else "preview.floor"
        yield voice.say(key, side=other, bonus=signed(bonus))


def _after_stop(voice: Voice, after: State) -> Iterator[str]:
    debate = after.debate
    assert debate is not None  # only debates can be stopped
    motion = voice.book.motion_ids[debate.motion]
    yield voice.say("preview.stopped", side=voice.briefly_first(floor_holder(debate)))
    for decision in legal(voice.book, after):
        result = play(voice.book, after, decision).consequences
        changes = sum_up(voice, (each for each in result if each.cause.subject == motion))
        what = doing(voice, after, decision)
        # It is in what follows, and in nothing that was told of the motion itself.
        bonus = sum(each.amount for each in result if each.cause.rule in _FOR_THE_FLOOR)
        if bonus:
            what = voice.say("preview.with_floor", what=what, bonus=signed(bonus))
        back = voice.scenario.debate.withdraw
        if decision.kind is Kind.WITHDRAW and back:
            what = voice.say("preview.with_back", what=what, back=back)
        yield voice.say("preview.option", what=what, changes=voice.items(changes))


def if_carried(voice: Voice, state: State, motion: int) -> str:
    """What carrying a motion adds to the tracks and to both scores, and what it closes."""
    book, entry = voice.book, voice.scenario.motions[motion]
    scores = {f"{side}_score": value for side, value in entry.value.items() if value}
    worth = say_effects(voice, {**entry.effects, **scores})
    told = voice.say("preview.carried", worth=worth or voice.say("preview.no_number"))
    others = [
        each for each in bits(book.excluded[motion]) if not state.carried & book.excluded[each]
    ]
    if not others:
        return told
    names = voice.items(voice.say("names.quoted", name=voice.motion(each)) for each in others)
    return voice.say("preview.closes", carried=told, motions=names)
