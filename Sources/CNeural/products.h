// The innermost loop: up to six rows of activations times a panel of sixteen outputs, in whole numbers.
#include <string.h>

#include "neural.h"

#if !defined(WITH_AVX2) && defined(__SSE2__)
#include <emmintrin.h>
#endif

#define INLINE inline __attribute__((always_inline))

enum { tile_rows = 6, panel_outputs = 16 };

/// Two activations side by side.
static INLINE int32_t pair(const int16_t *values) {
  int32_t both;
  memcpy(&both, values, sizeof both);
  return both;
}

#if defined(WITH_AVX2)

static INLINE void tile(size_t rows, size_t depth, const int16_t *inputs, size_t stride, const int8_t *weights,
                        int32_t *sums, size_t sum_stride) {
  __m256i low[tile_rows], high[tile_rows];
  for (size_t r = 0; r < rows; r++) low[r] = high[r] = _mm256_setzero_si256();
  for (size_t k = 0; k < depth; k += 2, weights += 2 * panel_outputs) {
    __m256i first = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)weights));
    __m256i second = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(weights + 16)));
    for (size_t r = 0; r < rows; r++) {
      __m256i input = _mm256_set1_epi32(pair(inputs + r * stride + k));
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(input, first));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(input, second));
    }
  }
  for (size_t r = 0; r < rows; r++) {
    _mm256_storeu_si256((__m256i *)(sums + r * sum_stride), low[r]);
    _mm256_storeu_si256((__m256i *)(sums + r * sum_stride + 8), high[r]);
  }
}

#elif defined(__SSE2__)

static INLINE void tile(size_t rows, size_t depth, const int16_t *inputs, size_t stride, const int8_t *weights,
                        int32_t *sums, size_t sum_stride) {
  for (size_t half = 0; half < panel_outputs; half += 8) {
    __m128i low[tile_rows], high[tile_rows];
    for (size_t r = 0; r < rows; r++) low[r] = high[r] = _mm_setzero_si128();
    for (size_t k = 0; k < depth; k += 2) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(weights + k * panel_outputs + 2 * half));
      __m128i signs = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
      __m128i first = _mm_unpacklo_epi8(bytes, signs), second = _mm_unpackhi_epi8(bytes, signs);
      for (size_t r = 0; r < rows; r++) {
        __m128i input = _mm_set1_epi32(pair(inputs + r * stride + k));
        low[r] = _mm_add_epi32(low[r], _mm_madd_epi16(input, first));
        high[r] = _mm_add_epi32(high[r], _mm_madd_epi16(input, second));
      }
    }
    for (size_t r = 0; r < rows; r++) {
      _mm_storeu_si128((__m128i *)(sums + r * sum_stride + half), low[r]);
      _mm_storeu_si128((__m128i *)(sums + r * sum_stride + half + 4), high[r]);
    }
  }
}

#else

static INLINE void tile(size_t rows, size_t depth, const int16_t *inputs, size_t stride, const int8_t *weights,
                        int32_t *sums, size_t sum_stride) {
  for (size_t r = 0; r < rows; r++) {
    int32_t *row = sums + r * sum_stride;
    memset(row, 0, panel_outputs * sizeof *row);
    for (size_t k = 0; k < depth; k += 2)
      for (size_t j = 0; j < panel_outputs; j++)
        row[j] += inputs[r * stride + k] * weights[k * panel_outputs + 2 * j] +
                  inputs[r * stride + k + 1] * weights[k * panel_outputs + 2 * j + 1];
  }
}

#endif

static void products(size_t rows, size_t depth, const int16_t *inputs, size_t stride, const int8_t *weights,
                     int32_t *sums, size_t sum_stride) {
  switch (rows) {
    case 6: tile(6, depth, inputs, stride, weights, sums, sum_stride); break;
    case 5: tile(5, depth, inputs, stride, weights, sums, sum_stride); break;
    case 4: tile(4, depth, inputs, stride, weights, sums, sum_stride); break;
    case 3: tile(3, depth, inputs, stride, weights, sums, sum_stride); break;
    case 2: tile(2, depth, inputs, stride, weights, sums, sum_stride); break;
    default: tile(1, depth, inputs, stride, weights, sums, sum_stride); break;
  }
}
