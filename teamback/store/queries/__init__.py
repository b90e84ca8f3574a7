"""Every question that is asked of the store, each with the Scope of who asks and what was known when."""
