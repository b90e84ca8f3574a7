"""The drawing of the check-in."""
