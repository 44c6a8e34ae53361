"""Proceedings: the stages and steps of a case, and the phrases of bulletins that state them."""
