"""Teaching the game: lessons as matches, and what occurs to somebody for the first time."""
