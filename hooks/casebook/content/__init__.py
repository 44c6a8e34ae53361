"""From files to a Library: reading, parsing and validating the editors' files."""
