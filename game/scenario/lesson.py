"""Lessons: short pieces of a scenario, from a position that is there at once, with things to try.

A lesson takes nothing away: whatever is legal can be done in it, and what is done is answered.
Its match is a match like any other.
"""

from __future__ import annotations

from typing import Annotated, Literal

from game.scenario.doctrine import Way
from game.scenario.kinds import Many, Name, Verbatim, Whole, Words
from game.scenario.terms import (
    ArgumentRef,
    Conditions,
    Id,
    Line,
    MotionRef,
    RoundNumber,
    SideRef,
    Text,
    Title,
)
from game.value import frozen

Whose = Literal["learner", "other"]
"""Of the two sides of a lesson: the one that learns, or the one opposite."""

BoardPart = Literal["tracks", "dangers", "goals", "news", "ladder", "ceiling", "forks"]
"""A part of the board: the shared tracks; where they are dangerous; what each side wants in the
end; what is coming; the tiers of the ladder, with the track that opens them; the ceiling; which
motions rule each other out.
"""

Ruling = Literal[
    "carry",
    "silence",
    "floor",
    "mood",
    "contradiction",
    "decline",
    "walk_out",
    "withdraw",
    "act",
    "consult",
    "headline",
    "drift",
    "recover",
]
"""A rule by which something changed: a motion is carried, silence costs, the floor or the mood of
the hour pays, the record is contradicted, a motion is refused or taken off the table, an act or a
consultation has its effect, news strike, something happens by itself at the close of a round,
arguments come back.
"""


@frozen
class Happening:
    """Something that comes of one decision. All that is said of it has to be so.

    Attributes:
        way: the kind of decision.
        rule: a rule by which something changed.
        by: whose decision it was; of a rule alone, whose number changed.
        motion: the motion that was tabled or debated, or that the rule was about.
        argument: the argument that was played.
    """

    way: Way | None = None
    rule: Ruling | None = None
    by: Whose | None = None
    motion: MotionRef | None = None
    argument: ArgumentRef | None = None


Happenings = Annotated[tuple[Happening, ...], Many(0, 12)]


@frozen
class Instead:
    """What is said when the learner does something else.

    Attributes:
        said: the answer.
        happens: what is answered; one of these is enough.
        when: conditions on the position after it.
    """

    said: Annotated[str, Words(240, lines=True)]
    happens: Happenings = ()
    when: Conditions = ()


@frozen
class LessonStep:
    """Something to try. It is done when it happens, whichever step is in front.

    Attributes:
        id: the word by which it is named.
        task: what to try, in a sentence.
        said: what is said when it happens.
        happens: what has to happen; one of these is enough.
        when: conditions on the position after it.
        instead: answers to something else, each given once while this step is in front.
    """

    id: Id
    task: Annotated[str, Words(150)]
    said: Annotated[str, Words(240, lines=True)]
    happens: Happenings = ()
    when: Conditions = ()
    instead: Annotated[tuple[Instead, ...], Many(0, 8)] = ()


@frozen
class LessonEnd:
    """When a lesson is over. Any of it is enough; the end of the game is one, too.

    Attributes:
        after_round: it is over when this round is.
        when: it is over when all of these conditions hold.
    """

    after_round: RoundNumber
    when: Conditions = ()


@frozen
class Lesson:
    """A lesson.

    Attributes:
        id: the word by which it is chosen; the name of its file without the ending.
        place: its place among the lessons, from 1.
        name: what it is called.
        about: what it is about, for whoever chooses a lesson.
        goal: what it is for, in a sentence that is always in sight.
        minutes: about how many minutes it takes.
        scenario: the id of the scenario that is played.
        variant: the id of another start that the scenario offers.
        seed: what Chance draws from.
        learner: the side of whoever learns.
        opposite: the seat opposite, as for play.
        situation: how things stand when the learner begins.
        opening: decisions that are played before, of both sides; Chance draws by itself.
        board: the parts of the board that are shown besides motions, debate, scores and capital,
            as long as the lesson lasts; all of them if it is left out. Whoever asks is told all.
        steps: what to try.
        end: when it is over.
        learnt: what was learnt, for the last page.
    """

    id: Id
    place: Annotated[int, Whole(1, 100)]
    name: Title
    about: Line
    goal: Annotated[str, Words(66)]
    minutes: Annotated[int, Whole(1, 15)]
    scenario: Annotated[str, Name()]
    seed: Annotated[int, Whole(0, 2**53)]
    learner: SideRef
    opposite: Annotated[str, Words(80)]
    situation: Text
    steps: Annotated[tuple[LessonStep, ...], Many(1, 12)]
    end: LessonEnd
    learnt: Annotated[tuple[Annotated[str, Words(240, lines=True)], ...], Many(3, 5)]
    variant: Annotated[str, Name()] | None = None
    opening: Annotated[tuple[Annotated[str, Verbatim(100)], ...], Many(0, 60)] = ()
    board: Annotated[tuple[BoardPart, ...], Many(0, 7)] | None = None
