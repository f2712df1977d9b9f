#include "digest.h"

#include <string.h>

#include <sha2.h>

uint64_t digest_first_bytes_portable(const uint8_t *text, size_t length) {
  SHA2_CTX context;
  uint8_t digest[SHA256_DIGEST_LENGTH];
  SHA256Init(&context);
  SHA256Update(&context, text, length);
  SHA256Final(digest, &context);
  uint64_t first = 0;
  for (int i = 0; i < 8; i++) first = first << 8 | digest[i];
  return first;
}

#if defined(__x86_64__)

#include <immintrin.h>

static const uint32_t constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/// Works `count` blocks of 64 bytes into the state, which is held as ABEF and CDGH.
__attribute__((target("sha,sse4.1,ssse3")))
static void work_blocks(__m128i *abef, __m128i *cdgh, const uint8_t *blocks, size_t count) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  for (; count > 0; count--, blocks += 64) {
    __m128i first = *abef, second = *cdgh;
    __m128i words[4];
    for (int i = 0; i < 4; i++)
      words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(blocks + 16 * i)), order);
#pragma clang loop unroll(full)
    for (int round = 0; round < 16; round++) {
      __m128i current = words[round & 3];
      __m128i keyed = _mm_add_epi32(current, _mm_loadu_si128((const __m128i *)(constants + 4 * round)));
      second = _mm_sha256rnds2_epu32(second, first, keyed);
      first = _mm_sha256rnds2_epu32(first, second, _mm_shuffle_epi32(keyed, 0x0E));
      // The words sixteen places on take the place of these.
      __m128i last = words[(round + 3) & 3];
      __m128i next = _mm_sha256msg1_epu32(current, words[(round + 1) & 3]);
      next = _mm_add_epi32(next, _mm_alignr_epi8(last, words[(round + 2) & 3], 4));
      words[round & 3] = _mm_sha256msg2_epu32(next, last);
    }
    *abef = _mm_add_epi32(*abef, first);
    *cdgh = _mm_add_epi32(*cdgh, second);
  }
}

__attribute__((target("sha,sse4.1,ssse3")))
static uint64_t first_bytes_by_instructions(const uint8_t *text, size_t length) {
  // The initial state a b … h is 6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19.
  __m128i abef = _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c);
  __m128i cdgh = _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
  size_t whole = length / 64;
  work_blocks(&abef, &cdgh, text, whole);
  uint8_t last[128] = {0};
  size_t rest = length - whole * 64;
  memcpy(last, text + whole * 64, rest);
  last[rest] = 0x80;
  size_t blocks = rest < 56 ? 1 : 2;
  for (int i = 0; i < 8; i++) last[blocks * 64 - 1 - (size_t)i] = (uint8_t)((uint64_t)length * 8 >> (8 * i));
  work_blocks(&abef, &cdgh, last, blocks);
  return (uint64_t)(uint32_t)_mm_extract_epi32(abef, 3) << 32 | (uint32_t)_mm_extract_epi32(abef, 2);
}

uint64_t digest_first_bytes(const uint8_t *text, size_t length) {
  static int has_instructions = -1;
  int known = __atomic_load_n(&has_instructions, __ATOMIC_RELAXED);
  if (known < 0) {
    uint32_t a, b, c, d;
    __asm__("cpuid" : "=a"(a), "=b"(b), "=c"(c), "=d"(d) : "a"(7), "c"(0));
    known = (b >> 29 & 1) != 0 && __builtin_cpu_supports("sse4.1");
    __atomic_store_n(&has_instructions, known, __ATOMIC_RELAXED);
  }
  return known ? first_bytes_by_instructions(text, length) : digest_first_bytes_portable(text, length);
}

#else

uint64_t digest_first_bytes(const uint8_t *text, size_t length) { return digest_first_bytes_portable(text, length); }

#endif
