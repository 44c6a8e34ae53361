"""From the text of a bulletin to drafts: splits it into cases and extracts their facts."""
