"""From a finished build to what is published."""
