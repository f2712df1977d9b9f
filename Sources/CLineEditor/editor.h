// What the files of the editor share.
#ifndef HEARSAY_EDITOR_H
#define HEARSAY_EDITOR_H

#include <histedit.h>

#include "line_editor.h"

struct LineEditor {
  EditLine *edit;
  History *history;
  LineEditorCompleter completer;
  void *context;
  /// The prompt of the line that is being read.
  const char *prompt;
  /// How many cells a line of the terminal had when the line was last drawn.
  int columns;
  /// Whether the terminal understands escape sequences at all.
  bool understands_escapes;
};

/// The editor of libedit's handle.
LineEditor *editor_of(EditLine *edit);

/// Reads a character, and deals with the signals that come while it waits: libedit's EL_GETCFN.
int editor_read_character(EditLine *edit, wchar_t *character);

/// Sends `text` to the terminal at once.
void editor_write(LineEditor *editor, const char *text);

/// Binds the keys, and the functions behind those of them that are our own.
void editor_bind_keys(LineEditor *editor);

#endif
