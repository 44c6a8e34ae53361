"""Everything that is published beside the pages: one module for each kind of output."""
