#define KERNEL_TABLE portable_table
#include "kernels.h"
