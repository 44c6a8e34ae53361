"""Places of China: today's divisions, former names with what became of them, and zones."""
