#include "terminal_question.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/// More than this no terminal answers.
enum { MOST = 4096 };

/// Whether CSI ? … c is among the bytes.
static bool has_device_attributes(const char *bytes, size_t count) {
  for (size_t start = 0; start + 3 < count; start++) {
    if (memcmp(bytes + start, "\033[?", 3) != 0) continue;
    size_t at = start + 3;
    while (at < count && ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == ';')) at++;
    if (at < count && bytes[at] == 'c') return true;
  }
  return false;
}

static bool send(int terminal, const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t sent = write(terminal, text, left);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    text += sent;
    left -= (size_t)sent;
  }
  return true;
}

static size_t receive(int terminal, char *bytes, int patience) {
  size_t count = 0;
  struct pollfd input = {.fd = terminal, .events = POLLIN};
  while (count < MOST && !has_device_attributes(bytes, count)) {
    if (poll(&input, 1, patience) <= 0) break;
    ssize_t got = read(terminal, bytes + count, MOST - count);
    if (got <= 0) break;
    count += (size_t)got;
  }
  return count;
}

char *terminal_ask(const char *question, int patience, size_t *count) {
  *count = 0;
  int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) return NULL;
  struct termios usual;
  char *bytes = NULL;
  if (tcgetpgrp(terminal) == getpgrp() && tcgetattr(terminal, &usual) == 0) bytes = malloc(MOST);
  if (bytes) {
    // Neither shown nor kept back until Enter; Ctrl-C goes on to mean what it does.
    struct termios open = usual;
    open.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    open.c_cc[VMIN] = 0;
    open.c_cc[VTIME] = 0;
    if (tcsetattr(terminal, TCSANOW, &open) == 0 && send(terminal, question)) *count = receive(terminal, bytes, patience);
    tcsetattr(terminal, TCSANOW, &usual);
  }
  close(terminal);
  return bytes;
}

static struct {
  char bytes[MOST];
  size_t first, end;
} given_back;

void terminal_give_back(const char *bytes, size_t count) {
  if (given_back.first == given_back.end) given_back.first = given_back.end = 0;
  size_t room = MOST - given_back.end, taken = count < room ? count : room;
  memcpy(given_back.bytes + given_back.end, bytes, taken);
  given_back.end += taken;
}

int terminal_take_back(void) {
  return given_back.first < given_back.end ? (unsigned char)given_back.bytes[given_back.first++] : -1;
}
