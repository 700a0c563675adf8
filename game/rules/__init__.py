"""The game itself: values and pure functions over a compiled scenario.

No clock, no file, no randomness: what Chance may draw is listed with weights, never drawn here.
"""

from game.rules.codec import decode, digest, encode
from game.rules.consequence import Cause, Consequence, Rule, What
from game.rules.decision import (
    Decision,
    IllegalDecisionError,
    InvalidDecisionError,
    Kind,
    RulesError,
)
from game.rules.legal import chances, legal
from game.rules.play import Played, advance, charge, play, start
from game.rules.reasons import Bar, Reason, why_not
from game.rules.rulebook import Rulebook
from game.rules.state import NOBODY, Debate, Phase, State
from game.rules.verdict import Verdict, verdict
from game.rules.version import OLDEST, VERSION

__all__ = [
    "NOBODY",
    "OLDEST",
    "VERSION",
    "Bar",
    "Cause",
    "Consequence",
    "Debate",
    "Decision",
    "IllegalDecisionError",
    "InvalidDecisionError",
    "Kind",
    "Phase",
    "Played",
    "Reason",
    "Rule",
    "Rulebook",
    "RulesError",
    "State",
    "Verdict",
    "What",
    "advance",
    "chances",
    "charge",
    "decode",
    "digest",
    "encode",
    "legal",
    "play",
    "start",
    "verdict",
    "why_not",
]
