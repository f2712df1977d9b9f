#include "line_editor.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "editor.h"
#include "terminal_signals.h"
#include "terminal_size.h"

enum { HISTORY_SIZE = 5000 };

/// Stands around escape sequences in a prompt.
static const int PROMPT_ESCAPE = '\001';

LineEditor *editor_of(EditLine *edit) {
  LineEditor *editor = NULL;
  el_get(edit, EL_CLIENTDATA, &editor);
  return editor;
}

void editor_write(LineEditor *editor, const char *text) {
  (void)editor;
  // libedit writes through stdout; what it holds back goes first.
  fflush(stdout);
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t written = write(STDOUT_FILENO, text, left);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    left -= (size_t)written;
  }
}

static char *current_prompt(EditLine *edit) { return (char *)editor_of(edit)->prompt; }

/// A locale in which letters are more than a byte; in a one-byte locale libedit loses them without a word.
static void use_wide_locale(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}

static bool understands_escapes(void) {
  const char *terminal = getenv("TERM");
  return terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

LineEditor *line_editor_create(LineEditorCompleter completer, void *context) {
  use_wide_locale();
  LineEditor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->edit = el_init("hearsay", stdin, stdout, stderr);
  editor->history = history_init();
  if (!editor->edit || !editor->history) {
    line_editor_destroy(editor);
    return NULL;
  }
  editor->completer = completer;
  editor->context = context;
  editor->prompt = "";
  editor->understands_escapes = understands_escapes();
  EditLine *edit = editor->edit;
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, HISTORY_SIZE);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(edit, EL_CLIENTDATA, editor);
  el_set(edit, EL_HIST, history, editor->history);
  el_set(edit, EL_EDITOR, "emacs");
  // Signals are ours: libedit's own handling spoils the screen on resize and sends the parent each SIGINT twice.
  el_set(edit, EL_SIGNAL, 0);
  // The kernel throws away output that it has not sent yet when Ctrl-C comes, our next prompt perhaps. We throw away what
  // was typed before it ourselves.
  el_set(edit, EL_SETTY, "-d", "+noflsh", NULL);
  el_set(edit, EL_SETTY, "-x", "+noflsh", NULL);
  el_set(edit, EL_PROMPT_ESC, current_prompt, PROMPT_ESCAPE);
  el_set(edit, EL_GETCFN, editor_read_character);
  editor_bind_keys(editor);
  el_source(edit, NULL);
  return editor;
}

void line_editor_destroy(LineEditor *editor) {
  if (!editor) return;
  if (editor->history) history_end(editor->history);
  if (editor->edit) el_end(editor->edit);
  free(editor->walk.typed);
  free(editor->walk.shown);
  free(editor);
}

void line_editor_add_history(LineEditor *editor, const char *statement) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, statement);
}

/// What a line that did not come to its end means; the flags are asked first, since Ctrl-C in a search looks like the end.
static LineEditorEvent reason_for_no_line(LineEditor *editor) {
  if (terminal_signals_came(SIGTERM) || terminal_signals_came(SIGHUP)) return LineEditorEventHangup;
  if (terminal_signals_take(SIGINT)) {
    tcflush(STDIN_FILENO, TCIFLUSH);
    editor_write(editor, "^C\n");
    return LineEditorEventInterrupt;
  }
  return LineEditorEventEnd;
}

LineEditorEvent line_editor_read(LineEditor *editor, const char *prompt, const char **text) {
  editor->prompt = prompt;
  editor->columns = terminal_size(STDOUT_FILENO).columns;
  if (editor->understands_escapes) editor_write(editor, "\033[?2004h");
  // What came while there was no line to draw anew.
  terminal_signals_take(SIGCONT);
  if (terminal_signals_take(SIGWINCH)) el_resize(editor->edit);
  // libedit shows the prompt before it takes the terminal; a Ctrl-D that comes in between would be lost.
  el_set(editor->edit, EL_PREP_TERM, 1);
  terminal_signals_catch_stop(true);
  int count = 0;
  const char *line = el_gets(editor->edit, &count);
  terminal_signals_catch_stop(false);
  if (editor->understands_escapes) editor_write(editor, "\033[?2004l");
  bool complete = line && count > 0 && line[count - 1] == '\n';
  bool hung_up = terminal_signals_came(SIGTERM) || terminal_signals_came(SIGHUP);
  if (hung_up || !line || count <= 0 || (terminal_signals_came(SIGINT) && !complete)) return reason_for_no_line(editor);
  // Ctrl-C behind a whole line is meant for what the line starts, and is left for that; it shows as it will there.
  if (terminal_signals_came(SIGINT)) editor_write(editor, "^C");
  // el_gets owns the line until the next call; its end is cut off in place.
  char *end = (char *)line + count;
  if (end[-1] == '\n') end[-1] = '\0';
  *text = line;
  return LineEditorEventLine;
}
