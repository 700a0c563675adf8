"""Tests of what only authors need."""
