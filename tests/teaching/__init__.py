"""Tests of lessons, and of what occurs to somebody for the first time."""
