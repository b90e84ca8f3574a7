"""The drawing of tests and questionnaires."""
