"""All texts for people: on the command line, on pages, and in problems."""
