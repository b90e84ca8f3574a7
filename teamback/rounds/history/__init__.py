"""Who wrote and who opened what of whom, and whether the chain holds."""
