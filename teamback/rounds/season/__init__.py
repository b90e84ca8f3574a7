"""What one question about the season needs: phases, upkeep, what is due, and what it all came to."""
