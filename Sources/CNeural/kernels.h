// The body of both builds. Vectors of eight numbers become what the target has.
#include <string.h>

#include "neural.h"
#include "products.h"

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"  // vectors are passed only to functions that are inlined

typedef float Eight __attribute__((vector_size(32)));
typedef float LooseEight __attribute__((vector_size(32), aligned(4)));
typedef int32_t EightInts __attribute__((vector_size(32)));
typedef int32_t LooseEightInts __attribute__((vector_size(32), aligned(4)));
typedef int8_t EightBytes __attribute__((vector_size(8), aligned(1)));
typedef int16_t EightShorts __attribute__((vector_size(16), aligned(2)));

#define LOAD(pointer) (*(const LooseEight *)(pointer))
#define STORE(pointer, value) (*(LooseEight *)(pointer) = (value))
#define LOAD_INTS(pointer) __builtin_convertvector(*(const LooseEightInts *)(pointer), Eight)
#define ALL(x) ((Eight){x, x, x, x, x, x, x, x})

/// Adding and taking this away rounds to whole numbers.
static const float rounding = 12582912.0f;

static void linear(const NeuralLayer *layer, size_t rows, NeuralInput inputs, float *results) {
  int32_t sums[tile_rows * panel_outputs];
  for (size_t panel = 0; panel < layer->outputs; panel += panel_outputs) {
    const int8_t *weights = layer->weights + panel * layer->depth;
    for (size_t first = 0; first < rows; first += tile_rows) {
      size_t count = rows - first < tile_rows ? rows - first : tile_rows;
      products(count, layer->depth, inputs.values + first * inputs.stride, inputs.stride, weights, sums, panel_outputs);
      for (size_t r = 0; r < count; r++) {
        Eight scale = ALL(inputs.scales[first + r]);
        float *target = results + (first + r) * layer->outputs + panel;
        for (size_t j = 0; j < panel_outputs; j += 8)
          STORE(target + j, LOAD_INTS(sums + r * panel_outputs + j) * (LOAD(layer->scales + panel + j) * scale) +
                                LOAD(layer->bias + panel + j));
      }
    }
  }
}

/// e to the power of x, to some units in the last place, for x in -87 to 88.
static INLINE Eight exponential(Eight x) {
  const Eight shift = ALL(rounding);
  x = __builtin_elementwise_min(__builtin_elementwise_max(x, ALL(-87.0f)), ALL(88.0f));
  Eight whole = (x * ALL(1.44269504f) + shift) - shift;
  Eight rest = x - whole * ALL(0.693359375f) + whole * ALL(2.12194440e-4f);
  Eight power = ALL(8.3334519e-3f) * rest + ALL(4.1665796e-2f);
  power = power * rest + ALL(1.6666666e-1f);
  power = power * rest + ALL(0.5f);
  power = power * rest * rest + rest + ALL(1.0f);
  EightInts bits = (__builtin_convertvector(whole, EightInts) + 127) << 23;
  return power * (Eight)bits;
}

static INLINE Eight logistic(Eight x) { return ALL(1.0f) / (ALL(1.0f) + exponential(-x)); }

static INLINE Eight hyperbolic_tangent(Eight x) { return ALL(2.0f) * logistic(x + x) - ALL(1.0f); }

static INLINE void store_rounded(int16_t *target, Eight value) {
  EightInts whole = __builtin_convertvector((value + ALL(rounding)) - ALL(rounding), EightInts);
  *(EightShorts *)target = __builtin_convertvector(whole, EightShorts);
}

/// A gate's weighted sum, its input's part and its state's.
static INLINE Eight gate(const float *inputs, const int32_t *sums, const float *scales) {
  return LOAD(inputs) + LOAD_INTS(sums) * (LOAD(scales) * ALL(1.0f / 32767));
}

static INLINE void step_row(size_t size, const float *scales, const float *inputs, const int32_t *sums,
                            const float *before, float *cells, int16_t *outputs) {
  for (size_t j = 0; j < size; j += 8) {
    Eight parts[4];
    for (size_t g = 0; g < 4; g++) {
      size_t place = g * size + j;
      parts[g] = sums ? gate(inputs + place, sums + place, scales + place) : LOAD(inputs + place);
    }
    Eight cell = logistic(parts[0]) * hyperbolic_tangent(parts[2]);
    if (before) cell = logistic(parts[1]) * LOAD(before + j) + cell;
    STORE(cells + j, cell);
    store_rounded(outputs + j, logistic(parts[3]) * hyperbolic_tangent(cell) * ALL(32767.0f));
  }
}

static void read_batch(const NeuralLayer *recurrent, NeuralSteps steps, int reversed, const float *inputs,
                       size_t input_stride, const int32_t *input_rows, int16_t *outputs, size_t output_stride,
                       float *cells, int32_t *sums) {
  size_t size = recurrent->depth, gates = recurrent->outputs;
  for (size_t index = 0; index < steps.count; index++) {
    size_t step = reversed ? steps.count - 1 - index : index, before = reversed ? step + 1 : step - 1;
    size_t start = (size_t)steps.starts[step], count = (size_t)steps.starts[step + 1] - start, past = 0, continued = 0;
    if (index > 0) {
      past = (size_t)steps.starts[before];
      continued = (size_t)steps.starts[before + 1] - past;
      continued = continued < count ? continued : count;
    }
    for (size_t panel = 0; panel < gates && continued > 0; panel += panel_outputs)
      for (size_t first = 0; first < continued; first += tile_rows)
        products(continued - first < tile_rows ? continued - first : tile_rows, size,
                 outputs + (past + first) * output_stride, output_stride, recurrent->weights + panel * size,
                 sums + first * gates + panel, gates);
    for (size_t r = 0; r < count; r++) {
      size_t row = start + r;
      int has_past = r < continued;
      step_row(size, recurrent->scales, inputs + (size_t)input_rows[row] * input_stride, has_past ? sums + r * gates : 0,
               has_past ? cells + (past + r) * size : 0, cells + row * size, outputs + row * output_stride);
    }
  }
}

/// A tenth of what is negative, if `rectified`.
static INLINE Eight rectify(Eight value, int rectified) {
  return rectified ? __builtin_elementwise_max(value, value * ALL(0.1f)) : value;
}

static INLINE float greatest(size_t count, const float *values, int rectified) {
  Eight most = ALL(0);
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    Eight value = rectify(LOAD(values + i), rectified);
    most = __builtin_elementwise_max(most, __builtin_elementwise_max(value, -value));
  }
  float greatest = 0;
  for (size_t j = 0; j < 8; j++) greatest = most[j] > greatest ? most[j] : greatest;
  for (; i < count; i++) {
    float value = values[i] < 0 ? (rectified ? -0.1f * values[i] : -values[i]) : values[i];
    greatest = value > greatest ? value : greatest;
  }
  return greatest;
}

static float quantise(size_t count, float limit, int rectified, const float *values, int16_t *results) {
  float most = greatest(count, values, rectified);
  if (!(most > 0)) {
    memset(results, 0, count * sizeof *results);
    return 0;
  }
  float factor = limit / most;
  size_t i = 0;
  for (; i + 8 <= count; i += 8) store_rounded(results + i, rectify(LOAD(values + i), rectified) * ALL(factor));
  for (; i < count; i++) {
    float value = values[i] < 0 && rectified ? 0.1f * values[i] : values[i];
    results[i] = (int16_t)((value * factor + rounding) - rounding);
  }
  return most / limit;
}

static void match(size_t count, size_t size, const int16_t *vector, const int16_t *rows, size_t stride,
                  int32_t *scores) {
  for (size_t i = 0; i < count; i++) {
    int32_t sum = 0;
    for (size_t j = 0; j < size; j++) sum += vector[j] * rows[i * stride + j];
    scores[i] = sum;
  }
}

static void weigh(size_t count, float *scores) {
  float highest = scores[0];
  for (size_t i = 1; i < count; i++) highest = scores[i] > highest ? scores[i] : highest;
  for (size_t i = 0; i < count; i += 8) STORE(scores + i, exponential(LOAD(scores + i) - ALL(highest)));
}

static void add(size_t count, float factor, const int8_t *bytes, float *numbers) {
  for (size_t i = 0; i < count; i++) numbers[i] += factor * bytes[i];
}

const NeuralKernels KERNEL_TABLE = {linear, read_batch, quantise, match, weigh, add};
