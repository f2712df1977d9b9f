#include "json.h"

#include <new>
#include <simdjson.h>
#include <string>
#include <vector>

using namespace simdjson;

struct JSONParser {
  dom::parser parser;
  std::vector<JSONNode> nodes;
  std::string text;

  void append(dom::element element);
  void append(std::string_view string);
};

namespace {

/// Lines are shorter than this as a rule, so that memory is asked for once.
constexpr size_t usualLength = 1 << 16;

JSONFault fault(error_code code) {
  switch (code) {
  case SUCCESS: return JSONFaultFine;
  case EMPTY: return JSONFaultEmpty;
  case DEPTH_ERROR: return JSONFaultTooDeep;
  case CAPACITY:
  case MEMALLOC: return JSONFaultTooLong;
  case UTF8_ERROR: return JSONFaultNotUTF8;
  case UNESCAPED_CHARS: return JSONFaultControlCharacter;
  case STRING_ERROR: return JSONFaultBadEscape;
  case UNCLOSED_STRING: return JSONFaultOpenString;
  case NUMBER_ERROR: return JSONFaultBadNumber;
  case T_ATOM_ERROR:
  case F_ATOM_ERROR:
  case N_ATOM_ERROR: return JSONFaultBadWord;
  default: return JSONFaultBadStructure;
  }
}

JSONNode number(double value, bool isWhole, int64_t whole) {
  JSONNode node = {};
  node.kind = JSONKindNumber;
  node.isWhole = isWhole;
  node.number = value;
  node.whole = whole;
  return node;
}

JSONNode node(dom::element element) {
  JSONNode node = {};
  switch (element.type()) {
  case dom::element_type::INT64: {
    int64_t value = element.get_int64().value_unsafe();
    return number(static_cast<double>(value), true, value);
  }
  case dom::element_type::UINT64: return number(static_cast<double>(element.get_uint64().value_unsafe()), false, 0);
  case dom::element_type::DOUBLE: return number(element.get_double().value_unsafe(), false, 0);
  case dom::element_type::BOOL: node.kind = element.get_bool().value_unsafe() ? JSONKindTrue : JSONKindFalse; break;
  case dom::element_type::STRING: node.kind = JSONKindString; break;
  case dom::element_type::ARRAY: node.kind = JSONKindList; break;
  case dom::element_type::OBJECT: node.kind = JSONKindObject; break;
  case dom::element_type::NULL_VALUE: node.kind = JSONKindNull; break;
  }
  return node;
}

} // namespace

void JSONParser::append(std::string_view string) {
  JSONNode node = {};
  node.kind = JSONKindString;
  node.textStart = static_cast<uint32_t>(text.size());
  text.append(string);
  node.textEnd = static_cast<uint32_t>(text.size());
  node.end = static_cast<uint32_t>(nodes.size() + 1);
  nodes.push_back(node);
}

/// The depth was checked when the text was parsed.
void JSONParser::append(dom::element element) {
  size_t place = nodes.size();
  uint32_t count = 0;
  switch (element.type()) {
  case dom::element_type::STRING: append(element.get_string().value_unsafe()); return;
  case dom::element_type::ARRAY:
    nodes.push_back(node(element));
    for (dom::element child : element.get_array().value_unsafe()) {
      append(child);
      count++;
    }
    break;
  case dom::element_type::OBJECT:
    nodes.push_back(node(element));
    for (dom::key_value_pair member : element.get_object().value_unsafe()) {
      append(member.key);
      append(member.value);
      count++;
    }
    break;
  default: nodes.push_back(node(element));
  }
  nodes[place].count = count;
  nodes[place].end = static_cast<uint32_t>(nodes.size());
}

JSONParser *json_parser_create(void) { return new (std::nothrow) JSONParser(); }

void json_parser_destroy(JSONParser *parser) { delete parser; }

size_t json_padding(void) { return SIMDJSON_PADDING; }

JSONFault json_parse(JSONParser *parser, const uint8_t *text, size_t length, size_t depth) {
  parser->nodes.clear();
  parser->text.clear();
  if (length >= UINT32_MAX) return JSONFaultTooLong;
  if (parser->parser.capacity() < length || parser->parser.max_depth() != depth) {
    error_code code = parser->parser.allocate(length < usualLength ? usualLength : length * 2, depth);
    if (code) return fault(code);
  }
  dom::element root;
  error_code code = parser->parser.parse(text, length, false).get(root);
  if (code) return fault(code);
  parser->append(root);
  return JSONFaultFine;
}

const JSONNode *json_nodes(const JSONParser *parser, size_t *count) {
  *count = parser->nodes.size();
  return parser->nodes.data();
}

const uint8_t *json_text(const JSONParser *parser, size_t *length) {
  *length = parser->text.size();
  return reinterpret_cast<const uint8_t *>(parser->text.data());
}
