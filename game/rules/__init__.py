"""The game itself: values and pure functions over a compiled scenario.

No clock, no file, no randomness: what Chance may draw is listed with weights, never drawn here.
"""

from game.rules.codec import decode, digest, encode
from game.rules.conditions import COUNT, ENDLESS, ROUND, TRACK, Clause, holds
from game.rules.consequence import Cause, Consequence, Rule, What
from game.rules.debate import floor_holder, grounded, player, standing
from game.rules.decision import (
    Decision,
    IllegalDecisionError,
    InvalidDecisionError,
    Kind,
    RulesError,
)
from game.rules.describe import describe
from game.rules.hour import Bundle
from game.rules.legal import act_price, attackers, chances, legal, ready, silence_price
from game.rules.masks import bits
from game.rules.play import Played, advance, charge, play, start
from game.rules.reasons import (
    Bar,
    Reason,
    attack_reasons,
    motion_price,
    motion_reasons,
    support_reasons,
    why_not,
)
from game.rules.rulebook import Rulebook
from game.rules.state import NOBODY, DebateState, Phase, State
from game.rules.verdict import BARGAIN, COLLAPSE, THAW, ScoreVerdict, Verdict, met, settled, verdict
from game.rules.version import OLDEST, VERSION

__all__ = [
    "BARGAIN",
    "COLLAPSE",
    "COUNT",
    "ENDLESS",
    "NOBODY",
    "OLDEST",
    "ROUND",
    "THAW",
    "TRACK",
    "VERSION",
    "Bar",
    "Bundle",
    "Cause",
    "Clause",
    "Consequence",
    "DebateState",
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
    "ScoreVerdict",
    "State",
    "Verdict",
    "What",
    "act_price",
    "advance",
    "attack_reasons",
    "attackers",
    "bits",
    "chances",
    "charge",
    "decode",
    "describe",
    "digest",
    "encode",
    "floor_holder",
    "grounded",
    "holds",
    "legal",
    "met",
    "motion_price",
    "motion_reasons",
    "play",
    "player",
    "ready",
    "settled",
    "silence_price",
    "standing",
    "start",
    "support_reasons",
    "verdict",
    "why_not",
]
