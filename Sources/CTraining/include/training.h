// The arithmetic of training a network, in single precision.
//
// Each function is compiled twice, for AVX2 with fused multiply-add and for any processor; both give the same bits,
// because every sum is built in the same order and every product that is added is fused.
#ifndef HEARSAY_TRAINING_H
#define HEARSAY_TRAINING_H

#include <stddef.h>

/// A matrix as its first number and the distances, in numbers, from row to row and from column to column.
typedef struct {
  const float *start;
  size_t row;
  size_t column;
} TrainingOperand;

/// The functions for one kind of processor.
typedef struct {
  /// Lays out a matrix of `depth` rows as the right factor of a product; `packed` has room for `training_packed_size`.
  void (*pack)(size_t depth, size_t columns, TrainingOperand matrix, float *packed);
  /// Adds the product of `left` (rows × depth) and a packed factor (depth × columns) to `sum`, rows `stride` apart.
  void (*multiply)(size_t rows, size_t columns, size_t depth, TrainingOperand left, const float *packed, float *sum,
                   size_t stride);
  /// A step of an LSTM over `rows` sequences: `gates` (rows × 4·size: input, forget, cell, output) go in as weighted
  /// sums and come out activated; the first `continued` rows have a cell before (`before`), the rest start at zero.
  void (*lstm_forward)(size_t rows, size_t continued, size_t size, float *gates, const float *before, float *cells,
                       float *outputs, size_t output_stride);
  /// The way back through that step: `gates` come out as derivatives of the weighted sums. `cell_slopes` goes in as the
  /// derivative by the cells and comes out as that by the cells before.
  void (*lstm_backward)(size_t rows, size_t continued, size_t size, float *gates, const float *before,
                        const float *cells, const float *output_slopes, float *cell_slopes);
  /// target += scale · source
  void (*add)(size_t count, float scale, const float *source, float *target);
  /// target *= factors
  void (*scale)(size_t count, const float *factors, float *target);
  /// values become values or a tenth of them, if negative, times `factors`.
  void (*rectify)(size_t count, const float *factors, float *values);
  /// Slopes of `rectify`'s results become slopes of its arguments; `values` are the results.
  void (*rectify_backward)(size_t count, const float *factors, const float *values, float *slopes);
  /// Replaces scores by the slopes of the cross entropy of their softmax, times `scale`; returns the cross entropy.
  double (*cross_entropy)(size_t count, size_t expected, float scale, float *scores);
  /// The place of the first of the highest scores.
  size_t (*highest)(size_t count, const float *scores);
  /// Adds to each of `count` scores the product of a vector and one row of `pairs`; `size` is a multiple of 8.
  void (*match)(size_t count, size_t size, const float *pairs, const float *vector, float *scores);
  /// The way back: turns `pairs` into their slopes and adds to those of the vector.
  void (*match_backward)(size_t count, size_t size, float *pairs, const float *vector, const float *score_slopes,
                         float *vector_slopes);
  /// The sum of the squares.
  double (*squares)(size_t count, const float *values);
  /// A step of Adam (Kingma and Ba 2015); slopes are multiplied by `scale` first. `rate` has the bias correction of
  /// the first moment, `correction` that of the second.
  void (*adam)(size_t count, float scale, float rate, float correction, const float *slopes, float *first,
               float *second, float *weights);
} TrainingKernels;

/// The fastest functions that this processor can run.
const TrainingKernels *training_kernels(void);

/// The functions that every processor can run.
const TrainingKernels *training_portable_kernels(void);

/// How many numbers the packed form of a matrix takes.
size_t training_packed_size(size_t depth, size_t columns);

#endif
