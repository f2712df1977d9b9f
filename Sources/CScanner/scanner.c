#include "bytes.h"
#include "scanner.h"

#include <string.h>

typedef uint8_t Block __attribute__((ext_vector_type(16)));
typedef bool Bits __attribute__((ext_vector_type(16)));

static inline Block load_block(const uint8_t *at) {
  Block block;
  memcpy(&block, at, sizeof block);
  return block;
}

/// A bit for each byte of a comparison that holds.
static inline uint16_t bits_of(Bits bits) {
  uint16_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

/// The first byte from `at` on, before `end`, that is `one`, `other` or a control character. The bytes that are looked at
/// are added to `met`.
static inline size_t find_special(const uint8_t *bytes, size_t at, size_t end, uint8_t one, uint8_t other, Block *met) {
  for (; at < end; at += 16) {
    Block block = load_block(bytes + at);
    *met |= block;
    uint16_t found = bits_of(__builtin_convertvector((block == one) | (block == other) | (block < (uint8_t)0x20), Bits));
    if (found) {
      at += (size_t)__builtin_ctz(found);
      return at < end ? at : end;
    }
  }
  return end;
}

/// Whether `length` bytes are the same; eight more can be read after both.
static inline int are_equal(const uint8_t *one, const uint8_t *other, size_t length) {
  for (; length > 8; one += 8, other += 8, length -= 8) {
    if (load(one) != load(other)) return 0;
  }
  return length == 0 || (load(one) ^ load(other)) << (64 - 8 * length) == 0;
}

void scanner_add_name(Scanner *scanner, const char *name) {
  size_t length = strlen(name);
  if (scanner->count == scanner_most_attributes || length > scanner_longest_name) __builtin_trap();
  memcpy(scanner->names[scanner->count], name, length);
  scanner->lengths[scanner->count] = (uint8_t)length;
  scanner->count++;
}

/// The attribute of a name; `count` where there is none. `after` is the attribute before it, or `count`.
static unsigned attribute(Scanner *scanner, const uint8_t *name, size_t length, unsigned after) {
  unsigned slot;
  for (slot = 0; slot < scanner->count; slot++) {
    if (scanner->lengths[slot] == length && are_equal(scanner->names[slot], name, length)) {
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

/// The most brackets and braces within one another in a list.
enum { most_nested = 16 };

/// The end of the list whose bracket is at `at`; 0 where it has none in its line, or is nested deep. Only quotes, brackets
/// and braces are looked at.
static size_t list_end(const uint8_t *bytes, size_t at, size_t end, Block *met) {
  for (unsigned depth = 0; at < end; at++) {
    uint8_t byte = bytes[at];
    if (byte == '"') {
      for (at++;; at += 2) {
        at = find_special(bytes, at, end, '"', '\\', met);
        if (at >= end || bytes[at] < 0x20) return 0;
        if (bytes[at] == '"') break;
      }
    } else if (byte == '[' || byte == '{') {
      if (++depth > most_nested) return 0;
    } else if (byte == ']' || byte == '}') {
      if (--depth == 0) return at + 1;
    } else if (byte > 0x7F || (byte < 0x20 && byte != '\t')) {
      return 0;
    }
  }
  return 0;
}

/// Scans the value at `at`. Returns where it ends; 0 where it is none that a plain line has.
static inline size_t scan_value(const uint8_t *bytes, size_t at, size_t end, ScannedValue *value, Block *met) {
  if (at >= end) return 0;
  if (bytes[at] == '"') {
    size_t start = at + 1;
    value->form = ScannedText;
    for (at = start;;) {
      at = find_special(bytes, at, end, '"', '\\', met);
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
  if (bytes[at] == '[') {
    size_t after = list_end(bytes, at, end, met);
    if (after == 0 || after - at > UINT32_MAX) return 0;
    *value = (ScannedValue){at, (uint32_t)(after - at), ScannedList};
    return after;
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
static inline void forget_values(ScannedLine *line) {
  for (uint64_t left = line->present; left; left &= left - 1) {
    line->values[__builtin_ctzll(left)] = (ScannedValue){0, 0, ScannedMissing};
  }
  line->present = 0;
}

static inline size_t json_line(Scanner *scanner, ScannedLine *line, const uint8_t *bytes, size_t start, size_t end) {
  forget_values(line);
  uint64_t met = 0;
  Block met_bytes = 0;
  unsigned slot = scanner->count;
  size_t at = blanks(bytes, start, end);
  if (at >= end || bytes[at] != '{') return 0;
  at = blanks(bytes, at + 1, end);
  for (;;) {
    if (at >= end || bytes[at] != '"') return 0;
    size_t name = at + 1;
    // The attribute that came the last time, most likely.
    unsigned guess = scanner->next[slot];
    size_t length = scanner->lengths[guess];
    if (end - name > length && bytes[name + length] == '"' && are_equal(scanner->names[guess], bytes + name, length)) {
      at = name + length;
      slot = guess;
    } else {
      at = find_special(bytes, name, end, '"', '\\', &met_bytes);
      if (at >= end || bytes[at] != '"') return 0;
      slot = attribute(scanner, bytes + name, at - name, slot);
    }
    if (slot == scanner->count || met >> slot & 1) return 0;
    met |= (uint64_t)1 << slot;
    at = blanks(bytes, at + 1, end);
    if (at >= end || bytes[at] != ':') return 0;
    line->present |= (uint64_t)1 << slot;
    at = scan_value(bytes, blanks(bytes, at + 1, end), end, &line->values[slot], &met_bytes);
    if (at == 0) return 0;
    if (line->values[slot].form == ScannedMissing) {
      line->values[slot] = (ScannedValue){0, 0, ScannedMissing};
      line->present &= ~((uint64_t)1 << slot);
    }
    at = blanks(bytes, at, end);
    if (at >= end) return 0;
    if (bytes[at] == '}') {
      line->may_have_more_than_ascii = bits_of(__builtin_convertvector(met_bytes > (uint8_t)0x7F, Bits)) != 0;
      return line_end(bytes, at + 1, end);
    }
    if (bytes[at] != ',') return 0;
    at = blanks(bytes, at + 1, end);
  }
}

size_t scanner_json_line(Scanner *scanner, ScannedLine *line, const uint8_t *bytes, size_t start, size_t end) {
  line->start = start;
  return line->next = json_line(scanner, line, bytes, start, end);
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
static inline size_t bare_end(const uint8_t *bytes, size_t at, size_t end, Block *met) {
  for (; at < end; at += 16) {
    Block block = load_block(bytes + at);
    *met |= block;
    uint16_t found = bits_of(
        __builtin_convertvector((block == (uint8_t)',') | (block == (uint8_t)'\n') | (block == (uint8_t)'"'), Bits));
    if (found) {
      at += (size_t)__builtin_ctz(found);
      return at < end ? at : end;
    }
  }
  return end;
}

static inline size_t csv_record(const Scanner *scanner, ScannedLine *line, const uint8_t *bytes, size_t start, size_t end) {
  forget_values(line);
  size_t at = start;
  Block met = 0;
  int has_quotes = 0;
  for (unsigned column = 0;; column++) {
    if (column == scanner->column_count) return 0;
    unsigned slot = scanner->columns[column];
    ScannedValue *value = &line->values[slot];
    line->present |= (uint64_t)1 << slot;
    size_t cell = at;
    size_t cell_end;
    if (at < end && bytes[at] == '"') {
      int has_doubles = 0;
      has_quotes = 1;
      cell = at + 1;
      cell_end = quoted_end(bytes, cell, end, &has_doubles);
      if (cell_end >= end) return 0;
      at = cell_end + 1;
      value->form = has_doubles ? ScannedEscapedText : ScannedText;
      if (at < end && bytes[at] == '\r') at++;
      if (at < end && bytes[at] != '\n' && (bytes[at] != ',' || bytes[at - 1] == '\r')) return 0;
    } else {
      cell_end = at = bare_end(bytes, at, end, &met);
      if (at < end && bytes[at] == '"') return 0;
      if ((at == end || bytes[at] == '\n') && cell_end > cell && bytes[cell_end - 1] == '\r') cell_end--;
      value->form = ScannedText;
    }
    if (cell_end - cell > UINT32_MAX) return 0;
    value->start = cell;
    value->length = (uint32_t)(cell_end - cell);
    if (value->length == 0) {
      value->form = ScannedMissing;
      line->present &= ~((uint64_t)1 << slot);
    }
    if (at >= end || bytes[at] == '\n') {
      if (column + 1 != scanner->column_count) return 0;
      line->may_have_more_than_ascii = has_quotes || bits_of(__builtin_convertvector(met > (uint8_t)0x7F, Bits)) != 0;
      return at >= end ? end : at + 1;
    }
    at++;
  }
}

size_t scanner_csv_record(const Scanner *scanner, ScannedLine *line, const uint8_t *bytes, size_t start, size_t end) {
  line->start = start;
  return line->next = csv_record(scanner, line, bytes, start, end);
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
    Block met = 0;
    at = bare_end(bytes, at, end, &met);
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
