"""What is read and judged about the low back over weeks: the squad, one diary, weekly health problems."""
