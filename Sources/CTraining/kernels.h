// The body of both builds: vectors of eight, which the compiler turns into what the target has.
#include <string.h>

#include "training.h"

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"  // vectors are passed only to functions that are inlined

typedef float Eight __attribute__((vector_size(32)));
typedef float LooseEight __attribute__((vector_size(32), aligned(4)));
typedef int EightInts __attribute__((vector_size(32)));

#define INLINE inline __attribute__((always_inline))
#define LOAD(pointer) (*(const LooseEight *)(pointer))
#define STORE(pointer, value) (*(LooseEight *)(pointer) = (value))
#define FUSED(a, b, c) __builtin_elementwise_fma(a, b, c)
#define ALL(x) ((Eight){x, x, x, x, x, x, x, x})

enum { panel_rows = 6, panel_columns = 16, depth_block = 256, block_rows = 96 };

static void pack(size_t depth, size_t columns, TrainingOperand matrix, float *packed) {
  for (size_t panel = 0; panel < columns; panel += panel_columns) {
    size_t width = columns - panel < panel_columns ? columns - panel : panel_columns;
    for (size_t k = 0; k < depth; k++, packed += panel_columns) {
      const float *row = matrix.start + k * matrix.row + panel * matrix.column;
      for (size_t j = 0; j < width; j++) packed[j] = row[j * matrix.column];
      for (size_t j = width; j < panel_columns; j++) packed[j] = 0;
    }
  }
}

/// Adds the product of up to six rows and a panel of sixteen columns to `sum`.
static INLINE void tile(size_t rows, size_t width, size_t depth, const float *left, size_t row, size_t column,
                        const float *panel, float *sum, size_t stride) {
  Eight low[panel_rows], high[panel_rows];
  for (size_t i = 0; i < rows; i++) low[i] = high[i] = ALL(0);
  for (size_t k = 0; k < depth; k++) {
    Eight first = LOAD(panel + k * panel_columns), second = LOAD(panel + k * panel_columns + 8);
    for (size_t i = 0; i < rows; i++) {
      float factor = left[i * row + k * column];
      low[i] = FUSED(ALL(factor), first, low[i]);
      high[i] = FUSED(ALL(factor), second, high[i]);
    }
  }
  for (size_t i = 0; i < rows; i++) {
    float *target = sum + i * stride;
    if (width == panel_columns) {
      STORE(target, LOAD(target) + low[i]);
      STORE(target + 8, LOAD(target + 8) + high[i]);
    } else {
      float edge[panel_columns];
      STORE(edge, low[i]);
      STORE(edge + 8, high[i]);
      for (size_t j = 0; j < width; j++) target[j] += edge[j];
    }
  }
}

static void any_tile(size_t rows, size_t width, size_t depth, const float *left, size_t row, size_t column,
                     const float *panel, float *sum, size_t stride) {
  switch (rows) {
    case 6: tile(6, width, depth, left, row, column, panel, sum, stride); break;
    case 5: tile(5, width, depth, left, row, column, panel, sum, stride); break;
    case 4: tile(4, width, depth, left, row, column, panel, sum, stride); break;
    case 3: tile(3, width, depth, left, row, column, panel, sum, stride); break;
    case 2: tile(2, width, depth, left, row, column, panel, sum, stride); break;
    default: tile(1, width, depth, left, row, column, panel, sum, stride); break;
  }
}

/// Multiplies a block of at most `block_rows` rows and `depth_block` of depth with all panels.
static void multiply_block(size_t rows, size_t columns, size_t block, size_t depth, TrainingOperand left,
                           const float *packed, float *sum, size_t stride) {
  float lines[block_rows * depth_block];
  size_t row = left.row, column = left.column, next_panel = panel_rows * left.row;
  if (column != 1) {  // distant numbers: bring six rows of each column together
    for (size_t i = 0; i < rows; i++)
      for (size_t k = 0; k < block; k++)
        lines[(i / panel_rows * block + k) * panel_rows + i % panel_rows] = left.start[i * row + k * column];
    left.start = lines;
    row = 1;
    column = panel_rows;
    next_panel = panel_rows * block;
  }
  for (size_t j = 0; j < columns; j += panel_columns) {
    size_t width = columns - j < panel_columns ? columns - j : panel_columns;
    const float *start = left.start;
    for (size_t i = 0; i < rows; i += panel_rows, start += next_panel)
      any_tile(rows - i < panel_rows ? rows - i : panel_rows, width, block, start, row, column, packed + j * depth,
               sum + i * stride + j, stride);
  }
}

static void multiply(size_t rows, size_t columns, size_t depth, TrainingOperand left, const float *packed, float *sum,
                     size_t stride) {
  for (size_t k = 0; k < depth; k += depth_block) {
    size_t block = depth - k < depth_block ? depth - k : depth_block;
    for (size_t i = 0; i < rows; i += block_rows) {
      TrainingOperand part = {left.start + i * left.row + k * left.column, left.row, left.column};
      multiply_block(rows - i < block_rows ? rows - i : block_rows, columns, block, depth, part,
                     packed + k * panel_columns, sum + i * stride, stride);
    }
  }
}

/// e to the power of x, to about one unit in the last place, for x in -87 to 88.
static INLINE Eight exponential(Eight x) {
  const Eight shift = ALL(12582912.0f);
  x = __builtin_elementwise_min(__builtin_elementwise_max(x, ALL(-87.0f)), ALL(88.0f));
  Eight whole = FUSED(x, ALL(1.44269504f), shift) - shift;
  Eight rest = FUSED(whole, ALL(-0.693359375f), x);
  rest = FUSED(whole, ALL(2.12194440e-4f), rest);
  Eight power = ALL(1.9875691500e-4f);
  power = FUSED(power, rest, ALL(1.3981999507e-3f));
  power = FUSED(power, rest, ALL(8.3334519073e-3f));
  power = FUSED(power, rest, ALL(4.1665795894e-2f));
  power = FUSED(power, rest, ALL(1.6666665459e-1f));
  power = FUSED(power, rest, ALL(5.0000001201e-1f));
  power = FUSED(power, rest * rest, rest) + ALL(1.0f);
  EightInts bits = (__builtin_convertvector(whole, EightInts) + 127) << 23;
  return power * (Eight)bits;
}

static INLINE Eight logistic(Eight x) { return ALL(1.0f) / (ALL(1.0f) + exponential(-x)); }

static INLINE Eight hyperbolic_tangent(Eight x) { return FUSED(ALL(2.0f), logistic(x + x), ALL(-1.0f)); }

static void lstm_forward(size_t rows, size_t continued, size_t size, float *gates, const float *before, float *cells,
                         float *outputs, size_t output_stride) {
  for (size_t r = 0; r < rows; r++) {
    float *gate = gates + r * 4 * size;
    for (size_t j = 0; j < size; j += 8) {
      Eight input = logistic(LOAD(gate + j)), forget = logistic(LOAD(gate + size + j));
      Eight content = hyperbolic_tangent(LOAD(gate + 2 * size + j)), output = logistic(LOAD(gate + 3 * size + j));
      Eight cell = input * content;
      if (r < continued) cell = FUSED(forget, LOAD(before + r * size + j), cell);
      STORE(gate + j, input);
      STORE(gate + size + j, forget);
      STORE(gate + 2 * size + j, content);
      STORE(gate + 3 * size + j, output);
      STORE(cells + r * size + j, cell);
      STORE(outputs + r * output_stride + j, output * hyperbolic_tangent(cell));
    }
  }
}

static void lstm_backward(size_t rows, size_t continued, size_t size, float *gates, const float *before,
                          const float *cells, const float *output_slopes, float *cell_slopes) {
  const Eight one = ALL(1.0f);
  for (size_t r = 0; r < rows; r++) {
    float *gate = gates + r * 4 * size;
    for (size_t j = 0; j < size; j += 8) {
      Eight input = LOAD(gate + j), forget = LOAD(gate + size + j);
      Eight content = LOAD(gate + 2 * size + j), output = LOAD(gate + 3 * size + j);
      Eight squashed = hyperbolic_tangent(LOAD(cells + r * size + j));
      Eight slope = LOAD(output_slopes + r * size + j);
      Eight cell_slope = FUSED(slope * output, one - squashed * squashed, LOAD(cell_slopes + r * size + j));
      Eight previous = r < continued ? LOAD(before + r * size + j) : ALL(0);
      STORE(gate + j, cell_slope * content * input * (one - input));
      STORE(gate + size + j, cell_slope * previous * forget * (one - forget));
      STORE(gate + 2 * size + j, cell_slope * input * (one - content * content));
      STORE(gate + 3 * size + j, slope * squashed * output * (one - output));
      STORE(cell_slopes + r * size + j, cell_slope * forget);
    }
  }
}

static void add(size_t count, float factor, const float *source, float *target) {
  for (size_t i = 0; i < count; i++) target[i] = __builtin_fmaf(factor, source[i], target[i]);
}

static void scale(size_t count, const float *factors, float *target) {
  for (size_t i = 0; i < count; i++) target[i] *= factors[i];
}

static void rectify(size_t count, const float *factors, float *values) {
  for (size_t i = 0; i < count; i++) values[i] = (values[i] < 0 ? 0.1f * values[i] : values[i]) * factors[i];
}

static void rectify_backward(size_t count, const float *factors, const float *values, float *slopes) {
  for (size_t i = 0; i < count; i++) slopes[i] *= (values[i] < 0 ? 0.1f : 1.0f) * factors[i];
}

static double cross_entropy(size_t count, size_t expected, float factor, float *scores) {
  float highest = scores[0], right = scores[expected];
  for (size_t i = 1; i < count; i++) highest = scores[i] > highest ? scores[i] : highest;
  double sum = 0;
  for (size_t i = 0; i < count; i += 8) {
    float part[8] = {0};
    size_t width = count - i < 8 ? count - i : 8;
    memcpy(part, scores + i, width * sizeof(float));
    STORE(part, exponential(LOAD(part) - ALL(highest)));
    for (size_t j = 0; j < width; j++) sum += part[j];
    memcpy(scores + i, part, width * sizeof(float));
  }
  float share = (float)(factor / sum);
  for (size_t i = 0; i < count; i++) scores[i] *= share;
  scores[expected] -= factor;
  return __builtin_log(sum) + highest - right;
}

static size_t highest(size_t count, const float *scores) {
  size_t best = 0;
  for (size_t i = 1; i < count; i++) best = scores[i] > scores[best] ? i : best;
  return best;
}

static void match(size_t count, size_t size, const float *pairs, const float *vector, float *scores) {
  for (size_t i = 0; i < count; i++, pairs += size) {
    Eight sum = ALL(0);
    for (size_t j = 0; j < size; j += 8) sum = FUSED(LOAD(pairs + j), LOAD(vector + j), sum);
    scores[i] += ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
  }
}

static void match_backward(size_t count, size_t size, float *pairs, const float *vector, const float *score_slopes,
                           float *vector_slopes) {
  for (size_t i = 0; i < count; i++, pairs += size) {
    Eight slope = ALL(score_slopes[i]);
    for (size_t j = 0; j < size; j += 8) {
      STORE(vector_slopes + j, FUSED(slope, LOAD(pairs + j), LOAD(vector_slopes + j)));
      STORE(pairs + j, slope * LOAD(vector + j));
    }
  }
}

static double squares(size_t count, const float *values) {
  double sums[8] = {0};
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (size_t j = 0; j < 8; j++) sums[j] = __builtin_fma((double)values[i + j], (double)values[i + j], sums[j]);
  for (; i < count; i++) sums[0] = __builtin_fma((double)values[i], (double)values[i], sums[0]);
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

static void adam(size_t count, float factor, float rate, float correction, const float *slopes, float *restrict first,
                 float *restrict second, float *restrict weights) {
  for (size_t i = 0; i < count; i++) {
    float slope = slopes[i] * factor;
    first[i] = __builtin_fmaf(0.9f, first[i], 0.1f * slope);
    second[i] = __builtin_fmaf(0.95f, second[i], 0.05f * (slope * slope));
    weights[i] -= rate * first[i] / (__builtin_sqrtf(second[i] * correction) + 1e-8f);
  }
}

const TrainingKernels KERNEL_TABLE = {
    pack,          multiply, lstm_forward, lstm_backward,  add,     scale, rectify, rectify_backward,
    cross_entropy, highest,  match,        match_backward, squares, adam,
};
