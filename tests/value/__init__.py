"""Tests of words as such."""
