"""What is checked about the season's entries, and what of them comes round again."""
