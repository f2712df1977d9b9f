// Finds where the values of a line of JSON or a record of CSV stand, and where the words of a text do.
//
// Nothing here allocates but `scanner_create`, and nothing keeps what it is given. Texts are followed by
// `scanner_padding` bytes that may be read; what they hold does not matter.
#ifndef HEARSAY_SCANNER_H
#define HEARSAY_SCANNER_H

#include <stddef.h>
#include <stdint.h>

/// How many bytes after a text have to be readable.
enum { scanner_padding = 64 };

/// The most attributes that a line can have.
enum { scanner_most_attributes = 64 };

/// How many bytes an attribute's name may have.
enum { scanner_longest_name = 40 };

/// How a value is written.
typedef enum : uint8_t {
  /// There is none, or null.
  ScannedMissing,
  /// The bytes of a text as they stand.
  ScannedText,
  /// The bytes of a text with escapes: those of JSON, or CSV's doubled quotes.
  ScannedEscapedText,
  ScannedNumber,
  ScannedTrue,
  ScannedFalse,
  /// The bytes of a list of JSON with its brackets, of which only quotes, brackets and braces have been looked at.
  ScannedList,
} ScannedForm;

/// A value: its bytes from the start of all, a text's without its quotes.
typedef struct {
  size_t start;
  uint32_t length;
  ScannedForm form;
} ScannedValue;

/// The values of a line; all zero before it is first used.
typedef struct {
  ScannedValue values[scanner_most_attributes];
  /// A bit for each attribute that has a value.
  uint64_t present;
  /// Where the line starts, and the next one.
  size_t start, next;
  /// Whether it may have bytes that are not ASCII.
  uint8_t may_have_more_than_ascii;
} ScannedLine;

/// Knows the names of attributes.
typedef struct {
  uint8_t names[scanner_most_attributes][scanner_longest_name + 8];
  uint8_t lengths[scanner_most_attributes];
  /// Which attribute came after each one, and after none, the last time.
  uint8_t next[scanner_most_attributes + 1];
  /// Of each column of CSV the attribute.
  uint8_t columns[scanner_most_attributes];
  uint8_t count, column_count;
} Scanner;

/// Makes a scanner know an attribute: its number is how many it knew before.
void scanner_add_name(Scanner *scanner, const char *name);

/// Scans the line of JSON that starts at `start`: an object of known attributes, none twice, with texts, numbers, truth
/// values, lists and null.
///
/// Returns where the next line starts, as `line` does; 0 for a line that is anything else, be it right or wrong. Whether it is UTF-8 is
/// not checked.
size_t scanner_json_line(Scanner *scanner, ScannedLine *line, const uint8_t *bytes, size_t start, size_t end);

/// Scans the record of CSV (RFC 4180) that starts at `start`, with as many cells as there are columns.
///
/// Returns where the next record starts, as `line` does; 0 where it is no such record. Whether it is UTF-8 is not checked.
size_t scanner_csv_record(const Scanner *scanner, ScannedLine *line, const uint8_t *bytes, size_t start, size_t end);

/// Where the record of CSV that starts at `start` ends, its line break included; at the first line break where a quote
/// stands wrongly. Sets `lines` to how many line breaks it has, and `is_open` where a quote has no end.
size_t csv_record_end(const uint8_t *bytes, size_t start, size_t end, size_t *lines, int *is_open);

/// Where the statement of Turtle that starts at `start` ends, its full stop included; `end` where there is none, or none
/// that another byte follows, and then sets `is_open`. Sets `depth` to how deep brackets are nested in it.
///
/// Only quotes, IRIs, comments and brackets are looked at; whether it is Turtle is not checked.
size_t turtle_statement_end(const uint8_t *bytes, size_t start, size_t end, size_t *depth, int *is_open);

/// Writes a text of JSON without its escapes to `to`, which has room for `length` bytes. Returns how many bytes that are;
/// SIZE_MAX for an escape that JSON does not know, a surrogate without its other half among them.
size_t json_unescape(const uint8_t *text, size_t length, uint8_t *to);

/// Writes a text of CSV with one quote for each two to `to`, which has room for `length` bytes. Returns how many it wrote.
size_t csv_unescape(const uint8_t *text, size_t length, uint8_t *to);

/// Whether a text is a number as JSON writes them.
int is_json_number(const uint8_t *text, size_t length);

/// Has the processor fetch memory that is soon read.
static inline void prefetch_line(const void *at) { __builtin_prefetch(at, 0, 3); }

/// Bytes of a text, from one up to another.
typedef struct {
  uint32_t start, end;
} ByteRun;

/// Finds the runs of letters, digits and bytes that are not ASCII, a possessive `s` after an apostrophe left out.
///
/// `runs` has room for `length / 2 + 1`. Returns how many there are.
size_t word_runs(const uint8_t *text, size_t length, ByteRun *runs);

/// A word of up to sixteen bytes as it is written, zero after its end, and the number of its stem, `UINT32_MAX` where it has
/// several; 0 where there is no word.
typedef struct {
  uint64_t low, high;
  uint32_t stem;
} WordForm;

/// A word of a text, and what it is looked up by: its first sixteen bytes, and their hash.
typedef struct {
  uint64_t low, high, hash;
  ByteRun run;
} WordProbe;

/// The hash of a word.
static inline uint64_t word_hash(uint64_t low, uint64_t high) {
  unsigned __int128 product = (unsigned __int128)(low ^ 0xA0761D6478BD642F) * (high ^ 0xE7037ED1A0B428DB);
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// Finds the words of a text as `word_runs` does, and fetches what is looked up for them in a table of `mask + 1` forms, one
/// less than a power of two, of which some are free; a form stands at its hash, or in the next place that was free.
///
/// `probes` has room for `length / 2 + 1`. Returns how many words there are.
size_t word_probes(const WordForm *table, uint64_t mask, const uint8_t *text, size_t length, WordProbe *probes);

/// Looks words up in such a table. `stems` becomes the number of each word's stem, 0 where it is new or longer than sixteen
/// bytes. Returns how many have none or several.
size_t word_stems(const WordForm *table, uint64_t mask, const WordProbe *probes, size_t count, uint32_t *stems);

/// Whether bytes are UTF-8.
int is_utf8(const uint8_t *text, size_t length);

#endif
