#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define KERNEL_TABLE avx2_table
#include "kernels.h"
#pragma clang attribute pop
#endif
