"""The drawing of cases, stages and moves."""
