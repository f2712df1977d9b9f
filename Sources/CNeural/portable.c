#define KERNEL_TABLE neural_portable_table
#include "kernels.h"
