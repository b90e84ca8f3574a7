"""The drawing of sessions, one by one and of a whole squad."""
