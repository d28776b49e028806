"""What was read and what was issued, over time: one SQLite file (articles, issues, their facts, deliveries, what was set aside)."""

from __future__ import annotations

from briefgen.archive.archive import Archive, open_archive
from briefgen.archive.records import Delivery, InboxFile, Issue, KnownFact, Stored

__all__ = ["Archive", "Delivery", "InboxFile", "Issue", "KnownFact", "Stored", "open_archive"]
