"""What one question about tests needs."""
