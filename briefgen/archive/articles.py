"""Articles in the archive: what the inbox held, what was read from it, what was set aside, and which words were seen before."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from briefgen.archive.packing import packed, unpacked
from briefgen.archive.queries import batches, marks, transaction
from briefgen.archive.records import SERIES, InboxFile, Stored

_COLUMNS = "id, name, published, received, story, signature, extraction"
_IS_ISSUED = f"EXISTS (SELECT 1 FROM issued WHERE series IN ({', '.join(map(repr, SERIES))}) AND article = articles.id)"


class Articles:
    """The archive's side of the inbox."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def stamps(self) -> dict[str, str]:
        """Each file of the inbox that was dealt with, by path, with its stamp then."""
        return dict(self.connection.execute("SELECT path, stamp FROM inbox"))

    def keep_file(self, file: InboxFile, *, replaces: bool) -> None:
        """A file of the inbox that was dealt with, as one transaction. With `replaces` the articles of an earlier version
        go, unless an issue has them: a file that was corrected before it was reported counts once."""
        with transaction(self.connection):
            row = self.connection.execute("SELECT articles FROM inbox WHERE path = ?", (file.path,)).fetchone()
            gone = set(json.loads(row[0])) - set(file.articles) if row and replaces else set()
            for id in sorted(gone):
                self.connection.execute(f"DELETE FROM articles WHERE id = ? AND NOT {_IS_ISSUED}", (id,))
            self.connection.execute(
                "INSERT OR REPLACE INTO inbox (path, stamp, received, reason, code, articles) VALUES (?, ?, ?, ?, ?, ?)",
                (file.path, file.stamp, file.received, file.reason, file.code, json.dumps(file.articles)),
            )

    def keep_article(self, article: Stored) -> None:
        """An article with what it says, as one transaction; one that is there already stays as it is."""
        row = (article.id, article.name, article.published, article.received, article.story)
        values = (*row, json.dumps(article.signature, ensure_ascii=False), packed(json.dumps(article.extraction, ensure_ascii=False)))
        with transaction(self.connection):
            made = self.connection.execute(f"INSERT OR IGNORE INTO articles ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
            if made.rowcount:
                shingles = ((number, article.published, article.id) for number in article.shingles)
                self.connection.executemany("INSERT OR IGNORE INTO shingles (hash, day, article) VALUES (?, ?, ?)", shingles)
                self._wait(article)

    def _wait(self, article: Stored) -> None:
        """The article waits for an issue of each series, unless one had it (its text may have been dropped since)."""
        unless = "WHERE NOT EXISTS (SELECT 1 FROM issued WHERE series = ? AND article = ?)"
        rows = ((series, article.published, article.id, series, article.id) for series in SERIES)
        self.connection.executemany(f"INSERT INTO waiting (series, day, article) SELECT ?, ?, ? {unless}", rows)

    def has_article(self, id: str) -> bool:
        """Whether an article with these words is kept."""
        return self.connection.execute("SELECT 1 FROM articles WHERE id = ?", (id,)).fetchone() is not None

    def alike(self, shingles: Iterable[int], *, since: str, until: str) -> tuple[str, ...]:
        """Ids of the articles of these days that share sampled shingles, those that share most first."""
        shared: Counter[str] = Counter()
        for some in batches(sorted(set(shingles))):
            query = f"SELECT article FROM shingles WHERE hash IN ({marks(some)}) AND day BETWEEN ? AND ?"
            shared.update(row[0] for row in self.connection.execute(query, (*some, since, until)))
        return tuple(sorted(shared, key=lambda id: (-shared[id], id)))

    def articles(self, ids: Iterable[str]) -> tuple[Stored, ...]:
        """The articles of these ids, in order of publication."""
        rows: list[Stored] = []
        for some in batches(sorted(set(ids))):
            rows += map(_stored, self.connection.execute(f"SELECT {_COLUMNS} FROM articles WHERE id IN ({marks(some)})", some))
        return tuple(sorted(rows, key=lambda row: (row.published, row.name, row.id)))

    def stories(self, stories: Iterable[str], *, series: str, before: str) -> dict[str, list[tuple[str, ...]]]:
        """The signatures of the articles of some stories that issues of the series up to the day `before` reported, by story."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for some in batches(sorted(set(stories))):
            query = (
                "SELECT story, signature FROM articles CROSS JOIN issued ON issued.article = articles.id CROSS JOIN issues USING (period) "
                f"WHERE issued.series = ? AND issues.stop < ? AND story IN ({marks(some)})"  # CROSS: in this order, from the few stories
            )
            for story, signature in self.connection.execute(query, (series, before, *some)):
                found.setdefault(story, []).append(tuple(json.loads(signature)))
        return found

    def waiting(self, series: str, *, since: str, until: str) -> tuple[str, ...]:
        """Ids of the articles published in these days that no issue of the series holds."""
        query = "SELECT article FROM waiting WHERE series = ? AND day BETWEEN ? AND ? ORDER BY day, article"
        return tuple(row[0] for row in self.connection.execute(query, (series, since, until)))

    def set_aside(self, period: str | None = None) -> tuple[InboxFile, ...]:
        """The files that could not be used: those that no issue has told of yet, or those that the issue of a period told of."""
        chosen, values = ("period = ?", (period,)) if period else ("period IS NULL", ())
        query = f"SELECT path, stamp, received, reason, code FROM inbox WHERE reason != '' AND {chosen} ORDER BY path"
        return tuple(InboxFile(*row) for row in self.connection.execute(query, values))

    def forget(self, before: str) -> int:
        """Drop the texts of articles published before a day (retention), unless no issue holds them yet; how many there were."""
        with transaction(self.connection):
            return self.connection.execute(f"DELETE FROM articles WHERE published < ? AND {_IS_ISSUED}", (before,)).rowcount


def _stored(row: tuple[Any, ...]) -> Stored:
    id, name, published, received, story, signature, extraction = row
    return Stored(id, name, published, received, story, tuple(json.loads(signature)), json.loads(unpacked(extraction)))
