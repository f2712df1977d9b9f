// How large a terminal is. ioctl is variadic, which Swift cannot call.
#ifndef HEARSAY_TERMINAL_SIZE_H
#define HEARSAY_TERMINAL_SIZE_H

/// Cells in a line and lines; 0 and 0 where `descriptor` is no terminal or does not know.
typedef struct {
  int columns, rows;
} TerminalSize;

/// The present size of the terminal at `descriptor`.
TerminalSize terminal_size(int descriptor);

#endif
