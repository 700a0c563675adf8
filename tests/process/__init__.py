"""Where the game's processes import from, and what they touch."""
