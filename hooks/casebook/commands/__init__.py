"""The commands, one module each; `run` carries one out and returns its exit code."""
