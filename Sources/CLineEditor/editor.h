// What the files of the editor share.
#ifndef HEARSAY_EDITOR_H
#define HEARSAY_EDITOR_H

#include <histedit.h>

#include "line_editor.h"

/// A walk through the entries of the history that start as the line did when the walk began.
typedef struct {
  /// The line as it was then, and how many of its bytes stood before the cursor.
  char *typed;
  size_t prefix;
  /// The entry that is shown now, and its place from the newest, 1, on; NULL and 0 where none is.
  char *shown;
  int place;
} HistoryWalk;

struct LineEditor {
  EditLine *edit;
  History *history;
  HistoryWalk walk;
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

/// How many characters the first `bytes` bytes of UTF-8 hold.
int editor_characters(const char *text, size_t bytes);

/// Makes the functions known that go through the history by what is typed before the cursor.
void editor_add_history_search(EditLine *edit);

/// Binds the keys, and the functions behind those of them that are our own.
void editor_bind_keys(LineEditor *editor);

#endif
