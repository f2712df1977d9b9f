#include <string.h>

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

size_t word_runs(const uint8_t *text, size_t length, ByteRun *runs) {
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
        runs[count++] = (ByteRun){start, (uint32_t)place};
      }
    }
  }
  if (before && !is_possessive(text, start, length)) runs[count++] = (ByteRun){start, (uint32_t)length};
  return count;
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
