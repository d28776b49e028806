"""Scene: a sentence with the actors that it names and those named before it, as the rules for partners look around in it."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import words
from briefgen.naming.actors import ActorMention, mentions_within


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the actors that it names and those named before it."""

    document: Document
    sentence: Sentence
    mentions: tuple[ActorMention, ...]
    earlier: tuple[ActorMention, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def inside(self, first: int, last: int) -> tuple[ActorMention, ...]:
        """The mentions that begin within a range of tokens."""
        if first >= last:
            return ()
        start, stop = self.tokens[first].start, self.tokens[last - 1].stop
        return mentions_within(self.mentions, start, stop)

    def at(self, index: int) -> ActorMention | None:
        """The mention that covers a token."""
        token = self.tokens[index]
        return next((mention for mention in self.mentions if mention.start < token.stop and token.start < mention.stop), None)

    def is_house(self, mention: ActorMention) -> bool:
        """Whether unnamed people of an actor do something: «в Пекине предложили», «в Еврокомиссии заявили»."""
        first = self.first_token(mention)
        return first > 0 and self.tokens[first - 1].text.lower() in words(self.document.language, "grammar", "house")

    def first_token(self, mention: ActorMention) -> int:
        """The index of a mention's first token."""
        return next(index for index, token in enumerate(self.tokens) if token.stop > mention.start)

    def last_token(self, mention: ActorMention) -> int:
        """The index of a mention's last token."""
        return max(index for index, token in enumerate(self.tokens) if token.start < mention.stop)
