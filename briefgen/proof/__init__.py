"""Finished files against their brief and its sources: read back, compared word by word and figure by figure."""
