"""The law: charges, administrative acts and judicial interpretations, each with its time."""
