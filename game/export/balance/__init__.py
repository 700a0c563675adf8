"""Reports on many matches: as text, and as a page."""
