"""Who and what is meant -> its name: countries, people, bodies, posts."""
