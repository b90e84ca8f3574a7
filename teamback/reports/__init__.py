"""What leaves the product: the board for the command line, and rows as CSV."""
