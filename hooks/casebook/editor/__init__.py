"""Drafts: the Markdown files of a bulletin and its cases, written for an editor to complete."""
