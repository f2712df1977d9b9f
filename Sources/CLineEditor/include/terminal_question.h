// Asks the terminal itself what it is and can do.
#ifndef HEARSAY_TERMINAL_QUESTION_H
#define HEARSAY_TERMINAL_QUESTION_H

#include <stddef.h>

/// Sends `question`, which ends by asking for the primary device attributes (CSI c), to the process's terminal, and takes
/// what comes until the answer to that (CSI ? … c) or until nothing has come for `patience` milliseconds.
///
/// The bytes are allocated with malloc. NULL where there is no terminal, or another program has it.
char *terminal_ask(const char *question, int patience, size_t *count);

/// Hands back bytes that were typed in the meantime: the editor reads them before all others.
void terminal_give_back(const char *bytes, size_t count);

/// Takes the next byte that was handed back; -1 where there is none.
int terminal_take_back(void);

#endif
