"""Names: finds persons who are named in open text, whole or in part, by words and characters."""
