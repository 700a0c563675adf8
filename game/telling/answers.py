"""What an opponent says when it is asked: why it did that, why it refused, what would change its
mind, what it thinks the other side wants.
"""

from __future__ import annotations

from game.match.intent import ByMaxim, Intent
from game.opponents import Game, Ruling, Thought
from game.review.answers import Aims, Price, Rival, aims, rivals, waiting
from game.review.intents import REFUSALS
from game.review.payoffs import payoff_range
from game.rules import Decision
from game.scenario.character import Character
from game.scenario.doctrine import Conduct, Standing
from game.scenario.terms import Condition
from game.telling.conditions import say_condition
from game.telling.decisions import doing
from game.telling.intents import say_expected, say_intent, say_maxim
from game.telling.voice import Voice
from game.value import frozen


@frozen
class AnsweredQuestion:
    """A question, and what the opponent says to it."""

    question: str
    answer: str


def answers(
    voice: Voice, game: Game, decision: Decision, intent: Intent | None, thought: Thought
) -> tuple[AnsweredQuestion, ...]:
    """What an opponent says to the questions it can be asked about its decision in ``game``.

    Args:
        voice: who tells it.
        game: the game as it was shown to the opponent.
        decision: what it decided.
        intent: what it had in mind, as the journal has it.
        thought: what stood behind the decision.
    """
    said = [AnsweredQuestion(voice.say("answer.question.why"), _why(voice, game, decision, intent))]
    if decision.kind in REFUSALS and intent is not None:
        words = say_intent(voice, game.state, decision, intent)
        said.append(AnsweredQuestion(voice.say("answer.question.refused"), words))
    said.append(
        AnsweredQuestion(voice.say("answer.question.change"), _change(voice, game, thought))
    )
    character = game.characters[game.state.side]
    if character is not None:
        said.append(
            AnsweredQuestion(voice.say("answer.question.wants"), say_wants(voice, character))
        )
    if character is not None and character.lines:
        lines = voice.say("names.list.space").join(each.say for each in character.lines)
        said.append(AnsweredQuestion(voice.say("answer.question.lines"), lines))
    wanted = aims(game.book, game.state, 1 - game.state.side)
    said.append(AnsweredQuestion(voice.say("answer.question.aims"), say_aims(voice, wanted)))
    return tuple(said)


def _why(voice: Voice, game: Game, decision: Decision, intent: Intent | None) -> str:
    if intent is None:
        return voice.say("answer.nothing_else")
    if isinstance(intent, ByMaxim):
        return say_maxim(voice, intent.doctrine, intent.rule)
    side = game.state.side
    return voice.say(
        "answer.looked",
        playouts=intent.playouts,
        expected=say_expected(voice, game.state, decision, intent),
        prospects=voice.say(
            "answer.prospects",
            own=intent.worth[side],
            other=intent.worth[1 - side],
            most=payoff_range(voice.scenario)[1],
        ),
    )


def _change(voice: Voice, game: Game, thought: Thought) -> str:
    """What would have had to be otherwise for another decision."""
    if isinstance(thought, Ruling):
        return _other_maxims(voice, game, thought)
    by_price: dict[int | Price, list[Rival]] = {}
    for each in rivals(game, thought):
        by_price.setdefault(each.price, []).append(each)
    if not by_price:
        return voice.say("answer.change.no_rival")
    told = [_price(voice, game, price, tuple(those)) for price, those in by_price.items()]
    return voice.say("names.list.space").join(told)


def _price(voice: Voice, game: Game, price: int | Price, those: tuple[Rival, ...]) -> str:
    what = voice.one_of([doing(voice, game.state, each.decision) for each in those])
    if price is Price.NOTHING:
        return voice.say("answer.change.as_well", what=what)
    if isinstance(price, Price):
        return voice.say("answer.change.never", what=what)
    goal = voice.scenario.sides[game.state.side].goal
    return voice.say("answer.change.points", points=price, goal=goal, what=what)


def _other_maxims(voice: Voice, game: Game, ruling: Ruling) -> str:
    """The maxims that come before the one that decided, and what they waited for."""
    ways = [
        voice.say(
            "answer.change.maxim",
            missing=voice.all_of([_missing(voice, it) for it in each.missing])
            if each.missing
            else voice.say("answer.change.no_way"),
            reason=say_maxim(voice, ruling.doctrine, each.rule),
        )
        for each in waiting(game, ruling)
    ]
    if not ways:
        return voice.say("answer.change.first")
    return voice.say("answer.change.maxims", ways=voice.say("answer.or").join(ways))


def _missing(voice: Voice, it: Condition | Conduct | Standing) -> str:
    if isinstance(it, Conduct):
        return say_conduct(voice, it)
    return say_standing(voice, it) if isinstance(it, Standing) else say_condition(voice, it)


def say_conduct(voice: Voice, it: Conduct) -> str:
    """A condition on what was done, as the opponent says it."""
    what = voice.say(f"answer.{'i' if it.by == 'own' else 'you'}_did.{it.deed}")
    if it.last:
        return voice.say("answer.often.last", what=what)
    if it.at_most == 0:
        what = voice.say("answer.often.never", what=what)
    elif it.at_least is not None and it.at_most is not None:
        what = voice.say("answer.often.between", what=what, least=it.at_least, most=it.at_most)
    elif it.at_most is not None:
        what = voice.say("answer.often.at_most", what=what, times=it.at_most)
    elif it.at_least is not None and it.at_least > 1:
        what = voice.say("answer.often.at_least", what=what, times=it.at_least)
    if it.rounds == 1:
        return voice.say("answer.often.this_round", what=what)
    return voice.say("answer.often.rounds", what=what, rounds=it.rounds) if it.rounds else what


def say_standing(voice: Voice, it: Standing) -> str:
    """A condition on how the sides stand, as the opponent says it."""
    if it.at_least is not None and it.at_most is not None:
        limits = voice.say("answer.limits.between", least=it.at_least, most=it.at_most)
    elif it.at_least is not None:
        limits = voice.say("answer.limits.at_least", value=it.at_least)
    else:
        limits = voice.say("answer.limits.at_most", value=it.at_most or 0)
    return voice.say(f"answer.standing.{it.of}", limits=limits)


def say_wants(voice: Voice, character: Character) -> str:
    """What a character aims at, as it says it."""
    other = character.wants.other
    yours = "with" if other > 0 else "without" if other == 0 else "against"
    told = [voice.say("answer.want.own"), voice.say(f"answer.want.{yours}")]
    if character.wants.together > 0:
        told.append(voice.say("answer.want.together"))
    stance = voice.say("answer.want.stance", stance=character.stance.removesuffix("."))
    return voice.say("names.list.space").join([*told, stance])


def say_aims(voice: Voice, it: Aims) -> str:
    """What a side wants, said to it."""
    entry = voice.scenario.sides[it.side]
    if it.short > 0:
        told = [voice.say("answer.aims.short", points=it.short, goal=entry.goal)]
    else:
        told = [voice.say("answer.aims.enough", goal=entry.goal_short)]
    if it.motions:
        names = [
            voice.say(
                "answer.aims.motion",
                name=voice.motion(each),
                change=voice.signed(voice.scenario.motions[each].value[entry.id]),
            )
            for each in it.motions
        ]
        told.append(voice.say("answer.aims.motions", motions=voice.one_of(names)))
    if it.objectives:
        names = [
            voice.say("names.quoted", name=voice.scenario.objectives[each].name)
            for each in it.objectives
        ]
        told.append(voice.say("answer.aims.objectives", objectives=voice.all_of(names)))
    return voice.say("names.list.space").join(told)
