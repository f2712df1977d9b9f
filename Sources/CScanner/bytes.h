#ifndef BYTES_H
#define BYTES_H

#include <stdint.h>
#include <string.h>

/// Eight bytes, the first one lowest.
static inline uint64_t load(const uint8_t *at) {
  uint64_t word;
  memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

#endif
