"""What is written down: events as frozen dataclasses, scales with their ranges, words, and who may read."""
