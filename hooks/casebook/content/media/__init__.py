"""Media: the kinds of files that may be published beside the pages, and the texts in each."""
