"""A Report -> the bytes of a file; writers print and choose nothing."""
