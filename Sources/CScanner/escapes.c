#include <string.h>

#include "scanner.h"

static int hexadecimal(uint8_t byte) {
  if ((uint8_t)(byte - '0') < 10) return byte - '0';
  uint8_t letter = byte | 0x20;
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// The number of four hexadecimal digits; -1 where they are not.
static int32_t four_digits(const uint8_t *at) {
  int32_t number = 0;
  for (int i = 0; i < 4; i++) {
    int digit = hexadecimal(at[i]);
    if (digit < 0) return -1;
    number = number << 4 | digit;
  }
  return number;
}

static size_t put_scalar(uint32_t scalar, uint8_t *to) {
  if (scalar < 0x80) {
    to[0] = (uint8_t)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    to[0] = (uint8_t)(0xC0 | scalar >> 6);
    to[1] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    to[0] = (uint8_t)(0xE0 | scalar >> 12);
    to[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    to[2] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 3;
  }
  to[0] = (uint8_t)(0xF0 | scalar >> 18);
  to[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
  to[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
  to[3] = (uint8_t)(0x80 | (scalar & 0x3F));
  return 4;
}

/// Reads the escape `\uXXXX`, or two of them for one character, at `at`. Returns how many bytes it has; 0 for a bad one.
static size_t unicode_escape(const uint8_t *text, size_t at, size_t length, uint32_t *scalar) {
  if (length - at < 6) return 0;
  int32_t unit = four_digits(text + at + 2);
  if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return 0;
  *scalar = (uint32_t)unit;
  if (unit < 0xD800 || unit > 0xDBFF) return 6;
  if (length - at < 12 || text[at + 6] != '\\' || text[at + 7] != 'u') return 0;
  int32_t second = four_digits(text + at + 8);
  if (second < 0xDC00 || second > 0xDFFF) return 0;
  *scalar = 0x10000 + ((uint32_t)(unit - 0xD800) << 10) + (uint32_t)(second - 0xDC00);
  return 12;
}

size_t json_unescape(const uint8_t *text, size_t length, uint8_t *to) {
  size_t written = 0;
  for (size_t at = 0; at < length;) {
    const uint8_t *escape = memchr(text + at, '\\', length - at);
    size_t plain = (escape ? (size_t)(escape - text) : length) - at;
    memcpy(to + written, text + at, plain);
    written += plain;
    at += plain;
    if (at >= length) break;
    if (length - at < 2) return SIZE_MAX;
    uint8_t plainer = 0;
    switch (text[at + 1]) {
    case '"': case '\\': case '/': plainer = text[at + 1]; break;
    case 'b': plainer = '\b'; break;
    case 'f': plainer = '\f'; break;
    case 'n': plainer = '\n'; break;
    case 'r': plainer = '\r'; break;
    case 't': plainer = '\t'; break;
    case 'u': {
      uint32_t scalar;
      size_t bytes = unicode_escape(text, at, length, &scalar);
      if (bytes == 0) return SIZE_MAX;
      written += put_scalar(scalar, to + written);
      at += bytes;
      continue;
    }
    default: return SIZE_MAX;
    }
    to[written++] = plainer;
    at += 2;
  }
  return written;
}

size_t csv_unescape(const uint8_t *text, size_t length, uint8_t *to) {
  size_t written = 0;
  for (size_t at = 0; at < length;) {
    const uint8_t *quote = memchr(text + at, '"', length - at);
    size_t plain = quote ? (size_t)(quote - text) + 1 - at : length - at;
    memcpy(to + written, text + at, plain);
    written += plain;
    at += quote ? plain + 1 : plain;
  }
  return written;
}
