"""What a scenario *is*: every number and word of a game, as frozen values.

A scenario is written in TOML by people who need not know Python. The classes here, and those of
``stage``, ``chance``, ``numbers``, ``speech``, ``terms``, ``doctrine`` and ``character``, are its
format, field for field: the reader fills them, the rules compile them, and every screen takes its
words from them. What their docstrings say of a field is what an author's editor shows. Numbers
are integers. Ids are short ASCII words and name things in decisions, journals and conditions;
names and texts are for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from attrs import field

from game.scenario.chance import Choice, Headline, Mood, Option, Situation, Value
from game.scenario.character import Character
from game.scenario.doctrine import Doctrine
from game.scenario.kinds import Many, Whole
from game.scenario.numbers import Consult, Debate, Payoff, Refusal, Silence
from game.scenario.speech import Aftermath, Press, Spoken, ThirdParty
from game.scenario.stage import Collapse, Danger, Ladder, Scale, Side, Tier, Track
from game.scenario.terms import (
    ArgumentRef,
    Cited,
    Conditions,
    Count,
    Effects,
    EndingRef,
    Id,
    Level,
    Line,
    MotionRef,
    NumberRef,
    Remark,
    Short,
    SideRef,
    Sources,
    TagId,
    TagRef,
    Text,
    Title,
    ValueRef,
)
from game.value import frozen

__all__ = [
    "FORMAT",
    "Act",
    "Aftermath",
    "Argument",
    "Attack",
    "Character",
    "Choice",
    "Collapse",
    "Consult",
    "Danger",
    "Debate",
    "Doctrine",
    "Drift",
    "Epilogue",
    "Headline",
    "Ladder",
    "Mood",
    "Motion",
    "Objective",
    "Option",
    "Paragraph",
    "Payoff",
    "Press",
    "Refusal",
    "Scale",
    "Scenario",
    "Side",
    "Silence",
    "Situation",
    "Source",
    "Spoken",
    "ThirdParty",
    "Tier",
    "Track",
    "Value",
    "Variant",
]

FORMAT = 1
"""The version of the TOML format that this package reads."""


@frozen
class Motion:
    """A joint step.

    Attributes:
        id: the word by which other entries name it.
        name: what it is called.
        short: its name where there is little room.
        text: what is to be done, in a sentence.
        tier: the tier of the ladder that it belongs to, counted from 1.
        tags: words that it shares with other motions. Arguments support tags, and each of its
            tags that a carried motion bears makes it cheaper by one.
        cost: what it costs before that.
        value: what each side scores when it is carried.
        needs: conditions for tabling it.
        effects: what is added to which track when it is carried.
        carried_at_start: whether it is carried from the start, without effects and values.
        source: paragraphs of the source that stand behind it.
        excludes: other branches of a fork: when one of the two is carried, the other is closed
            for good. It is enough that one of them says so.
        backs: the arguments that support it, in place of those that its tags call for.
        of_the_time: whether it is a proposal of the time and not one of the source.
        voice: what the third party says of it when it is carried.
    """

    id: Id
    name: Title
    short: Short
    text: Remark
    tier: Annotated[int, Whole(1, 20)]
    tags: Annotated[tuple[TagId, ...], Many(0, 20, once=True)]
    cost: Count
    value: Mapping[SideRef, Level]
    needs: Conditions = ()
    effects: Effects = field(factory=dict)
    carried_at_start: bool = False
    source: Sources = ()
    excludes: Annotated[tuple[MotionRef, ...], Many(0, 20, once=True)] = ()
    backs: Annotated[tuple[ArgumentRef, ...], Many(0, 200, once=True)] = ()
    of_the_time: bool = False
    voice: Remark | None = None

    def backed_by(self, argument: Argument) -> bool:
        """Whether an argument supports the motion, whoever holds it."""
        if self.backs:
            return argument.id in self.backs
        return any(tag in argument.supports for tag in self.tags)


@frozen
class Act:
    """What a side does alone and at once.

    Attributes:
        id: the word by which journals name it.
        name: what it is called.
        text: what is done, in a sentence.
        side: the side that can take it.
        cost: what it costs the first time.
        step: how much more expensive each use makes the next one.
        effects: what is added to which track.
        contradicts: arguments on the own record that it contradicts.
        source: paragraphs of the source that stand behind it.
        voice: what the third party says of it the first time.
    """

    id: Id
    name: Title
    text: Remark
    side: SideRef
    cost: Count
    step: Count
    effects: Effects
    contradicts: Annotated[tuple[ArgumentRef, ...], Many(0, 200, once=True)] = ()
    source: Sources = ()
    voice: Remark | None = None


@frozen
class Attack:
    """That one argument may answer another.

    Attributes:
        target: the argument that is answered.
        when: conditions for answering it.
    """

    target: ArgumentRef
    when: Conditions = ()


@frozen
class Argument:
    """A kind of reason.

    Attributes:
        id: the word by which other entries name it.
        name: what it is called.
        short: its name where there is little room.
        case: what is said, in a sentence; or by side what each of them says.
        held_by: the sides that hold it.
        supports: a motion that bears one of these tags can be tabled with it.
        contradicts: arguments on the own record that it contradicts.
        attacks: the arguments that it may answer.
        source: paragraphs of the source that stand behind it.
        appeals: the value that it appeals to.
    """

    id: Id
    name: Title
    short: Short
    case: Remark | Mapping[SideRef, Remark]
    held_by: Annotated[tuple[SideRef, ...], Many(1, 2, once=True)]
    supports: Annotated[tuple[TagRef, ...], Many(0, 50, once=True)] = ()
    contradicts: Annotated[tuple[ArgumentRef, ...], Many(0, 200, once=True)] = ()
    attacks: Annotated[tuple[Attack, ...], Many(0, 200)] = ()
    source: Sources = ()
    appeals: ValueRef | None = None

    def said_by(self, side: str) -> str:
        """What a side that holds it says."""
        return self.case if isinstance(self.case, str) else self.case.get(side, "")


@frozen
class Drift:
    """What happens by itself at the close of a round.

    Attributes:
        id: the word by which journals name it.
        name: what happens, in a few words.
        when: the conditions under which it happens.
        effects: what is added to which track.
        source: paragraphs of the source that stand behind it.
    """

    id: Id
    name: Line
    when: Conditions
    effects: Effects
    source: Sources = ()


@frozen
class Objective:
    """Points for a side at the end of a game that did not collapse.

    Attributes:
        id: the word by which journals name it.
        side: the side that gets the points.
        name: what it is called.
        when: the conditions, read when the last round is over.
        points: what is added to the side's score.
        source: paragraphs of the source that stand behind it.
    """

    id: Id
    side: SideRef
    name: Title
    when: Conditions
    points: Level
    source: Sources = ()


@frozen
class Epilogue:
    """How an ending is told.

    Attributes:
        title: its heading.
        text: its text.
    """

    title: Title
    text: Text


@frozen
class Variant:
    """Another start: nothing else differs.

    Attributes:
        id: the word by which it is chosen.
        name: what it is called.
        about: what is different, and for whom it is.
        start: where the named tracks begin instead.
    """

    id: Id
    name: Title
    about: Remark
    start: Mapping[NumberRef, Level]


@frozen
class Paragraph:
    """A paragraph of the source, told in words of the scenario's own.

    Attributes:
        cite: how it is cited.
        text: what it argues.
    """

    cite: Cited
    text: Remark


@frozen
class Source:
    """The text whose argument a scenario plays.

    Attributes:
        title: its title.
        note: what it is, who wrote it, and how its paragraphs are cited.
        paragraphs: what it argues, one after the other; then nothing else of it is cited.
    """

    title: Line
    note: Remark
    paragraphs: Annotated[tuple[Paragraph, ...], Many(0, 100)] = ()


@frozen
class Scenario:
    """A whole game as data.

    Attributes:
        format: the version of the format that the file is written in.
        id: the word by which it is chosen; the name of its file without the ending.
        title: what it is called.
        summary: what it is about, in a sentence, for whoever chooses a scenario.
        opening: how it begins, for the players.
        rounds: how many rounds a game has.
        income: capital that each side gets at every close.
        source: the text whose argument it plays.
        sides: the two sides; the first has the first turn in odd rounds.
        tracks: the numbers that both sides share.
        ladder: what opens and closes the tiers of motions.
        consult: what consulting at home brings.
        debate: the numbers of a debate.
        payoff: what the endings are worth.
        motions: the joint steps.
        arguments: the kinds of reason.
        acts: what a side can do alone.
        headlines: the news that can come.
        drifts: what happens by itself at every close, in the order in which it applies.
        objectives: points at the end.
        epilogues: how each ending is told: bargain, frozen, collapse, ``<side>_alone``, and thaw
            if there is one.
        variants: other starts.
        doctrines: opponents by rules.
        characters: opponents that look ahead, of this scenario alone.
        recover: so many arguments, the longest spent first, each side gets back at every close.
        silence: when accepting without a word is held against a side.
        values: what arguments appeal to.
        mood: what the mood of the hour does.
        situations: what may be different from one game to the next.
        round_names: what the rounds are called, each in its turn.
        lines: what is said with an argument about a motion.
        press: what papers make of a debate.
        voice: the third party whose word on a motion or an act stands with it.
        aftermath: paragraphs after the epilogue.
    """

    format: Annotated[int, Whole(1, 1_000_000)]
    id: Id
    title: Title
    summary: Remark
    opening: Text
    rounds: Annotated[int, Whole(1, 100)]
    income: Count
    source: Source
    sides: tuple[Side, Side]
    tracks: Annotated[tuple[Track, ...], Many(1, 20)]
    ladder: Ladder
    consult: Consult
    debate: Debate
    payoff: Payoff
    motions: Annotated[tuple[Motion, ...], Many(1, 200)]
    arguments: Annotated[tuple[Argument, ...], Many(1, 200)]
    acts: Annotated[tuple[Act, ...], Many(0, 100)]
    headlines: Annotated[tuple[Headline, ...], Many(0, 500)]
    drifts: Annotated[tuple[Drift, ...], Many(0, 100)]
    objectives: Annotated[tuple[Objective, ...], Many(0, 100)]
    epilogues: Mapping[EndingRef, Epilogue]
    variants: Annotated[tuple[Variant, ...], Many(0, 50)] = ()
    doctrines: Annotated[tuple[Doctrine, ...], Many(0, 50)] = ()
    characters: Annotated[tuple[Character, ...], Many(0, 50)] = ()
    recover: Count = 0
    silence: Silence = field(factory=Silence)
    values: Annotated[tuple[Value, ...], Many(0, 20)] = ()
    mood: Mood = field(factory=Mood)
    situations: Annotated[tuple[Situation, ...], Many(0, 100)] = ()
    round_names: Annotated[tuple[Title, ...], Many(0, 100)] = ()
    lines: Annotated[tuple[Spoken, ...], Many(0, 2000)] = ()
    press: Annotated[tuple[Press, ...], Many(0, 500)] = ()
    voice: ThirdParty | None = None
    aftermath: Annotated[tuple[Aftermath, ...], Many(0, 200)] = ()

    def __repr__(self) -> str:
        return f"<Scenario {self.id}>"

    def round_name(self, number: int) -> str:
        """What a round is called; empty if it has no name."""
        return self.round_names[number - 1] if number <= len(self.round_names) else ""
