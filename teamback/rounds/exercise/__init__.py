"""What one question about programmes needs."""
