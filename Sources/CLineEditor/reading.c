#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "editor.h"
#include "terminal_question.h"
#include "terminal_signals.h"
#include "terminal_size.h"

/// Counts the rows above a cursor as a line is gone through cell by cell.
typedef struct {
  /// Cells in a line when it was drawn, and now.
  int drawn, now;
  int rows, column;
} RowCount;

/// Ends a row as it was drawn; the terminal shows one that is too long for it now in several.
static void end_row(RowCount *count) {
  count->rows += 1 + (count->column > 0 ? (count->column - 1) / count->now : 0);
  count->column = 0;
}

static void pass(RowCount *count, int width) {
  if (count->column + width > count->drawn) end_row(count);
  count->column += width;
  if (count->column == count->drawn) end_row(count);
}

/// How many rows stand above the cursor's own after the terminal has changed its width.
static int rows_above_cursor(LineEditor *editor, int columns) {
  RowCount count = {.drawn = editor->columns, .now = columns};
  if (count.drawn <= 0 || count.now <= 0) return 0;
  for (const char *at = editor->prompt; *at; at++) {
    if (*at == '\001') {
      const char *end = strchr(at + 1, '\001');
      if (!end) break;
      at = end;
    } else if (((unsigned char)*at & 0xC0) != 0x80) {
      pass(&count, 1);
    }
  }
  const LineInfoW *line = el_wline(editor->edit);
  for (const wchar_t *at = line->buffer; at < line->cursor; at++) {
    int width = *at == L'\t' ? 8 - count.column % 8 : wcwidth(*at);
    if (*at == L'\n') end_row(&count);
    else if (width > 0) pass(&count, width);
  }
  return count.rows + count.column / count.now;
}

static void redraw_resized(LineEditor *editor) {
  if (editor->understands_escapes) {
    char sequence[32];
    int columns = terminal_size(STDOUT_FILENO).columns;
    int rows = rows_above_cursor(editor, columns);
    editor->columns = columns;
    if (rows > 0) {
      snprintf(sequence, sizeof sequence, "\r\033[%dA\033[J", rows);
      editor_write(editor, sequence);
    } else {
      editor_write(editor, "\r\033[J");
    }
  } else {
    editor_write(editor, "\n");
  }
  el_resize(editor->edit);
  el_set(editor->edit, EL_REFRESH);
}

/// Stops as Ctrl-Z asks, with the terminal as it was before us, and takes it again when we go on.
static void stop_and_go_on(LineEditor *editor) {
  if (editor->understands_escapes) editor_write(editor, "\033[?2004l");
  editor_write(editor, "\n");
  el_set(editor->edit, EL_PREP_TERM, 0);
  tcflush(STDIN_FILENO, TCIFLUSH);
  terminal_signals_catch_stop(false);
  kill(getpid(), SIGTSTP);
  terminal_signals_catch_stop(true);
}

static void redraw_continued(LineEditor *editor) {
  el_set(editor->edit, EL_PREP_TERM, 0);
  el_set(editor->edit, EL_PREP_TERM, 1);
  if (editor->understands_escapes) editor_write(editor, "\033[?2004h");
  el_resize(editor->edit);
  el_set(editor->edit, EL_REFRESH);
}

/// Does what the signals ask that have come; false where the line is to be given up.
static bool deal_with_signals(LineEditor *editor) {
  if (terminal_signals_came(SIGINT) || terminal_signals_came(SIGTERM) || terminal_signals_came(SIGHUP)) return false;
  if (terminal_signals_take(SIGTSTP)) stop_and_go_on(editor);
  if (terminal_signals_take(SIGCONT)) redraw_continued(editor);
  if (terminal_signals_take(SIGWINCH)) redraw_resized(editor);
  return true;
}

/// Waits for a byte with the signals let in only while waiting, so that none slips by between the look at the flags and
/// the wait. Gives 1, 0 at the end of the input, or -1.
static int read_byte(LineEditor *editor, char *byte) {
  sigset_t caught = terminal_signals_caught(), before;
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  for (;;) {
    if (!deal_with_signals(editor)) return -1;
    int before_all = terminal_take_back();
    if (before_all >= 0) {
      *byte = (char)before_all;
      return 1;
    }
    pthread_sigmask(SIG_BLOCK, &caught, &before);
    int ready = terminal_signals_any() ? 0 : ppoll(&input, 1, NULL, &before);
    int reason = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (ready < 0 && reason != EINTR) return -1;
    if (ready <= 0) continue;
    ssize_t got = read(STDIN_FILENO, byte, 1);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    return got < 0 ? -1 : (int)got;
  }
}

int editor_read_character(EditLine *edit, wchar_t *character) {
  LineEditor *editor = editor_of(edit);
  mbstate_t state = {0};
  for (;;) {
    char byte;
    int got = read_byte(editor, &byte);
    if (got <= 0) return got;
    switch (mbrtowc(character, &byte, 1, &state)) {
    case (size_t)-2: continue;
    case (size_t)-1: *character = 0xFFFD; return 1;
    default: return 1;
    }
  }
}
