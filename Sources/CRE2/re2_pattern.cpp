#include "re2_pattern.h"

#include <new>
#include <re2/re2.h>

struct RE2Pattern {
  RE2 expression;
};

namespace {

/// What a pattern and its automata may take; RE2 works more slowly, and never wrongly, where that is little.
constexpr int64_t memory = 8 << 20;

re2::StringPiece piece(const uint8_t *text, size_t length) {
  return re2::StringPiece(reinterpret_cast<const char *>(text), text == nullptr ? 0 : length);
}

}  // namespace

RE2Pattern *re2_pattern_create(const uint8_t *text, size_t length) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return new (std::nothrow) RE2Pattern{RE2(piece(text, length), options)};
}

void re2_pattern_destroy(RE2Pattern *pattern) { delete pattern; }

const char *re2_pattern_fault(const RE2Pattern *pattern) {
  return pattern->expression.ok() ? nullptr : pattern->expression.error().c_str();
}

bool re2_pattern_matches(const RE2Pattern *pattern, const uint8_t *text, size_t length) {
  return RE2::PartialMatch(piece(text, length), pattern->expression);
}
