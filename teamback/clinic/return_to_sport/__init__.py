"""Pathways as data, their criteria, and what stands between a decision about a stage and saving it."""
