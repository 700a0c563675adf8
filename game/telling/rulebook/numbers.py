"""The numbers of the rules, and what the endings are worth."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Refusal
from game.telling.changes import say_effects
from game.telling.conditions import say_conditions
from game.telling.messages import number, signed
from game.telling.rulebook.tables import code, heading, heads, table
from game.telling.voice import Voice
from game.text.escape import markdown


def numbers(voice: Voice) -> Iterator[str]:
    """What and how much."""
    yield heading(voice, "numbers")
    yield table(
        heads(voice, "what how_much"),
        ([voice.say(f"rulebook.number.{name}"), what] for name, what in _numbers(voice)),
    )
    yield table(
        heads(voice, "ending worth"),
        ([voice.say(f"rulebook.payoff.{name}.ending"), worth] for name, worth in _worth(voice)),
    )


def _numbers(voice: Voice) -> Iterator[tuple[str, str]]:
    """Of those that a scenario need not write only what it has written."""
    scenario = voice.scenario
    debate, consult, silence = scenario.debate, scenario.consult, scenario.silence
    yield "rounds", number(scenario.rounds)
    yield "income", signed(scenario.income)
    yield "consult_capital", signed(consult.capital)
    yield "consult_arguments", number(consult.arguments)
    yield "longest", number(debate.longest)
    yield "silence", signed(debate.silence)
    if silence.when:
        yield "silence_when", markdown(say_conditions(voice, silence.when))
    if silence.answer:
        yield "silence_answer", voice.say("rulebook.silence_answer")
    yield "floor", signed(debate.floor)
    yield "decline", _refusal(voice, debate.decline)
    yield "walk_out", _refusal(voice, debate.walk_out)
    if debate.walk_out_floor:
        yield "walk_out_floor", voice.say("rulebook.walk_out_floor")
    yield "withdraw", signed(debate.withdraw)
    yield "bar", number(debate.bar)
    yield "contradiction", signed(debate.contradiction)
    if scenario.recover:
        yield "recover", number(scenario.recover)
    if scenario.mood.floor:
        yield "mood_floor", signed(scenario.mood.floor)
    if scenario.mood.answers:
        yield "mood_answers", voice.say("rulebook.mood_answers")
    if scenario.mood.start is not None:
        yield "mood_start", code(scenario.mood.start)


def _refusal(voice: Voice, refusal: Refusal) -> str:
    own = voice.say("rulebook.respondent", by=signed(refusal.respondent))
    effects = markdown(say_effects(voice, refusal.effects))
    return voice.items([own, effects] if effects else [own])


def _worth(voice: Voice) -> Iterator[tuple[str, str]]:
    payoff = voice.scenario.payoff
    margin = voice.say("rulebook.margin", each=signed(payoff.margin), most=payoff.margin_cap)

    def told(name: str, **places: int) -> tuple[str, str]:
        return name, voice.say(f"rulebook.payoff.{name}.worth", margin=margin, **places)

    yield "collapse", number(payoff.collapse)
    yield told("frozen", worth=payoff.frozen)
    if payoff.thaw_within:
        worth = voice.say("rulebook.thaw", worth=payoff.thaw, within=payoff.thaw_within)
        yield "thaw", worth
    yield told("alone", worth=payoff.alone, left=payoff.left_behind)
    yield told("bargain", worth=payoff.bargain, laurels=payoff.laurels)
