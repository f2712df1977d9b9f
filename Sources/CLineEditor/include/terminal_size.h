// How large a terminal is. ioctl is variadic, which Swift cannot call.
#ifndef HEARSAY_TERMINAL_SIZE_H
#define HEARSAY_TERMINAL_SIZE_H

/// Cells in a line and lines, and the pixels of all of them; 0 where `descriptor` is no terminal or does not know.
typedef struct {
  int columns, rows;
  int width, height;
} TerminalSize;

/// The present size of the terminal at `descriptor`.
TerminalSize terminal_size(int descriptor);

#endif
