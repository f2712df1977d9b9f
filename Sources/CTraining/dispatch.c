#include "training.h"

extern const TrainingKernels portable_table;

const TrainingKernels *training_portable_kernels(void) { return &portable_table; }

#if defined(__x86_64__)
extern const TrainingKernels avx2_table;

const TrainingKernels *training_kernels(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2_table : &portable_table;
}
#else
const TrainingKernels *training_kernels(void) { return &portable_table; }
#endif

size_t training_packed_size(size_t depth, size_t columns) { return (columns + 15) / 16 * 16 * depth; }
