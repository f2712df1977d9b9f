#include "terminal_size.h"

#include <sys/ioctl.h>

TerminalSize terminal_size(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return (TerminalSize){0};
  return (TerminalSize){size.ws_col, size.ws_row, size.ws_xpixel, size.ws_ypixel};
}
