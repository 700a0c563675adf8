"""The laws of the house, read off the source."""
