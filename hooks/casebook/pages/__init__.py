"""From a Library to pages: which pages there are, where they stand and what they show."""
