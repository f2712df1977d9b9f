// SHA-256 (FIPS 180-4) of short texts, by the processor's own instructions where it has them.
#ifndef HEARSAY_DIGEST_H
#define HEARSAY_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/// The first eight bytes of the digest of `length` bytes, the first one highest.
uint64_t digest_first_bytes(const uint8_t *text, size_t length);

/// The same by the portable way alone, which the tests hold against it.
uint64_t digest_first_bytes_portable(const uint8_t *text, size_t length);

#endif
