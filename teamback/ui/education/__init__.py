"""The drawing of what is told to an athlete: education cards, and answers to reports."""
