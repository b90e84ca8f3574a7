"""The drawing of red flags, the banner and tasks."""
