#if defined(__x86_64__)
#include <immintrin.h>

#define KERNEL_TABLE neural_avx2_table
#define WITH_AVX2 1
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "kernels.h"
#pragma clang attribute pop
#endif
