"""Words as such: what may be shown, how wide it is, how it is quoted and escaped."""

from game.text.door import clean, faulty, line
from game.text.quoting import cut, shown

__all__ = ["clean", "cut", "faulty", "line", "shown"]
