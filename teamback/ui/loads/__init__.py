"""The drawing of load."""
