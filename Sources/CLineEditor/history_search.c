#include <stdlib.h>
#include <string.h>

#include "editor.h"

int editor_characters(const char *text, size_t bytes) {
  int count = 0;
  for (size_t index = 0; index < bytes; index++) count += ((unsigned char)text[index] & 0xC0) != 0x80;
  return count;
}

/// Puts `text` in the place of the whole line, with the cursor at its end.
static void replace_line(EditLine *edit, const char *text) {
  const LineInfo *line = el_line(edit);
  int whole = editor_characters(line->buffer, (size_t)(line->lastchar - line->buffer));
  el_cursor(edit, editor_characters(line->cursor, (size_t)(line->lastchar - line->cursor)));
  el_deletestr(edit, whole);
  el_insertstr(edit, text);
}

/// Begins a walk unless the line still is what the last step of one has shown.
static bool begin_or_go_on(HistoryWalk *walk, EditLine *edit) {
  const LineInfo *line = el_line(edit);
  size_t length = (size_t)(line->lastchar - line->buffer);
  if (walk->shown && strlen(walk->shown) == length && memcmp(walk->shown, line->buffer, length) == 0) return true;
  free(walk->typed);
  free(walk->shown);
  *walk = (HistoryWalk){.typed = strndup(line->buffer, length), .prefix = (size_t)(line->cursor - line->buffer)};
  return walk->typed != NULL;
}

/// Shows an entry, or for place 0 what was typed.
static unsigned char show(HistoryWalk *walk, EditLine *edit, const char *entry, int place) {
  char *shown = place > 0 ? strdup(entry) : NULL;
  if (place > 0 && !shown) return CC_ERROR;
  replace_line(edit, place > 0 ? entry : walk->typed);
  free(walk->shown);
  walk->shown = shown;
  walk->place = place;
  return CC_REFRESH;
}

/// Whether an entry belongs to the walk and is not what the line is already.
static bool fits(const HistoryWalk *walk, const char *entry) {
  return strncmp(entry, walk->typed, walk->prefix) == 0 && strcmp(entry, walk->shown ? walk->shown : walk->typed) != 0;
}

/// libedit's own search by what is typed finds it anywhere in an entry; this one at its start.
static unsigned char older(EditLine *edit, int key) {
  (void)key;
  LineEditor *editor = editor_of(edit);
  if (!begin_or_go_on(&editor->walk, edit)) return CC_ERROR;
  HistEvent event;
  int place = 1;
  for (int found = history(editor->history, &event, H_FIRST); found != -1; place++) {
    if (place > editor->walk.place && fits(&editor->walk, event.str)) return show(&editor->walk, edit, event.str, place);
    found = history(editor->history, &event, H_NEXT);
  }
  return CC_ERROR;
}

static unsigned char newer(EditLine *edit, int key) {
  (void)key;
  LineEditor *editor = editor_of(edit);
  HistoryWalk *walk = &editor->walk;
  if (!begin_or_go_on(walk, edit) || walk->place == 0) return CC_ERROR;
  HistEvent event;
  const char *entry = NULL;
  int place = 1, last = 0;
  for (int found = history(editor->history, &event, H_FIRST); found != -1 && place < walk->place; place++) {
    if (fits(walk, event.str)) {
      entry = event.str;
      last = place;
    }
    found = history(editor->history, &event, H_NEXT);
  }
  return show(walk, edit, entry, last);
}

void editor_add_history_search(EditLine *edit) {
  el_set(edit, EL_ADDFN, "hearsay-older", "the last entry before this that starts as what is typed", older);
  el_set(edit, EL_ADDFN, "hearsay-newer", "the next entry after this that starts as what was typed", newer);
}
