// One line, or several pasted at once, from a person at a terminal: libedit with what its defaults lack.
//
// el_set is variadic, which Swift cannot call, and its callbacks run inside el_gets; so both live behind this shim. Use
// it only where standard input and standard output are terminals, and from one thread.
#ifndef HEARSAY_LINE_EDITOR_H
#define HEARSAY_LINE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

/// An editor with its history; one a process.
typedef struct LineEditor LineEditor;

/// How reading a line ended.
typedef enum __attribute__((enum_extensibility(closed))) {
  /// There is a line.
  LineEditorEventLine,
  /// The input has ended: Ctrl-D on an empty line.
  LineEditorEventEnd,
  /// Ctrl-C: what was typed is dropped.
  LineEditorEventInterrupt,
  /// The terminal is gone or the process is asked to end.
  LineEditorEventHangup,
} LineEditorEvent;

/// What to do for a Tab. Both texts are allocated with malloc and freed by the editor; either may be NULL.
typedef struct {
  /// Takes the place of `replaced` bytes before the cursor.
  char *insertion;
  size_t replaced;
  /// Shown under the line, above a fresh prompt.
  char *listing;
} LineEditorCompletion;

/// Says what to do for a Tab at byte `cursor` of `text`; `context` is what `line_editor_create` was given.
typedef LineEditorCompletion (*LineEditorCompleter)(void *context, const char *text, size_t cursor);

/// Makes an editor on standard input and output; NULL where libedit has no use for the terminal.
///
/// Sets the character locale. Reads the user's .editrc.
LineEditor *line_editor_create(LineEditorCompleter completer, void *context);

/// Puts the terminal back and frees the editor.
void line_editor_destroy(LineEditor *editor);

/// Reads a line after `prompt`, in which escape sequences stand between \001 and do not end the prompt.
///
/// `*text` is the line without its end, valid until the next call, where the result is LineEditorEventLine.
LineEditorEvent line_editor_read(LineEditor *editor, const char *prompt, const char **text);

/// Makes `statement`, of one line or several, the newest entry of the history.
void line_editor_add_history(LineEditor *editor, const char *statement);

#endif
