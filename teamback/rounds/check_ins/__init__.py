"""What a check-in asks of one athlete on a day, and how its answers are kept together."""
