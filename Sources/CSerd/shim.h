#include <serd/serd.h>
#include <stdio.h>

/// Writes what is wrong into `text`, which has room for `size` bytes. Returns how many there would be.
static inline int serd_error_words(const SerdError *error, char *text, size_t size) {
  return vsnprintf(text, size, error->fmt, *error->args);
}
