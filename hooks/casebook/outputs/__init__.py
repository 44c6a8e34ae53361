"""Outputs: the published files other than pages, one module for each kind."""
