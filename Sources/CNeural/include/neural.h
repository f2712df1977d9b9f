// The arithmetic of a network's forward pass: weights of 8 bits, activations of 16, sums of 32.
//
// Each function is compiled for AVX2 and for any processor. Both give the same bits: sums of integers are exact in any
// order, and what is done in floating point is done number by number, each operation rounded by itself.
#ifndef HEARSAY_NEURAL_H
#define HEARSAY_NEURAL_H

#include <stddef.h>
#include <stdint.h>

/// A layer's weights as they stand in a model file: panels of 16 outputs; in a panel, for each two inputs the 16 pairs
/// of weights. `outputs` is a multiple of 16, `depth` of 2.
typedef struct {
  size_t outputs;
  size_t depth;
  const int8_t *weights;
  /// What a unit of each output's weights is worth.
  const float *scales;
  /// Added to each output.
  const float *bias;
} NeuralLayer;

/// Activations: rows of 16-bit numbers, `stride` apart.
typedef struct {
  const int16_t *values;
  size_t stride;
  /// What a unit is worth in each row.
  const float *scales;
} NeuralInput;

/// Rows of a batch in the order of time: step t has the rows from starts[t] on, up to starts[t + 1]; fewer each time.
typedef struct {
  size_t count;
  const int32_t *starts;
} NeuralSteps;

/// The functions for one kind of processor.
typedef struct {
  /// results[row][output] = inputs · weights + bias; results are `outputs` apart.
  void (*linear)(const NeuralLayer *layer, size_t rows, NeuralInput inputs, float *results);
  /// A long short-term memory's way over a batch. `inputs` has the weighted inputs of a row at `input_rows[row]`; the
  /// gates stand one after the other: input, forget, content, output. `outputs` get states, 1 being 32767; `cells` has
  /// room for a state a row, `sums` for the gates of the first step's rows.
  void (*read)(const NeuralLayer *recurrent, NeuralSteps steps, int reversed, const float *inputs, size_t input_stride,
               const int32_t *input_rows, int16_t *outputs, size_t output_stride, float *cells, int32_t *sums);
  /// Brings a row of numbers to integers of at most `limit`; negative ones are divided by ten first if `rectified`.
  /// Returns what a unit is worth.
  float (*quantise)(size_t count, float limit, int rectified, const float *values, int16_t *results);
  /// scores[i] = the product of `vector` and row i of `rows`, as an integer; rows are `stride` apart.
  void (*match)(size_t count, size_t size, const int16_t *vector, const int16_t *rows, size_t stride, int32_t *scores);
  /// Turns scores into weights: e to the power of what each is below the highest. `count` is a multiple of 8.
  void (*weigh)(size_t count, float *scores);
  /// Adds `scale` times the bytes to the numbers.
  void (*add)(size_t count, float scale, const int8_t *bytes, float *numbers);
} NeuralKernels;

/// The fastest functions that this processor can run.
const NeuralKernels *neural_kernels(void);

/// The functions that every processor can run.
const NeuralKernels *neural_portable_kernels(void);

#endif
