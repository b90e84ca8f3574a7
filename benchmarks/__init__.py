"""What the product costs, measured side by side in one run: `uv run python -m benchmarks`."""
