#include <string.h>

#include "bytes.h"
#include "scanner.h"

typedef uint8_t Bytes __attribute__((ext_vector_type(64)));
typedef bool Bits __attribute__((ext_vector_type(64)));

/// A bit for each of 64 bytes that a word can have: letters, digits, and what is not ASCII.
static inline uint64_t word_bytes(const uint8_t *at) {
  Bytes bytes;
  memcpy(&bytes, at, sizeof bytes);
  Bytes letters = (bytes | (uint8_t)0x20) - (uint8_t)'a';
  Bytes digits = bytes - (uint8_t)'0';
  Bits bits = __builtin_convertvector((letters < (uint8_t)26) | (digits < (uint8_t)10) | (bytes > (uint8_t)0x7F), Bits);
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

/// Whether a run is the s of a possessive.
static inline int is_possessive(const uint8_t *text, size_t start, size_t end) {
  return end - start == 1 && start > 0 && (text[start] | 0x20) == 's' &&
         (text[start - 1] == '\'' || text[start - 1] == '`');
}

/// What is done with each run of bytes that is a word: its number, and where it stands.
typedef void (*PutRun)(void *to, const uint8_t *text, size_t number, ByteRun run);

/// Calls `put` for each word of a text. Returns how many there are.
static inline __attribute__((always_inline)) size_t find_runs(const uint8_t *text, size_t length, PutRun put, void *to) {
  size_t count = 0;
  uint64_t before = 0;
  uint32_t start = 0;
  for (size_t block = 0; block < length; block += 64) {
    uint64_t mask = word_bytes(text + block);
    if (length - block < 64) mask &= ((uint64_t)1 << (length - block)) - 1;
    // A bit wherever a run starts, or ended one byte before.
    uint64_t edges = mask ^ (mask << 1 | before);
    before = mask >> 63;
    while (edges) {
      size_t place = block + (size_t)__builtin_ctzll(edges);
      edges &= edges - 1;
      if (mask >> (place - block) & 1) {
        start = (uint32_t)place;
      } else if (!is_possessive(text, start, place)) {
        put(to, text, count++, (ByteRun){start, (uint32_t)place});
      }
    }
  }
  if (before && !is_possessive(text, start, length)) put(to, text, count++, (ByteRun){start, (uint32_t)length});
  return count;
}

static inline void put_run(void *to, const uint8_t *text, size_t number, ByteRun run) {
  (void)text;
  ((ByteRun *)to)[number] = run;
}

size_t word_runs(const uint8_t *text, size_t length, ByteRun *runs) { return find_runs(text, length, put_run, runs); }

/// Where words are looked up, and where what they are looked up by is put.
typedef struct {
  const WordForm *table;
  uint64_t mask;
  WordProbe *probes;
} WordTable;

static inline void put_probe(void *to, const uint8_t *text, size_t number, ByteRun run) {
  WordTable *words = to;
  // Sixteen bytes from here on are as many ones as the word has bytes, and zeros after them.
  static const uint8_t ones[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  uint32_t length = run.end - run.start;
  const uint8_t *mask = ones + 16 - (length < 16 ? length : 16);
  uint64_t low = load(text + run.start) & load(mask);
  uint64_t high = load(text + run.start + 8) & load(mask + 8);
  uint64_t hash = word_hash(low, high);
  words->probes[number] = (WordProbe){low, high, hash, run};
  __builtin_prefetch(words->table + (hash & words->mask), 0, 3);
}

size_t word_probes(const WordForm *table, uint64_t mask, const uint8_t *text, size_t length, WordProbe *probes) {
  WordTable words = {table, mask, probes};
  return find_runs(text, length, put_probe, &words);
}

size_t word_stems(const WordForm *table, uint64_t mask, const WordProbe *probes, size_t count, uint32_t *stems) {
  size_t unknown = 0;
  for (size_t number = 0; number < count; number++) {
    const WordProbe *probe = probes + number;
    uint32_t stem = 0;
    if (probe->run.end - probe->run.start <= 16) {
      const WordForm *form = table + (probe->hash & mask);
      while (form->stem && ((form->low ^ probe->low) | (form->high ^ probe->high))) {
        form = form == table + mask ? table : form + 1;
      }
      stem = form->stem;
    }
    stems[number] = stem;
    unknown += stem == 0 || stem == UINT32_MAX;
  }
  return unknown;
}

/// How many bytes the character at `at` has; 0 where it is none (the Unicode Standard, table 3-7).
static size_t character_length(const uint8_t *at, size_t left) {
  uint8_t first = at[0];
  if (first < 0x80) return 1;
  size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || left < length) return 0;
  uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (at[1] < least || at[1] > most) return 0;
  for (size_t i = 2; i < length; i++) {
    if ((at[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

int is_utf8(const uint8_t *text, size_t length) {
  for (size_t at = 0; at < length;) {
    uint64_t word = 0;
    if (length - at >= 8) {
      memcpy(&word, text + at, sizeof word);
      if (!(word & 0x8080808080808080)) {
        at += 8;
        continue;
      }
    }
    size_t bytes = character_length(text + at, length - at);
    if (bytes == 0) return 0;
    at += bytes;
  }
  return 1;
}
