#include "scanner.h"

#include <string.h>

static const uint64_t each = 0x0101010101010101;
static const uint64_t high = 0x8080808080808080;

/// Eight bytes, the first one lowest.
static inline uint64_t load(const uint8_t *at) {
  uint64_t word;
  memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// The high bit of each byte that is zero; above the lowest one there may be more.
static inline uint64_t zeros(uint64_t word) { return (word - each) & ~word & high; }

/// The first byte from `at` on, before `end`, that is `one`, `other` or a control character.
static inline size_t find_special(const uint8_t *bytes, size_t at, size_t end, uint8_t one, uint8_t other) {
  for (; at < end; at += 8) {
    uint64_t word = load(bytes + at);
    uint64_t control = (word - each * 0x20) & ~word & high;
    uint64_t found = zeros(word ^ each * one) | zeros(word ^ each * other) | control;
    if (found) {
      at += (size_t)__builtin_ctzll(found) >> 3;
      return at < end ? at : end;
    }
  }
  return end;
}

void scanner_add_name(Scanner *scanner, const char *name) {
  if (scanner->count == scanner_most_attributes) __builtin_trap();
  scanner->names[scanner->count] = name;
  scanner->lengths[scanner->count] = (uint8_t)strlen(name);
  scanner->count++;
}

/// The attribute of a name; `count` where there is none. `after` is the attribute before it, or `count`.
static inline unsigned attribute(Scanner *scanner, const uint8_t *name, size_t length, unsigned after) {
  unsigned slot = scanner->next[after];
  if (scanner->lengths[slot] == length && memcmp(scanner->names[slot], name, length) == 0) return slot;
  for (slot = 0; slot < scanner->count; slot++) {
    if (scanner->lengths[slot] == length && memcmp(scanner->names[slot], name, length) == 0) {
      scanner->next[after] = (uint8_t)slot;
      break;
    }
  }
  return slot;
}

static inline size_t blanks(const uint8_t *bytes, size_t at, size_t end) {
  while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) at++;
  return at;
}

static inline size_t digits(const uint8_t *bytes, size_t at, size_t end) {
  while (at < end && (uint8_t)(bytes[at] - '0') < 10) at++;
  return at;
}

/// The end of the number at `at`, as JSON writes numbers; 0 for anything else.
static size_t number_end(const uint8_t *bytes, size_t at, size_t end) {
  if (at < end && bytes[at] == '-') at++;
  size_t whole = at;
  at = digits(bytes, at, end);
  if (at == whole || (bytes[whole] == '0' && at > whole + 1)) return 0;
  if (at < end && bytes[at] == '.') {
    size_t fraction = ++at;
    at = digits(bytes, at, end);
    if (at == fraction) return 0;
  }
  if (at < end && (bytes[at] | 0x20) == 'e') {
    at++;
    if (at < end && (bytes[at] == '+' || bytes[at] == '-')) at++;
    size_t exponent = at;
    at = digits(bytes, at, end);
    if (at == exponent) return 0;
  }
  return at;
}

int is_json_number(const uint8_t *text, size_t length) { return length > 0 && number_end(text, 0, length) == length; }

static inline int starts_with(const uint8_t *bytes, size_t at, size_t end, const char *word, size_t length) {
  return end - at >= length && memcmp(bytes + at, word, length) == 0;
}

/// Scans the value at `at`. Returns where it ends; 0 where it is none that a plain line has.
static inline size_t scan_value(const uint8_t *bytes, size_t at, size_t end, ScannedValue *value) {
  if (at >= end) return 0;
  if (bytes[at] == '"') {
    size_t start = at + 1;
    value->form = ScannedText;
    for (at = start;;) {
      at = find_special(bytes, at, end, '"', '\\');
      if (at >= end) return 0;
      if (bytes[at] == '"') break;
      if (bytes[at] != '\\' || end - at < 2) return 0;
      value->form = ScannedEscapedText;
      at += 2;
      if (bytes[at - 1] < 0x20) return 0;
    }
    if (at - start > UINT32_MAX) return 0;
    value->start = start;
    value->length = (uint32_t)(at - start);
    return at + 1;
  }
  static const struct { const char *word; uint8_t length; ScannedForm form; } words[] = {
    {"true", 4, ScannedTrue}, {"false", 5, ScannedFalse}, {"null", 4, ScannedMissing},
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (starts_with(bytes, at, end, words[i].word, words[i].length)) {
      *value = (ScannedValue){at, words[i].length, words[i].form};
      return at + words[i].length;
    }
  }
  size_t after = number_end(bytes, at, end);
  if (after == 0 || after - at > 64) return 0;
  *value = (ScannedValue){at, (uint32_t)(after - at), ScannedNumber};
  return after;
}

/// Where the next line starts, if nothing but blanks is left of this one; else 0.
static inline size_t line_end(const uint8_t *bytes, size_t at, size_t end) {
  while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) at++;
  if (at == end) return end;
  return bytes[at] == '\n' ? at + 1 : 0;
}

/// Forgets the values of the line before.
static inline void forget_values(Scanner *scanner) {
  for (uint64_t left = scanner->present; left; left &= left - 1) {
    scanner->values[__builtin_ctzll(left)] = (ScannedValue){0, 0, ScannedMissing};
  }
  scanner->present = 0;
}

size_t scanner_json_line(Scanner *scanner, const uint8_t *bytes, size_t start, size_t end) {
  forget_values(scanner);
  uint64_t met = 0;
  unsigned slot = scanner->count;
  size_t at = blanks(bytes, start, end);
  if (at >= end || bytes[at] != '{') return 0;
  at = blanks(bytes, at + 1, end);
  for (;;) {
    if (at >= end || bytes[at] != '"') return 0;
    size_t name = at + 1;
    at = find_special(bytes, name, end, '"', '\\');
    if (at >= end || bytes[at] != '"') return 0;
    slot = attribute(scanner, bytes + name, at - name, slot);
    if (slot == scanner->count || met >> slot & 1) return 0;
    met |= (uint64_t)1 << slot;
    at = blanks(bytes, at + 1, end);
    if (at >= end || bytes[at] != ':') return 0;
    scanner->present |= (uint64_t)1 << slot;
    at = scan_value(bytes, blanks(bytes, at + 1, end), end, &scanner->values[slot]);
    if (at == 0) return 0;
    if (scanner->values[slot].form == ScannedMissing) {
      scanner->values[slot] = (ScannedValue){0, 0, ScannedMissing};
      scanner->present &= ~((uint64_t)1 << slot);
    }
    at = blanks(bytes, at, end);
    if (at >= end) return 0;
    if (bytes[at] == '}') return line_end(bytes, at + 1, end);
    if (bytes[at] != ',') return 0;
    at = blanks(bytes, at + 1, end);
  }
}

/// The end of a cell in quotes whose first byte is at `at`: the place of the closing quote; `end` where there is none.
static inline size_t quoted_end(const uint8_t *bytes, size_t at, size_t end, int *has_doubles) {
  for (;;) {
    const uint8_t *quote = memchr(bytes + at, '"', end - at);
    if (!quote) return end;
    at = (size_t)(quote - bytes);
    if (at + 1 >= end || bytes[at + 1] != '"') return at;
    *has_doubles = 1;
    at += 2;
    if (at >= end) return end;
  }
}

/// The end of a cell without quotes: the comma, line break or quote after it, or `end`.
static inline size_t bare_end(const uint8_t *bytes, size_t at, size_t end) {
  for (; at < end; at += 8) {
    uint64_t word = load(bytes + at);
    uint64_t found = zeros(word ^ each * ',') | zeros(word ^ each * '\n') | zeros(word ^ each * '"');
    if (found) {
      at += (size_t)__builtin_ctzll(found) >> 3;
      return at < end ? at : end;
    }
  }
  return end;
}

size_t scanner_csv_record(Scanner *scanner, const uint8_t *bytes, size_t start, size_t end) {
  forget_values(scanner);
  size_t at = start;
  for (unsigned column = 0;; column++) {
    if (column == scanner->column_count) return 0;
    unsigned slot = scanner->columns[column];
    ScannedValue *value = &scanner->values[slot];
    scanner->present |= (uint64_t)1 << slot;
    size_t cell = at;
    size_t cell_end;
    if (at < end && bytes[at] == '"') {
      int has_doubles = 0;
      cell = at + 1;
      cell_end = quoted_end(bytes, cell, end, &has_doubles);
      if (cell_end >= end) return 0;
      at = cell_end + 1;
      value->form = has_doubles ? ScannedEscapedText : ScannedText;
      if (at < end && bytes[at] == '\r') at++;
      if (at < end && bytes[at] != '\n' && (bytes[at] != ',' || bytes[at - 1] == '\r')) return 0;
    } else {
      cell_end = at = bare_end(bytes, at, end);
      if (at < end && bytes[at] == '"') return 0;
      if ((at == end || bytes[at] == '\n') && cell_end > cell && bytes[cell_end - 1] == '\r') cell_end--;
      value->form = ScannedText;
    }
    if (cell_end - cell > UINT32_MAX) return 0;
    value->start = cell;
    value->length = (uint32_t)(cell_end - cell);
    if (value->length == 0) {
      value->form = ScannedMissing;
      scanner->present &= ~((uint64_t)1 << slot);
    }
    if (at >= end || bytes[at] == '\n') {
      if (column + 1 != scanner->column_count) return 0;
      return at >= end ? end : at + 1;
    }
    at++;
  }
}

size_t csv_record_end(const uint8_t *bytes, size_t start, size_t end, size_t *lines, int *is_open) {
  size_t at = start;
  *lines = 1;
  *is_open = 0;
  for (;;) {
    if (at < end && bytes[at] == '"') {
      int has_doubles = 0;
      size_t close = quoted_end(bytes, at + 1, end, &has_doubles);
      if (close >= end) {
        *is_open = 1;
        break;
      }
      for (const uint8_t *line = bytes + at; (line = memchr(line, '\n', (size_t)(bytes + close - line))); line++) ++*lines;
      at = close + 1;
      if (at < end && bytes[at] == '\r') at++;
      if (at >= end) return end;
      if (bytes[at] == '\n') return at + 1;
      if (bytes[at] != ',') break;
      at++;
      continue;
    }
    at = bare_end(bytes, at, end);
    if (at >= end) return end;
    if (bytes[at] == '\n') return at + 1;
    if (bytes[at] == '"') break;
    at++;
  }
  // A quote stands where none may: the record is its first line.
  const uint8_t *line = memchr(bytes + start, '\n', end - start);
  *lines = 1;
  return line ? (size_t)(line - bytes) + 1 : end;
}
