"""Exercises, sport profiles, and the rules of a programme."""
