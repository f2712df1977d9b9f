#include "scanner.h"

/// Whether a byte can stand within the name of a thing or a number.
static inline int is_name(uint8_t byte) {
  return (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10 || byte == '_' || byte == '-' || byte == ':' ||
         byte == '%' || byte == '\\' || byte > 0x7F;
}

/// The end of the IRI whose first byte is at `at`; the next byte where it is none, `end` where that cannot be told.
static size_t iri_end(const uint8_t *bytes, size_t at, size_t end) {
  for (size_t place = at + 1; place < end; place++) {
    if (bytes[place] == '>') return place + 1;
    if (bytes[place] <= 0x20 || bytes[place] == '<') return at + 1;
  }
  return end;
}

/// The end of the string whose first quote is at `at`; the end of the line for a short one without an end.
static size_t string_end(const uint8_t *bytes, size_t at, size_t end) {
  uint8_t quote = bytes[at];
  int is_long = end - at >= 3 && bytes[at + 1] == quote && bytes[at + 2] == quote;
  at += is_long ? 3 : 1;
  while (at < end) {
    if (bytes[at] == '\\') {
      at += 2;
    } else if (bytes[at] == quote && (!is_long || (end - at >= 3 && bytes[at + 1] == quote && bytes[at + 2] == quote))) {
      at += is_long ? 3 : 1;
      // A long string may end in quotes of its own.
      while (is_long && at < end && bytes[at] == quote) at++;
      return at;
    } else if (bytes[at] == '\n' && !is_long) {
      return at;
    } else {
      at++;
    }
  }
  return end;
}

size_t turtle_statement_end(const uint8_t *bytes, size_t start, size_t end, size_t *depth, int *is_open) {
  size_t open = 0;
  size_t at = start;
  *depth = 0;
  *is_open = 0;
  while (at < end) {
    switch (bytes[at]) {
    case '#':
      while (at < end && bytes[at] != '\n') at++;
      continue;
    case '<': at = iri_end(bytes, at, end); continue;
    case '"': case '\'': at = string_end(bytes, at, end); continue;
    case '\\': at += 2; continue;
    case '[': case '(':
      if (++open > *depth) *depth = open;
      break;
    case ']': case ')':
      if (open > 0) open--;
      break;
    case '.': {
      int follows_name = at > start && is_name(bytes[at - 1]);
      // The byte that would tell may be one that has not been read yet.
      int leads_on = at + 1 == end || (follows_name ? is_name(bytes[at + 1]) : (uint8_t)(bytes[at + 1] - '0') < 10);
      if (!leads_on) return at + 1;
      break;
    }
    default: break;
    }
    at++;
  }
  *is_open = 1;
  return end;
}
