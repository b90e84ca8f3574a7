"""Tests and questionnaires: what they are, what they say, and what their error is."""
