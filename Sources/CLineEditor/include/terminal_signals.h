// The signals that a person at a terminal sends, as flags: a handler does nothing but set one.
#ifndef HEARSAY_TERMINAL_SIGNALS_H
#define HEARSAY_TERMINAL_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/// Catches INT, TERM, HUP, WINCH and CONT from now on, without restarting what they interrupt.
void terminal_signals_catch(void);

/// Catches TSTP (Ctrl-Z) as well, or no longer: only while a line is being read has the terminal to be put back first.
void terminal_signals_catch_stop(bool is_caught);

/// Whether `signal` has come since the last call for it.
bool terminal_signals_take(int signal);

/// Whether `signal` has come; asking does not forget it.
bool terminal_signals_came(int signal);

/// Whether any of the caught signals has come.
bool terminal_signals_any(void);

/// The signals that are caught.
sigset_t terminal_signals_caught(void);

/// Ignores a reader that goes away; writing then fails instead of ending the process.
void terminal_signals_ignore_pipe(void);

#endif
