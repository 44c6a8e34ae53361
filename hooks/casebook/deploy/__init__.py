"""Serving a finished site, and verifying what is published."""
