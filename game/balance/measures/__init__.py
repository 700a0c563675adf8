"""What can be measured on matches, by the name under which properties ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.balance.measures import characters, debates, flow, results, uses
from game.balance.measures.measure import FigureOf, Measure, Sample, Unit, of_all

__all__ = ["MEASURES", "FigureOf", "Measure", "Sample", "Unit"]

MEASURES: Final[Mapping[str, tuple[Measure, Unit]]] = {
    "acts": (uses.acts, "share"),
    "alone": (of_all(results.alone), "share"),
    "answered": (of_all(debates.answered), "share"),
    "answered_forks": (of_all(debates.answered_forks), "share"),
    "ahead": (characters.ahead, "points"),
    "apart": (of_all(flow.apart), "number"),
    "argued": (of_all(debates.argued), "share"),
    "arguments": (uses.arguments, "share"),
    "branches": (uses.branches, "share"),
    "carried": (of_all(flow.carried), "number"),
    "carried_any": (of_all(flow.carried_any), "share"),
    "decided": (of_all(flow.decided), "share"),
    "each_alone": (results.each_alone, "share"),
    "each_ends": (characters.each_ends, "share"),
    "endings": (results.endings, "share"),
    "ends": (of_all(results.ends), "share"),
    "fares": (of_all(results.fares), "share"),
    "final": (results.final, "number"),
    "first_bits": (of_all(flow.first_bits), "bits"),
    "first_bits_within": (of_all(flow.first_bits_within), "bits"),
    "first_carried": (of_all(flow.first_carried), "share"),
    "gain": (of_all(results.gain), "points"),
    "half_time": (of_all(flow.half_time), "share"),
    "headlines": (uses.headlines, "share"),
    "home": (of_all(debates.home), "share"),
    "laurels": (of_all(results.laurels), "share"),
    "length": (of_all(flow.length), "number"),
    "mood": (of_all(debates.mood), "share"),
    "motions": (uses.motions, "share"),
    "named": (of_all(characters.named), "share"),
    "options": (uses.options, "share"),
    "payoff": (results.payoff, "points"),
    "payoff_share": (of_all(results.payoff_share), "share"),
    "place": (of_all(flow.place), "number"),
    "refused": (of_all(debates.refused), "share"),
    "rounds": (of_all(flow.rounds), "number"),
    "signed": (of_all(characters.signed), "share"),
    "signed_more": (of_all(characters.signed_more), "share"),
    "told_apart": (characters.told_apart, "share"),
}
"""By name the measure, and what its figures count."""
