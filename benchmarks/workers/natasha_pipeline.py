"""Texts on stdin, a JSON line each -> seconds that natasha's full pipeline took, and the peak memory so far.

Full as its own documentation has it: sentences, tokens, morphology, lemmas, syntax, names normalised and taken apart, sums of money, dates.
"""

import json
import resource
import sys
import time

from natasha import (
    PER,
    DatesExtractor,
    Doc,
    MoneyExtractor,
    MorphVocab,
    NamesExtractor,
    NewsEmbedding,
    NewsMorphTagger,
    NewsNERTagger,
    NewsSyntaxParser,
    Segmenter,
)

segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
persons, dates, money = NamesExtractor(vocabulary), DatesExtractor(vocabulary), MoneyExtractor(vocabulary)


def run(text):
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_morph(morphology)
    doc.parse_syntax(syntax)
    doc.tag_ner(names)
    for token in doc.tokens:
        token.lemmatize(vocabulary)
    for span in doc.spans:
        span.normalize(vocabulary)
        if span.type == PER:
            span.extract_fact(persons)
    return doc, list(money(text)), list(dates(text))


for line in sys.stdin:
    text = json.loads(line)
    started = time.perf_counter()
    run(text)
    print(json.dumps([time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]), flush=True)
