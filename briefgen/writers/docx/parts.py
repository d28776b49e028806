"""The parts of one draft while it is written, on those of its letterhead."""

from __future__ import annotations

import posixpath
from itertools import count

from briefgen.writers.docx.markup import part
from briefgen.writers.docx.opc import OFFICE, ROOT, Relation, content_types, next_number, relations_name, relations_part
from briefgen.writers.docx.opened import Opened
from briefgen.writers.docx.package import CONTENT_TYPES, Content, pack, packed_again


class Parts:
    """What goes into the file of a draft. Names are those of the file, or begin at the folder of the document."""

    def __init__(self, letterhead: Opened) -> None:
        self.letterhead = letterhead
        self.document = letterhead.document.name
        self._contents: dict[str, Content] = dict(letterhead.parts)
        self._types = dict(letterhead.types)
        self._relations = {start: list(letterhead.relations[start]) for start in (ROOT, self.document)}
        self._next = {start: next_number(relations) for start, relations in self._relations.items()}
        self._links: dict[str, str] = {}

    def put(self, name: str, content: Content) -> None:
        """The content of a part that the letterhead has."""
        self._contents[name] = content

    def add(self, name: str, content_type: str, content: Content, kind: str, *, start: str | None = None) -> str:
        """A new part, related to the document or to the part `start`; the id of the relationship. A kind without an address is one of
        Office's."""
        start = self.document if start is None else self._place(start) if start else ROOT
        place = self._place(name)
        self._contents[place], self._types[place] = content, content_type
        return self._relate(start, kind, place)

    def link(self, address: str) -> str:
        """The relationship that leads to an address elsewhere; the same for the same address."""
        if address not in self._links:
            self._links[address] = self._relate(self.document, "hyperlink", address, is_external=True)
        return self._links[address]

    def free_number(self, pattern: str) -> int:
        """The lowest number with which no part has the name of a pattern: `media/image{}.png`."""
        return next(number for number in count(1) if self._place(pattern.format(number)) not in self._contents)

    def packed(self) -> bytes:
        """The bytes of the file."""
        for start, relations in self._relations.items():
            content = part(relations_part(start, relations))
            self._contents[relations_name(start)] = content if start == self.document else packed_again(content)
        self._contents[CONTENT_TYPES] = part(content_types(self._types))
        return pack(self._contents)

    def _place(self, name: str) -> str:
        return name[1:] if name.startswith("/") else posixpath.join(posixpath.dirname(self.document), name)

    def _relate(self, start: str, kind: str, target: str, *, is_external: bool = False) -> str:
        relations = self._relations.setdefault(start, [])
        number = self._next.get(start, 1)
        self._next[start] = number + 1
        relations.append(Relation(f"rId{number}", kind if "/" in kind else f"{OFFICE}/{kind}", target, is_external))
        return f"rId{number}"
