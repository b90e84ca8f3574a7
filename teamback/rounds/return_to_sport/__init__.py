"""What one question about cases needs: their record, their review, the board, a move."""
