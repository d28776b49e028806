"""Finished files -> their recipients: into a folder as one step, or by mail; each told apart by what certainly arrived."""
