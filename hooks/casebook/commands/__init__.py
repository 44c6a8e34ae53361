"""The commands, one module each; `run` executes it and returns its exit code."""
