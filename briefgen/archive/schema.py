"""The tables of the archive, as steps from one schema version to the next. A step is never changed once released; a new one is added.

A step may call `packed`, which makes of a text what `briefgen.archive.packing` does.
"""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE inbox (
      path TEXT PRIMARY KEY, stamp TEXT NOT NULL, received TEXT NOT NULL, reason TEXT NOT NULL, code TEXT NOT NULL,
      articles TEXT NOT NULL, period TEXT
    ) WITHOUT ROWID;
    CREATE TABLE articles (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, published TEXT NOT NULL, received TEXT NOT NULL, story TEXT NOT NULL,
      signature TEXT NOT NULL, extraction TEXT NOT NULL
    );
    CREATE INDEX articles_by_day ON articles (published);
    CREATE INDEX articles_by_story ON articles (story);
    CREATE TABLE shingles (
      hash INTEGER NOT NULL, day TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      PRIMARY KEY (hash, day, article)
    ) WITHOUT ROWID;
    CREATE INDEX shingles_by_article ON shingles (article);
    CREATE TABLE issues (
      period TEXT PRIMARY KEY, series TEXT NOT NULL, start TEXT NOT NULL, stop TEXT NOT NULL, number TEXT NOT NULL,
      folder TEXT NOT NULL, brief TEXT NOT NULL, inputs TEXT NOT NULL, files TEXT NOT NULL, counts TEXT NOT NULL
    );
    CREATE INDEX issues_by_day ON issues (series, stop);
    CREATE TABLE issued (
      series TEXT NOT NULL, article TEXT NOT NULL, period TEXT NOT NULL REFERENCES issues (period), role TEXT NOT NULL,
      PRIMARY KEY (series, article)
    ) WITHOUT ROWID;
    CREATE INDEX issued_by_period ON issued (period);
    CREATE TABLE facts (
      series TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, stop TEXT NOT NULL, article TEXT NOT NULL, fact TEXT NOT NULL,
      period TEXT NOT NULL REFERENCES issues (period), data TEXT NOT NULL,
      PRIMARY KEY (series, kind, key, stop, article, fact)
    ) WITHOUT ROWID;
    CREATE INDEX facts_by_period ON facts (period, kind);
    CREATE TABLE deliveries (
      period TEXT NOT NULL REFERENCES issues (period), recipient TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
      error TEXT NOT NULL,
      PRIMARY KEY (period, recipient)
    ) WITHOUT ROWID;
    """,
    # 2: texts are packed, what waits for an issue has a table of its own, and facts of one key have a rank (of an interest: its stage), so
    # that no look-up of a week reads more as the archive grows.
    """
    UPDATE articles SET extraction = packed(extraction);
    UPDATE issues SET brief = packed(brief);
    ALTER TABLE facts ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
    UPDATE facts SET rank = CASE json_extract(data, '$.stage')
      WHEN 'planned' THEN 1 WHEN 'agreed' THEN 2 WHEN 'funded' THEN 3 WHEN 'under_way' THEN 4 WHEN 'done' THEN 5 ELSE 0 END
      WHERE kind = 'interest';
    CREATE INDEX facts_by_rank ON facts (series, kind, key, rank, stop);
    CREATE TABLE waiting (
      series TEXT NOT NULL, day TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      PRIMARY KEY (series, day, article)
    ) WITHOUT ROWID;
    INSERT INTO waiting (series, day, article)
      SELECT kinds.series, published, id
      FROM articles CROSS JOIN (SELECT 'week' AS series UNION SELECT 'month' UNION SELECT 'period') AS kinds
      WHERE NOT EXISTS (SELECT 1 FROM issued WHERE issued.series = kinds.series AND issued.article = articles.id);
    CREATE INDEX waiting_by_article ON waiting (article);
    CREATE INDEX issues_by_start ON issues (series, start);
    CREATE INDEX inbox_by_period ON inbox (period) WHERE reason != '';
    """,
)
