"""From the text of a bulletin to drafts: its parts are told apart, and what it states is read."""
