"""Review -> evidence.html: one page that needs no network and no server."""
