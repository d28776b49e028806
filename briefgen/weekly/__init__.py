"""The recurring job: the inbox into the archive, a period's articles out of it, and what changed since the issues before."""
