"""The schema of the data interface: the facts of a case, and the models of the records."""
