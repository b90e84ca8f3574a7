"""What is counted over days: pure numpy functions over [athlete, day] arrays where NaN is unknown."""
