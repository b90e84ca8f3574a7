"""The drawing of an athlete's story."""
