"""The debates as an argument map in AIF, the Argument Interchange Format, as JSON.

What is held stands in I nodes: the motions, and what was said with the arguments. An RA node leads
from the claim to the motion that it supports, and one from a fact to what was said by it; a CA node
from an argument to the one that it attacks. What was said stands in L nodes, one for each turn; TA
nodes lead from turn to turn. YA nodes tie what was said to what is held: a turn asserts its words,
and the transition to it argues for the motion or disagrees with the words before. (F. Bex,
S. Modgil, H. Prakken, C. Reed, "On logical specifications of the Argument Interchange Format",
2013; members as AIFdb writes them.)
"""

from __future__ import annotations

from itertools import pairwise

from attrs import define, field

from game.export.escape import dumped
from game.export.exported_game import ExportedGame
from game.export.frameworks import chosen
from game.export.outline import OutlinedDebate
from game.match import Match
from game.text import line

_SCHEMES = {
    "RA": "Default Inference",
    "CA": "Default Conflict",
    "TA": "Default Transition",
}


def export(match: Match | ExportedGame, *, debate: int | None = None) -> str:
    """The debates of a match, as one map in which each is a part of its own.

    Args:
        match: the match.
        debate: the number of the only one to export, from 1.

    Raises:
        ExportError: there is no such debate.
    """
    game = ExportedGame.of(match)
    drawing = _Map(game, game.header.created.replace("T", " ").rstrip("Z"))
    for each in chosen(game, debate):
        drawing.add(each)
    people = [
        {"participantID": str(number), "firstname": line(side.name), "surname": ""}
        for number, side in enumerate(game.scenario.sides, 1)
    ]
    members = {
        "nodes": drawing.nodes,
        "edges": drawing.edges,
        "schemefulfillments": [],
        "descriptorfulfillments": [],
        "participants": people,
        "locutions": drawing.locutions,
    }
    return dumped(members, indent=1) + "\n"


@define
class _Map:
    """A map being drawn. Ids of nodes and of edges are numbers from 1, as text."""

    game: ExportedGame
    moment: str
    nodes: list[dict[str, str]] = field(factory=list)
    edges: list[dict[str, str | None]] = field(factory=list)
    locutions: list[dict[str, str | None]] = field(factory=list)

    def add(self, exchange: OutlinedDebate) -> None:
        """Draw a debate: the motion, then each argument with what it does to the one before."""
        motion, voice = self.game.scenario.motions[exchange.motion], self.game.voice
        held = self._held(f"{motion.name}. {motion.text}")
        said = self._said(exchange.speaker, voice.say("export.moves", motion=motion.name), held)
        for speech in exchange.speeches:
            before, held = held, self._held(speech.words)
            turn = self._said(speech.side, speech.words, held)
            scheme = self._scheme("CA" if speech.place else "RA")
            self._join(held, scheme, before)
            if speech.note:
                self._join(self._held(speech.note), self._scheme("RA"), held)
            change = self._scheme("TA")
            self._join(said, change, turn)
            self._tie(change, "Disagreeing" if speech.place else "Arguing", scheme)
            said = turn

    def _held(self, text: str) -> str:
        return self._node("I", line(text))

    def _said(self, side: int, text: str, held: str) -> str:
        """A turn that asserts something."""
        name = line(self.game.scenario.sides[side].name)
        node = self._node("L", f"{name} : {line(text)}")
        self._tie(node, "Asserting", held)
        self.locutions.append(
            {
                "nodeID": node,
                "personID": str(side + 1),
                "timestamp": self.moment,
                "start": None,
                "end": None,
                "source": None,
            }
        )
        return node

    def _tie(self, said: str, force: str, held: str) -> None:
        self._join(said, self._node("YA", force, force), held)

    def _scheme(self, kind: str) -> str:
        return self._node(kind, _SCHEMES[kind], _SCHEMES[kind])

    def _node(self, kind: str, text: str, scheme: str = "") -> str:
        name = str(len(self.nodes) + 1)
        node = {"nodeID": name, "text": text, "type": kind, "timestamp": self.moment}
        self.nodes.append(node | {"scheme": scheme} if scheme else node)
        return name

    def _join(self, *nodes: str) -> None:
        for one, other in pairwise(nodes):
            name = str(len(self.edges) + 1)
            self.edges.append({"edgeID": name, "fromID": one, "toID": other, "formEdgeID": None})
