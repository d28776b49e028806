"""Values -> the words of official papers: numbers, units, dates, typography."""
