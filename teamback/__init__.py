"""teamback: squad readiness, low back and return to sport for the medical staff of a team."""
