"""The drawing of people, calendar and rules."""
