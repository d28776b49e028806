"""Issues in the archive: what was reported when, the facts that later issues are compared with, and where deliveries stand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefgen.archive.packing import packed, unpacked
from briefgen.archive.queries import transaction
from briefgen.archive.records import Delivery, Issue, KnownFact

_COLUMNS = "period, series, start, stop, number, folder, inputs, files, counts"
_FACTS = "kind, key, period, stop, article, fact, data, rank"


class Issues:
    """The archive's side of what was issued."""

    connection: sqlite3.Connection

    def issue(self, period: str) -> Issue | None:
        """The issue of a period, if there is one."""
        row = self.connection.execute(f"SELECT {_COLUMNS} FROM issues WHERE period = ?", (period,)).fetchone()
        return _issue(row) if row else None

    def brief(self, period: str) -> str:
        """The brief of an issue as JSON."""
        return unpacked(self.connection.execute("SELECT brief FROM issues WHERE period = ?", (period,)).fetchone()[0])

    def issues(self) -> tuple[Issue, ...]:
        """All issues in order of time."""
        return tuple(map(_issue, self.connection.execute(f"SELECT {_COLUMNS} FROM issues ORDER BY stop, period")))

    def issues_before(self, series: str, day: str, *, most: int) -> tuple[Issue, ...]:
        """The last issues of a series whose period ended before a day, the latest first."""
        query = f"SELECT {_COLUMNS} FROM issues WHERE series = ? AND stop < ? ORDER BY stop DESC LIMIT ?"
        return tuple(map(_issue, self.connection.execute(query, (series, day, most))))

    def first_day(self, series: str) -> str | None:
        """The first day of the first issue of a series."""
        found: str | None = self.connection.execute("SELECT min(start) FROM issues WHERE series = ?", (series,)).fetchone()[0]
        return found

    def days_of(self, series: str, article: str) -> str:
        """The days of the issue that holds an article, as an ISO interval; empty where none does."""
        query = "SELECT start || '/' || stop FROM issued JOIN issues USING (period) WHERE issued.series = ? AND article = ?"
        row = self.connection.execute(query, (series, article)).fetchone()
        return str(row[0]) if row else ""

    def roles(self, period: str) -> dict[str, str]:
        """The names of the articles of an issue, with the part that each plays; of one whose text was dropped, its id."""
        query = "SELECT coalesce(name, article), role FROM issued LEFT JOIN articles ON id = article WHERE period = ? ORDER BY 1"
        return dict(self.connection.execute(query, (period,)))

    def keep_issue(
        self,
        issue: Issue,
        brief: str,
        articles: Mapping[str, str],
        facts: Iterable[KnownFact],
        recipients: Iterable[str],
        told: Iterable[str],
    ) -> None:
        """An issue with its brief (JSON), its articles (by id, with the part each plays), its facts, the deliveries that it asks for, and
        the files set aside that it tells of, as one transaction."""
        with transaction(self.connection):
            values = (issue.period, issue.series, issue.start, issue.stop, issue.number, issue.folder)
            mappings = (issue.inputs, issue.files, issue.counts)
            row = (*values, *(json.dumps(dict(mapping), ensure_ascii=False) for mapping in mappings))
            self.connection.execute(f"INSERT INTO issues ({_COLUMNS}, brief) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, packed(brief)))
            self.connection.executemany(
                "INSERT INTO issued (series, article, period, role) VALUES (?, ?, ?, ?)",
                ((issue.series, article, issue.period, role) for article, role in articles.items()),
            )
            self.connection.executemany("DELETE FROM waiting WHERE series = ? AND article = ?", ((issue.series, id) for id in articles))
            self.connection.executemany(
                f"INSERT OR IGNORE INTO facts (series, {_FACTS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((issue.series, *_fact_row(fact)) for fact in facts),
            )
            self.connection.executemany(
                "INSERT INTO deliveries (period, recipient, state, attempts, error) VALUES (?, ?, 'pending', 0, '')",
                ((issue.period, recipient) for recipient in recipients),
            )
            self.connection.executemany("UPDATE inbox SET period = ? WHERE path = ?", ((issue.period, path) for path in told))

    def latest(self, series: str, kind: str, keys: Iterable[str], *, before: str) -> dict[str, tuple[KnownFact, ...]]:
        """The facts of each key in the last issue that ended before a day and has it; earlier ones are not read."""
        query = (
            f"SELECT {_FACTS} FROM facts WHERE series = :series AND kind = :kind AND key = :key AND stop = "
            "(SELECT max(stop) FROM facts WHERE series = :series AND kind = :kind AND key = :key AND stop < :before) "
            "ORDER BY period DESC, article DESC, fact DESC"
        )
        return self._by_key(query, series, kind, keys, before)

    def furthest(self, series: str, kind: str, keys: Iterable[str], *, before: str) -> dict[str, tuple[KnownFact, ...]]:
        """The fact of the highest rank of each key in issues that ended before a day, the latest of several."""
        query = (
            f"SELECT {_FACTS} FROM facts INDEXED BY facts_by_rank "
            "WHERE series = :series AND kind = :kind AND key = :key AND stop < :before "
            "ORDER BY rank DESC, stop DESC, article DESC, fact DESC LIMIT 1"
        )
        return self._by_key(query, series, kind, keys, before)

    def _by_key(self, query: str, series: str, kind: str, keys: Iterable[str], before: str) -> dict[str, tuple[KnownFact, ...]]:
        values = {"series": series, "kind": kind, "before": before}
        found = {key: tuple(map(_fact, self.connection.execute(query, values | {"key": key}))) for key in sorted(set(keys))}
        return {key: facts for key, facts in found.items() if facts}

    def facts_of(self, period: str, kind: str) -> tuple[KnownFact, ...]:
        """The facts of one kind that an issue holds."""
        query = f"SELECT {_FACTS} FROM facts WHERE period = ? AND kind = ? ORDER BY key, article, fact"
        return tuple(map(_fact, self.connection.execute(query, (period, kind))))

    def between(self, series: str, kind: str, first: str, last: str, *, before: str) -> tuple[KnownFact, ...]:
        """The facts of one kind whose key (a day) lies between two, in issues that ended before a day."""
        query = f"SELECT {_FACTS} FROM facts WHERE series = ? AND kind = ? AND key BETWEEN ? AND ? AND stop < ? ORDER BY key, stop, fact"
        return tuple(map(_fact, self.connection.execute(query, (series, kind, first, last, before))))

    def deliveries(self, period: str | None = None) -> tuple[Delivery, ...]:
        """Where the deliveries of an issue stand, or those of all issues."""
        chosen, values = ("WHERE period = ?", (period,)) if period else ("", ())
        query = f"SELECT period, recipient, state, attempts, error FROM deliveries {chosen} ORDER BY period, recipient"
        return tuple(Delivery(*row) for row in self.connection.execute(query, values))

    def set_delivery(self, delivery: Delivery) -> None:
        """Where a delivery stands now, as one transaction."""
        with transaction(self.connection):
            self.connection.execute(
                "INSERT INTO deliveries (period, recipient, state, attempts, error) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (period, recipient) "
                "DO UPDATE SET state = excluded.state, attempts = excluded.attempts, error = excluded.error",
                (delivery.period, delivery.recipient, delivery.state, delivery.attempts, delivery.error),
            )


def _issue(row: Sequence[str]) -> Issue:
    period, series, start, stop, number, folder, inputs, files, counts = row
    return Issue(period, series, start, stop, number, folder, json.loads(inputs), json.loads(files), json.loads(counts))


def _fact(row: Sequence[Any]) -> KnownFact:
    kind, key, period, stop, article, fact, data, rank = row
    return KnownFact(kind, key, period, stop, article, fact, json.loads(data), rank)


def _fact_row(fact: KnownFact) -> tuple[str | int, ...]:
    data = json.dumps(dict(fact.data), ensure_ascii=False)
    return (fact.kind, fact.key, fact.period, fact.stop, fact.article, fact.fact, data, fact.rank)
