// The data files that the binary carries, read in place: no file has to be found at run time.
#ifndef HEARSAY_EMBEDDED_H
#define HEARSAY_EMBEDDED_H

#include <stddef.h>

/// A file's name, and its bytes as they stand in the binary.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} EmbeddedFile;

/// Data/leftovers.txt: lines of web pages that are no part of an article.
EmbeddedFile embedded_leftovers(void);

/// Data/page-parts.txt: how web pages mark what is no part of their article.
EmbeddedFile embedded_page_parts(void);

/// Data/world.vocabulary: places, organisations and people with their aliases.
EmbeddedFile embedded_vocabulary(void);

/// Data/topics.txt: the tree of topics, and which relations and nouns are of which.
EmbeddedFile embedded_topics(void);

/// Data/opposites.txt: which relations say the same, and which cannot both hold.
EmbeddedFile embedded_opposites(void);

/// Data/cues.txt: the words by which claims are read.
EmbeddedFile embedded_cues(void);

/// Data/confidence.txt: by how much what makes a sentence hard to read lessens the odds that a claim is right.
EmbeddedFile embedded_confidence(void);

/// Data/english.lemmas: the lemma rules of English (see Language/Lemmas/Lemmatizer).
EmbeddedFile embedded_english_lemmas(void);

/// Data/english.network: the network that tags and parses English (see Language/Neural/NetworkShape).
EmbeddedFile embedded_english_network(void);

/// Data/english.factuality: what each feature of a predicate says of its factuality (see Claims/Certainty).
EmbeddedFile embedded_english_factuality(void);

/// Data/english.tokens: abbreviations, prefixes and the like, for the tokenizer.
EmbeddedFile embedded_english_tokens(void);

/// Data/name-words.txt: given names, titles and other words by which names are known.
EmbeddedFile embedded_name_words(void);

/// Data/english.names: the weights of the name tagger (see Language/Names/NameWeights).
EmbeddedFile embedded_english_names(void);

/// Data/page.css and Data/page.js: how pages look, and what their buttons do (see Output/Page).
EmbeddedFile embedded_page_style(void);
EmbeddedFile embedded_page_script(void);

/// Data/labels.font: the letters of pictures that a terminal is sent as pixels, a TrueType font (see Output/Picture).
EmbeddedFile embedded_labels(void);

/// How many files there are.
size_t embedded_file_count(void);

/// The file at `index`, less than their number.
EmbeddedFile embedded_file(size_t index);

#endif
