// JSON texts as flat lists of nodes, read by simdjson.
//
// simdjson checks all of RFC 8259 and that the text is UTF-8. Nothing here throws or keeps what it is given.
#ifndef HEARSAY_JSON_H
#define HEARSAY_JSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a value is.
typedef enum : uint8_t { JSONKindNull, JSONKindFalse, JSONKindTrue, JSONKindNumber, JSONKindString, JSONKindList, JSONKindObject } JSONKind;

/// A value; those within it follow it, depth first, an object's as pairs of a string and a value.
typedef struct {
  JSONKind kind;
  /// Whether a number is written as a whole one and fits 64 bits with its sign.
  uint8_t isWhole;
  /// How many values a list has, or pairs an object.
  uint32_t count;
  /// The place of the first node after this one and all within it.
  uint32_t end;
  /// The bytes of a string in the parser's text.
  uint32_t textStart;
  uint32_t textEnd;
  /// A number's value.
  double number;
  int64_t whole;
} JSONNode;

/// What can be wrong with a text that is to be JSON.
typedef enum : uint8_t {
  JSONFaultFine,
  JSONFaultEmpty,
  JSONFaultTooDeep,
  JSONFaultTooLong,
  JSONFaultNotUTF8,
  JSONFaultControlCharacter,
  JSONFaultBadEscape,
  JSONFaultOpenString,
  JSONFaultBadNumber,
  JSONFaultBadWord,
  JSONFaultBadStructure,
} JSONFault;

/// Reads one text after another; what it has read stands until the next one is read.
typedef struct JSONParser JSONParser;

/// A parser, or NULL where there is no memory for it.
JSONParser *json_parser_create(void);
void json_parser_destroy(JSONParser *parser);

/// How many bytes after a text have to be readable; what they hold does not matter.
size_t json_padding(void);

/// Reads the `length` bytes at `text`, one value nested at most `depth` deep. Linear.
JSONFault json_parse(JSONParser *parser, const uint8_t *text, size_t length, size_t depth);

/// The nodes of what was read last, its value first.
const JSONNode *json_nodes(const JSONParser *parser, size_t *count);

/// The bytes of its strings, without escapes.
const uint8_t *json_text(const JSONParser *parser, size_t *length);

#ifdef __cplusplus
}
#endif

#endif
