"""What a text's language tells of it: sentences, words, names, numerals."""
