"""The drawing of programmes and of what was done."""
