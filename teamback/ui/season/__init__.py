"""The drawing of the season: phases, upkeep, reviews, surveillance."""
