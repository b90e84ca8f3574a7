"""The drawing of the pain journal and of the diary of progress."""
