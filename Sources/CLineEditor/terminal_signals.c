#include "terminal_signals.h"

#include <stddef.h>

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT, SIGTSTP};
enum { CAUGHT_COUNT = sizeof caught / sizeof *caught };

// Written by the handler, read by everyone: the only type that C allows for that.
static volatile sig_atomic_t came[CAUGHT_COUNT];

static int place(int signal) {
  for (int index = 0; index < CAUGHT_COUNT; index++)
    if (caught[index] == signal) return index;
  return -1;
}

/// Has the handler called for a signal, or takes it away. No SA_RESTART: a read that waits for a key must return, or the
/// line is not dropped.
static void handle(int signal, void (*handler)(int)) {
  struct sigaction old, action = {0};
  // What the parent has us ignore (nohup, a shell without job control) stays ignored.
  if (sigaction(signal, NULL, &old) == 0 && old.sa_handler == SIG_IGN) return;
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static void remember(int signal) {
  int index = place(signal);
  if (index >= 0) came[index] = 1;
}

void terminal_signals_catch(void) {
  for (int index = 0; index < CAUGHT_COUNT; index++)
    if (caught[index] != SIGTSTP) handle(caught[index], remember);
  // Some parents leave signals blocked in what they start.
  sigset_t set = terminal_signals_caught();
  sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void terminal_signals_catch_stop(bool is_caught) { handle(SIGTSTP, is_caught ? remember : SIG_DFL); }

bool terminal_signals_came(int signal) {
  int index = place(signal);
  return index >= 0 && came[index];
}

bool terminal_signals_any(void) {
  for (int index = 0; index < CAUGHT_COUNT; index++)
    if (came[index]) return true;
  return false;
}

bool terminal_signals_take(int signal) {
  int index = place(signal);
  if (index < 0 || !came[index]) return false;
  came[index] = 0;
  return true;
}

sigset_t terminal_signals_caught(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int index = 0; index < CAUGHT_COUNT; index++) sigaddset(&set, caught[index]);
  return set;
}

void terminal_signals_ignore_pipe(void) { signal(SIGPIPE, SIG_IGN); }
