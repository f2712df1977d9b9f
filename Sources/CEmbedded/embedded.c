#include "embedded.h"

/// Defines the function that gives a file: its name, and the bytes that have been embedded before.
#define EMBEDDED(bytes, name) \
  EmbeddedFile embedded_##bytes(void) { return (EmbeddedFile){name, bytes, sizeof bytes}; }

static const unsigned char vocabulary[] = {
#embed "Data/world.vocabulary" if_empty(0)
};
EMBEDDED(vocabulary, "world.vocabulary")

static const unsigned char page_parts[] = {
#embed "Data/page-parts.txt" if_empty(0)
};
EMBEDDED(page_parts, "page-parts.txt")

static const unsigned char leftovers[] = {
#embed "Data/leftovers.txt" if_empty(0)
};
EMBEDDED(leftovers, "leftovers.txt")

static const unsigned char topics[] = {
#embed "Data/topics.txt" if_empty(0)
};
EMBEDDED(topics, "topics.txt")

static const unsigned char opposites[] = {
#embed "Data/opposites.txt" if_empty(0)
};
EMBEDDED(opposites, "opposites.txt")

static const unsigned char cues[] = {
#embed "Data/cues.txt" if_empty(0)
};
EMBEDDED(cues, "cues.txt")

static const unsigned char confidence[] = {
#embed "Data/confidence.txt" if_empty(0)
};
EMBEDDED(confidence, "confidence.txt")

// The models are read as whole words where they stand.
_Alignas(16) static const unsigned char english_lemmas[] = {
#embed "Data/english.lemmas" if_empty(0)
};
EMBEDDED(english_lemmas, "english.lemmas")

_Alignas(32) static const unsigned char english_network[] = {
#embed "Data/english.network" if_empty(0)
};
EMBEDDED(english_network, "english.network")

static const unsigned char english_tokens[] = {
#embed "Data/english.tokens" if_empty(0)
};
EMBEDDED(english_tokens, "english.tokens")

static const unsigned char english_factuality[] = {
#embed "Data/english.factuality" if_empty(0)
};
EMBEDDED(english_factuality, "english.factuality")

static const unsigned char name_words[] = {
#embed "Data/name-words.txt" if_empty(0)
};
EMBEDDED(name_words, "name-words.txt")

// Read in rows of eight bytes where it stands.
_Alignas(16) static const unsigned char english_names[] = {
#embed "Data/english.names" if_empty(0)
};
EMBEDDED(english_names, "english.names")

static const unsigned char page_style[] = {
#embed "Data/page.css" if_empty(0)
};
EMBEDDED(page_style, "page.css")

static const unsigned char page_script[] = {
#embed "Data/page.js" if_empty(0)
};
EMBEDDED(page_script, "page.js")

// Read as whole words where it stands.
_Alignas(16) static const unsigned char labels[] = {
#embed "Data/labels.font" if_empty(0)
};
EMBEDDED(labels, "labels.font")

static EmbeddedFile (*const files[])(void) = {
  embedded_vocabulary,
  embedded_page_parts,
  embedded_leftovers,
  embedded_topics,
  embedded_opposites,
  embedded_cues,
  embedded_confidence,
  embedded_english_lemmas,
  embedded_english_network,
  embedded_english_tokens,
  embedded_english_factuality,
  embedded_name_words,
  embedded_english_names,
  embedded_page_style,
  embedded_page_script,
  embedded_labels,
};

size_t embedded_file_count(void) { return sizeof files / sizeof files[0]; }

EmbeddedFile embedded_file(size_t index) { return files[index](); }
