"""Readers: a module a format, each from the bytes of a file to a document."""
