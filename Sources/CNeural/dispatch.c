#include "neural.h"

extern const NeuralKernels neural_portable_table;

const NeuralKernels *neural_portable_kernels(void) { return &neural_portable_table; }

#if defined(__x86_64__)
extern const NeuralKernels neural_avx2_table;

const NeuralKernels *neural_kernels(void) {
  return __builtin_cpu_supports("avx2") ? &neural_avx2_table : &neural_portable_table;
}
#else
const NeuralKernels *neural_kernels(void) { return &neural_portable_table; }
#endif
