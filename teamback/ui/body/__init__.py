"""The body map, and the words of an entry of the pain journal."""
