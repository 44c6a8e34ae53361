"""From files to a Library: everything that reads and understands the editors' files."""
