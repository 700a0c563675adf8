"""Tests of what a scenario is and how one is read."""
