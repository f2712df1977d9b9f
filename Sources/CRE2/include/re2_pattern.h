// Regular expressions in linear time, by RE2.
//
// Nothing here throws, prints or keeps what it is given.
#ifndef HEARSAY_RE2_PATTERN_H
#define HEARSAY_RE2_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern.
typedef struct RE2Pattern RE2Pattern;

/// Compiles a pattern of `length` bytes of UTF-8. Null where there is no memory; a pattern that is wrong has a fault.
RE2Pattern *_Nullable re2_pattern_create(const uint8_t *_Nullable text, size_t length);

/// Frees a pattern.
void re2_pattern_destroy(RE2Pattern *_Nonnull pattern);

/// What is wrong with a pattern, as long as it lives; null where nothing is.
const char *_Nullable re2_pattern_fault(const RE2Pattern *_Nonnull pattern);

/// Whether a pattern is found anywhere in a text. May be called by several threads at once.
bool re2_pattern_matches(const RE2Pattern *_Nonnull pattern, const uint8_t *_Nullable text, size_t length);

#ifdef __cplusplus
}
#endif

#endif
