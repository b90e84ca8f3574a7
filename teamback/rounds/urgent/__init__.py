"""What one question about red flags and tasks needs."""
