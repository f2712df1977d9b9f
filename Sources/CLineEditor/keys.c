#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "editor.h"

/// Shows `listing` under the whole of what is typed, and the line again under that.
static void show_listing(LineEditor *editor, const LineInfo *line, const char *listing) {
  for (const char *at = line->cursor; at < line->lastchar; at++)
    if (*at == '\n') editor_write(editor, "\n");
  editor_write(editor, "\r\n");
  editor_write(editor, listing);
  el_set(editor->edit, EL_REFRESH);
}

static unsigned char complete(EditLine *edit, int key) {
  (void)key;
  LineEditor *editor = editor_of(edit);
  const LineInfo *line = el_line(edit);
  size_t length = (size_t)(line->lastchar - line->buffer), cursor = (size_t)(line->cursor - line->buffer);
  char *text = strndup(line->buffer, length);
  if (!text) return CC_ERROR;
  LineEditorCompletion completion = editor->completer(editor->context, text, cursor);
  unsigned char result = CC_ERROR;
  if (completion.listing) {
    show_listing(editor, line, completion.listing);
    result = CC_NORM;
  }
  if (completion.insertion && completion.replaced <= cursor) {
    // libedit deletes characters where it counts the line in bytes.
    el_deletestr(edit, editor_characters(text + cursor - completion.replaced, completion.replaced));
    el_insertstr(edit, completion.insertion);
    result = CC_REDISPLAY;
  }
  free(completion.insertion);
  free(completion.listing);
  free(text);
  return result;
}

/// A growing text of a paste.
typedef struct {
  char *bytes;
  size_t count, room;
} Paste;

static bool append(Paste *paste, const char *bytes, size_t count) {
  if (paste->count + count + 1 > paste->room) {
    size_t room = (paste->count + count + 1) * 2;
    char *grown = realloc(paste->bytes, room);
    if (!grown) return false;
    paste->bytes = grown;
    paste->room = room;
  }
  memcpy(paste->bytes + paste->count, bytes, count);
  paste->count += count;
  paste->bytes[paste->count] = '\0';
  return true;
}

static bool ends_with(const Paste *paste, const char *end) {
  size_t length = strlen(end);
  return paste->count >= length && memcmp(paste->bytes + paste->count - length, end, length) == 0;
}

/// Drops control characters but tab and line break, turns CR and CR LF into LF, and cuts line breaks off the end.
static void clean(Paste *paste) {
  size_t kept = 0;
  for (size_t index = 0; index < paste->count; index++) {
    char byte = paste->bytes[index];
    if (byte == '\r') {
      if (index + 1 < paste->count && paste->bytes[index + 1] == '\n') continue;
      byte = '\n';
    }
    if (((unsigned char)byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) continue;
    paste->bytes[kept++] = byte;
  }
  while (kept > 0 && (paste->bytes[kept - 1] == '\n' || paste->bytes[kept - 1] == ' ')) kept--;
  paste->bytes[kept] = '\0';
  paste->count = kept;
}

/// Takes a bracketed paste, line breaks and tabs included, into the line as it stands.
static unsigned char paste(EditLine *edit, int key) {
  (void)key;
  static const char end[] = "\033[201~";
  Paste paste = {0};
  wchar_t character;
  while (!ends_with(&paste, end) && editor_read_character(edit, &character) == 1) {
    char bytes[MB_LEN_MAX];
    int count = wctomb(bytes, character);
    if (count > 0 && !append(&paste, bytes, (size_t)count)) break;
  }
  if (ends_with(&paste, end)) paste.count -= sizeof end - 1;
  unsigned char result = CC_REFRESH;
  if (paste.bytes) {
    clean(&paste);
    if (paste.count > 0 && el_insertstr(edit, paste.bytes) != 0) result = CC_ERROR;
  }
  free(paste.bytes);
  return result;
}

/// A line break within the line.
static unsigned char break_line(EditLine *edit, int key) {
  (void)key;
  return el_insertstr(edit, "\n") == 0 ? CC_REFRESH : CC_ERROR;
}

void editor_bind_keys(LineEditor *editor) {
  EditLine *edit = editor->edit;
  el_set(edit, EL_ADDFN, "hearsay-complete", "complete the word before the cursor", complete);
  el_set(edit, EL_ADDFN, "hearsay-paste", "take in a bracketed paste", paste);
  el_set(edit, EL_ADDFN, "hearsay-break-line", "break the line without running it", break_line);
  editor_add_history_search(edit);
  static const struct {
    const char *key, *function;
  } keys[] = {
    {"^I", "hearsay-complete"},
    {"\033[200~", "hearsay-paste"},
    {"\033\r", "hearsay-break-line"},
    {"\033\n", "hearsay-break-line"},
    {"\033[A", "hearsay-older"},
    {"\033OA", "hearsay-older"},
    {"\033[B", "hearsay-newer"},
    {"\033OB", "hearsay-newer"},
    {"^R", "em-inc-search-prev"},
    {"^S", "em-inc-search-next"},
    {"\033[H", "ed-move-to-beg"},
    {"\033OH", "ed-move-to-beg"},
    {"\033[1~", "ed-move-to-beg"},
    {"\033[F", "ed-move-to-end"},
    {"\033OF", "ed-move-to-end"},
    {"\033[4~", "ed-move-to-end"},
    {"\033[3~", "ed-delete-next-char"},
    {"\033[1;5C", "em-next-word"},
    {"\033[1;5D", "ed-prev-word"},
    {"\033b", "ed-prev-word"},
    {"\033f", "em-next-word"},
  };
  for (size_t index = 0; index < sizeof keys / sizeof *keys; index++)
    el_set(edit, EL_BIND, keys[index].key, keys[index].function, NULL);
}
