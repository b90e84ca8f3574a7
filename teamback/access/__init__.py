"""Accounts, sign-in, and the way from a person to a Scope."""
