#include "embedded.h"

static const unsigned char vocabulary[] = {
#embed "Data/world.vocabulary" if_empty(0)
};

static const unsigned char page_parts[] = {
#embed "Data/page-parts.txt" if_empty(0)
};

EmbeddedFile embedded_page_parts(void) { return (EmbeddedFile){page_parts, sizeof page_parts}; }

static const unsigned char leftovers[] = {
#embed "Data/leftovers.txt" if_empty(0)
};

EmbeddedFile embedded_leftovers(void) { return (EmbeddedFile){leftovers, sizeof leftovers}; }
EmbeddedFile embedded_vocabulary(void) { return (EmbeddedFile){vocabulary, sizeof vocabulary}; }

static const unsigned char topics[] = {
#embed "Data/topics.txt" if_empty(0)
};

EmbeddedFile embedded_topics(void) { return (EmbeddedFile){topics, sizeof topics}; }

static const unsigned char opposites[] = {
#embed "Data/opposites.txt" if_empty(0)
};

EmbeddedFile embedded_opposites(void) { return (EmbeddedFile){opposites, sizeof opposites}; }

static const unsigned char cues[] = {
#embed "Data/cues.txt" if_empty(0)
};

EmbeddedFile embedded_cues(void) { return (EmbeddedFile){cues, sizeof cues}; }

static const unsigned char confidence[] = {
#embed "Data/confidence.txt" if_empty(0)
};

EmbeddedFile embedded_confidence(void) { return (EmbeddedFile){confidence, sizeof confidence}; }

// The models are read as whole words where they stand.
_Alignas(16) static const unsigned char english_lemmas[] = {
#embed "Data/english.lemmas" if_empty(0)
};

EmbeddedFile embedded_english_lemmas(void) { return (EmbeddedFile){english_lemmas, sizeof english_lemmas}; }

_Alignas(32) static const unsigned char english_network[] = {
#embed "Data/english.network" if_empty(0)
};

EmbeddedFile embedded_english_network(void) { return (EmbeddedFile){english_network, sizeof english_network}; }

static const unsigned char english_tokens[] = {
#embed "Data/english.tokens" if_empty(0)
};

EmbeddedFile embedded_english_tokens(void) { return (EmbeddedFile){english_tokens, sizeof english_tokens}; }

static const unsigned char english_factuality[] = {
#embed "Data/english.factuality" if_empty(0)
};

EmbeddedFile embedded_english_factuality(void) {
  return (EmbeddedFile){english_factuality, sizeof english_factuality};
}

static const unsigned char name_words[] = {
#embed "Data/name-words.txt" if_empty(0)
};

EmbeddedFile embedded_name_words(void) { return (EmbeddedFile){name_words, sizeof name_words}; }

// Read in rows of eight bytes where it stands.
_Alignas(16) static const unsigned char english_names[] = {
#embed "Data/english.names" if_empty(0)
};

EmbeddedFile embedded_english_names(void) { return (EmbeddedFile){english_names, sizeof english_names}; }

static const unsigned char page_style[] = {
#embed "Data/page.css" if_empty(0)
};

EmbeddedFile embedded_page_style(void) { return (EmbeddedFile){page_style, sizeof page_style}; }

static const unsigned char page_script[] = {
#embed "Data/page.js" if_empty(0)
};

EmbeddedFile embedded_page_script(void) { return (EmbeddedFile){page_script, sizeof page_script}; }
