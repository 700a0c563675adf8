"""Playing a journal's events again, and checking every one of them.

A decision must be legal, be taken by whoever decides, lead to the digest that was written, and,
where Chance decided, be what the generator draws.
"""

from __future__ import annotations

from collections.abc import Callable

from game.match.books import rulebook
from game.match.errors import SaveError
from game.match.event import Decided, Event
from game.match.intent import ByMaxim, Intent, fault_of
from game.match.record import Record
from game.match.scan import Damage
from game.match.timeline import Timeline, begin
from game.match.tree import Tree
from game.match.trouble import faults_of
from game.rules import IllegalDecisionError, Phase, RulesError, digest, legal, play
from game.scenario import ScenarioError
from game.text import shown
from game.value import frozen


@frozen
class ReplayFault:
    """Where a journal first differs from what the rules make of it.

    Attributes:
        field: the member that differs: ``who``, ``decision``, ``digest`` of the position after
            it, or what was meant, ``maxim`` or ``expected``.
        expected: what should stand there.
        found: what stands there.
    """

    field: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, found {self.found}"


def replay(timeline: Timeline, event: Decided) -> ReplayFault | None:
    """Play one event again at the end of a timeline, or tell what does not fit."""
    book, state = timeline.book, timeline.state
    if state.phase is Phase.END:
        return ReplayFault("decision", "none, the game is over", shown(event.decision))
    if event.who != timeline.who():
        return ReplayFault("who", timeline.who(), shown(event.who))
    decision = book.decisions.get(event.decision)
    if decision is None:
        return _not_legal(timeline, event)
    if state.phase is Phase.DRAW and decision != (drawn := timeline.draw()):
        if decision not in legal(book, state):
            return _not_legal(timeline, event)
        return ReplayFault("decision", f"{drawn}, which the generator draws", decision.text)
    try:
        after, consequences = play(book, state, decision)
    except IllegalDecisionError:
        return _not_legal(timeline, event)
    if event.digest != (right := digest(book, after)):
        return ReplayFault("digest", right, shown(event.digest))
    if (intent := event.intent) is not None and (wrong := fault_of(book, intent)) is not None:
        return ReplayFault(_member(intent), "what the scenario has", wrong)
    timeline.extend(decision, after, consequences, reason=event.reason, intent=intent)
    return None


def _member(intent: Intent) -> str:
    return "maxim" if isinstance(intent, ByMaxim) else "expected"


def _not_legal(timeline: Timeline, event: Decided) -> ReplayFault:
    options = legal(timeline.book, timeline.state)
    known = options[0].text if len(options) == 1 else f"one of {len(options)} legal decisions"
    return ReplayFault("decision", known, shown(event.decision))


@frozen
class Reenacted:
    """A journal, played again as far as it is good.

    Attributes:
        tree: the variations with their positions.
        events: the good events.
        head: the ``h`` of the last good line.
        damage: where and how the journal goes wrong, if it does.
        fault: what exactly differs, if it is good lines that the rules disagree with.
    """

    tree: Tree
    events: tuple[Event, ...]
    head: str
    damage: Damage | None = None
    fault: ReplayFault | None = None

    @property
    def timeline(self) -> Timeline:
        """The variation that was played last."""
        return self.tree.timeline


def reenact(record: Record, where: str, *, heed: Callable[[], None] = lambda: None) -> Reenacted:
    """Play a journal again from its start. ``heed`` is called between events.

    Raises:
        SaveError: the scenario in its first line cannot be used.
    """
    header = record.header
    try:
        book = rulebook(header.text, f"{where}:1", header.variant)
    except (ScenarioError, RulesError) as error:
        raise SaveError(
            f"{where}:1: the scenario in this save cannot be used: {faults_of(error)}"
        ) from error
    if book.scenario.id != header.scenario:
        raise SaveError(f"{where}:1: the scenario in this save is not {header.scenario}")
    if header.rules < book.rules:
        raise SaveError(
            f"{where}:1: the save says that it was played by rules {header.rules}, and its "
            f"scenario needs rules {book.rules}"
        )
    tree = Tree.begin(begin(book, header.seed), header)
    for at, event in enumerate(record.events):
        heed()
        if isinstance(event, Decided):
            if (fault := replay(tree.timeline, event)) is not None:
                damage = Damage(at + 2, f"the line does not agree with the rules: {fault}")
                return Reenacted(tree, record.events[:at], record.heads[at], damage, fault)
            tree.asked = None
        elif (wrong := tree.take(event)) is not None:
            damage = Damage(at + 2, f"the line does not fit what came before: {wrong}")
            return Reenacted(tree, record.events[:at], record.heads[at], damage)
    return Reenacted(tree, record.events, record.head, record.damage)
