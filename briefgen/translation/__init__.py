"""Fixed phrases and translated passages from PO files."""
