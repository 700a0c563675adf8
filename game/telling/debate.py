"""The debates of a game as they are heard: speeches, quoted contradictions, papers, a third party.

What is said is found by ``game.review.lines``. Here it gets the names and the sentences with which
it is told, the same on the table, in the story, in transcripts and in files.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from game.review.lines import Printed, SpokenLine, line_for, printed, spoken
from game.rules import (
    NOBODY,
    Consequence,
    DebateState,
    Decision,
    Kind,
    Rule,
    State,
    What,
    player,
    standing,
)
from game.telling.voice import Voice
from game.value import frozen

CARRYING = (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
"""The decisions that carry the motion on the table."""


@frozen
class Speech:
    """An argument in a debate.

    Attributes:
        place: from 0, the claim.
        side: who speaks.
        who: the side's short name.
        role: claim, rebuttal or rejoinder.
        argument: its index.
        name: what it is called.
        short: the same in a word.
        value: the value that it appeals to; empty if it appeals to none.
        title: role, argument and value in a line.
        words: what is said.
        lead: who says it, and how it is connected with what was said before.
        quoted: the words in quotation marks.
        source: the ¶ of the argument; may be empty.
        note: the fact behind the words, with where it is from; empty if there is none.
        stands: whether it stands as the debate is.
        fate: the same in words.
        sentence: all of it but the note.
    """

    place: int
    side: int
    who: str
    role: str
    argument: int
    name: str
    short: str
    value: str
    title: str
    words: str
    lead: str
    quoted: str
    source: str
    note: str
    stands: bool
    fate: str
    sentence: str


@frozen
class Quote:
    """An old sentence that is quoted back at its speaker, who has contradicted it.

    Attributes:
        side: the speaker.
        ply: after how many decisions it was said.
        round: in which round.
        argument: the index of the argument that it was said with.
        words: what was said.
        sentence: all of it.
    """

    side: int
    ply: int
    round: int
    argument: int
    words: str
    sentence: str


@frozen
class Remark:
    """What somebody says of a debate or an act who had no part in it.

    Attributes:
        who: a paper, or the third party.
        side: the side whose country it is of; ``NOBODY`` for the third party.
        words: what is said.
        sentence: all of it.
    """

    who: str
    side: int
    words: str
    sentence: str


@frozen
class Heard:
    """What is heard with one decision; mostly nothing.

    Attributes:
        speech: what the side says, if it plays an argument; it stands, for it was said last.
        quotes: its own old words that it contradicts.
        press: what a paper makes of the debate that the decision ends.
        voice: what the third party says of the motion that it carries, or of an act that is
            done for the first time.
    """

    speech: Speech | None = None
    quotes: tuple[Quote, ...] = ()
    press: Remark | None = None
    voice: Remark | None = None

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What others say of it, the third party first."""
        return tuple(each for each in (self.voice, self.press) if each is not None)


def speeches(
    voice: Voice, debate: DebateState, said: Sequence[SpokenLine], *, over: bool = False
) -> tuple[Speech, ...]:
    """The speeches of a debate, each with whether it stands.

    Args:
        voice: who tells it.
        debate: the arguments, the claim first.
        said: what was said with each of them.
        over: whether the debate is over, so that what is attacked falls.
    """
    return tuple(
        _speech(voice, debate, place, each, stands=up, over=over)
        for place, (each, up) in enumerate(zip(said, standing(debate), strict=True))
    )


def on_table(
    voice: Voice, state: State, said: Sequence[SpokenLine | None] | None = None
) -> tuple[Speech, ...]:
    """The speeches of the debate on the table; none if no motion is.

    Args:
        voice: who tells it.
        state: the position.
        said: what was said with each decision before it; as if nothing was, if it is not given.
    """
    debate = state.debate
    if debate is None:
        return ()
    found = [each for each in said or () if each is not None][-len(debate.chain) :]
    if len(found) < len(debate.chain):
        found = _first_words(voice, state, debate)
    return speeches(voice, debate, found)


def _first_words(voice: Voice, state: State, debate: DebateState) -> list[SpokenLine]:
    """What is said in a debate if nothing was said before it."""
    book = voice.book
    names = [book.argument_ids[each] for each in debate.chain]
    return [
        line_for(
            book.scenario,
            name,
            book.motion_ids[debate.motion],
            book.side_ids[player(debate, place)],
            before,
            round_=state.round,
        )
        for place, (name, before) in enumerate(zip(names, (None, *names), strict=False))
    ]


def _speech(
    voice: Voice,
    debate: DebateState,
    place: int,
    said: SpokenLine,
    *,
    stands: bool,
    over: bool = False,
) -> Speech:
    side, argument = player(debate, place), debate.chain[place]
    entry = voice.scenario.arguments[argument]
    who, role = voice.side_short(side), say_role(voice, place)
    value = voice.value(entry.appeals) if entry.appeals else ""
    # Only an answer begins with another word.
    speaker = voice.named(side) if _turn(place) == "answer" else voice.named_first(side)
    if stands:
        fate = voice.say("board.stands_up")
    else:
        fate = voice.say("debate.falls" if over else "board.attacked")
    if value:
        title = voice.say("debate.appeal", role=role, argument=entry.name, value=value)
    else:
        title = voice.say("debate.title", role=role, argument=entry.name)
    return Speech(
        place=place,
        side=side,
        who=who,
        role=role,
        argument=argument,
        name=entry.name,
        short=entry.short,
        value=value,
        title=title,
        words=said.text,
        lead=voice.say(f"debate.lead.{_turn(place)}", side=speaker),
        quoted=voice.say("debate.quoted", words=said.text),
        source=voice.cite(entry.source),
        note=_note(voice, said),
        stands=stands,
        fate=fate,
        sentence=voice.say(
            f"debate.speech.{_turn(place)}",
            side=speaker,
            title=title,
            words=said.text,
            fate=fate,
        ),
    )


def _turn(place: int) -> str:
    return ("claim", "answer", "again")[min(place, 2)]


def say_role(voice: Voice, place: int) -> str:
    """What the argument at a place of a debate is called."""
    return voice.say(f"board.role.{('claim', 'rebuttal', 'rejoinder')[min(place, 2)]}")


def _note(voice: Voice, said: SpokenLine) -> str:
    """The fact behind a line, with where it is from."""
    if said.line is None:
        return ""
    fact, source = said.line.fact or "", voice.items(said.line.source)
    if fact and source:
        return voice.say("debate.fact", fact=fact, source=source)
    return fact or (voice.say("debate.source", source=source) if source else "")


def heard(
    voice: Voice,
    states: Sequence[State],
    decisions: Sequence[Decision],
    consequences: Sequence[Sequence[Consequence]],
    said: Sequence[SpokenLine | None] | None = None,
) -> tuple[Heard, ...]:
    """Per decision of a game what is heard with it.

    Args:
        voice: who tells it.
        states: every position, the one before the first decision first.
        decisions: every decision.
        consequences: per decision what it changed.
        said: what was said with each decision, if that is known already.
    """
    words = spoken(voice.book, states, decisions) if said is None else said
    papers = printed(voice.book, states, decisions, consequences)
    archive = _Archive(voice)
    found: list[Heard] = []
    debate: DebateState | None = None
    chain: list[SpokenLine] = []
    acted: set[int] = set()
    for ply, (before, decision, line) in enumerate(zip(states, decisions, words, strict=False)):
        speech = None
        if line is not None:
            if debate is None or decision.kind is Kind.TABLE:
                debate, chain = DebateState(decision.subject, before.side, (decision.backing,)), []
            else:
                debate = DebateState(
                    debate.motion, debate.speaker, (*debate.chain, decision.subject)
                )
            chain.append(line)
            speech = _speech(voice, debate, len(chain) - 1, line, stands=True)
            archive.speak(ply, before.round, speech)
        answered: str | None = None
        if debate is not None and decision.kind in CARRYING:
            answered = voice.scenario.motions[debate.motion].voice
        elif decision.kind is Kind.ACT and decision.subject not in acted:
            acted.add(decision.subject)
            answered = voice.scenario.acts[decision.subject].voice
        found.append(
            Heard(
                speech=speech,
                quotes=archive.take(consequences[ply]),
                press=_press(voice, papers[ply]),
                voice=_third(voice, answered),
            )
        )
    return tuple(found)


@define
class _Archive:
    """Who said what, and with which words each argument went on the record."""

    voice: Voice
    spoken: dict[tuple[int, int], Quote] = field(factory=dict)
    recorded: dict[tuple[int, int], Quote] = field(factory=dict)

    def speak(self, ply: int, round_: int, speech: Speech) -> None:
        """Keep what a side has said."""
        sentence = self.voice.say(
            "debate.contradiction",
            side=self.voice.named_first(speech.side),
            round=self.voice.round(round_),
            argument=speech.name,
            words=speech.words,
        )
        quote = Quote(speech.side, ply + 1, round_, speech.argument, speech.words, sentence)
        self.spoken[speech.side, speech.argument] = quote

    def take(self, consequences: Sequence[Consequence]) -> tuple[Quote, ...]:
        """The old words that are contradicted; the record is kept up to date."""
        book = self.voice.book
        quotes: list[Quote] = []
        for each in consequences:
            if each.what is not What.RECORD:
                continue
            key = book.side_ids.index(each.side), book.argument(each.subject)
            if each.after and key in self.spoken:
                self.recorded[key] = self.spoken[key]
            elif not each.after:
                quote = self.recorded.pop(key, None)
                if quote is not None and each.cause.rule is Rule.CONTRADICTION:
                    quotes.append(quote)
        return tuple(quotes)


def _press(voice: Voice, printed: Printed | None) -> Remark | None:
    if printed is None:
        return None
    sentence = voice.say("debate.press", paper=printed.paper, words=printed.text)
    return Remark(printed.paper, printed.side, printed.text, sentence)


def _third(voice: Voice, words: str | None) -> Remark | None:
    party = voice.scenario.voice
    if party is None or words is None:
        return None
    sentence = voice.say("debate.third_party", who=party.name, words=words)
    return Remark(party.name, NOBODY, words, sentence)
