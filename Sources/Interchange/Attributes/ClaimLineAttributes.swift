import ClaimModel

/// The attributes of a line of claims: the one table of which its reader and its schema are made.
enum ClaimLineAttributes {
  /// What a claim can have, in the order in which it is written.
  static let all = statement + circumstances + attribution + source + place

  private static let statement = [
    LineAttribute(
      "id", .text, "a name by which other lines refer to the claim; its content address where that is known"),
    LineAttribute("subject", .textOrNumber, "who does it or is it"),
    LineAttribute("subject_detail", .object(detail), "what more is known of the subject"),
    LineAttribute("relation", .text, "what is done, as the lemma of a verb: kill, carry out", .required),
    LineAttribute("object", .textOrNumber, "what it is done to, what the subject is said to be, or a claim's id"),
    LineAttribute("object_detail", .object(detail), "what more is known of the object"),
    LineAttribute("obliques", .list(.object(oblique)), "what else is tied to the verb, in the order of the text"),
  ]

  private static let circumstances = [
    LineAttribute("location", .text, "the innermost place where it is said to hold"),
    LineAttribute("location_resolved_from", .text, "the pronoun or description that stands in the text: the country"),
    LineAttribute("from", .text, "the place from which a movement starts"),
    LineAttribute("to", .text, "the place to which a movement goes"),
    LineAttribute("date", .date, "when it is said to have happened"),
    LineAttribute("date_resolved_from", .text, "the words of an earlier sentence that tell the date of the same event"),
    LineAttribute("quantity", .number, "the number that it turns on"),
    LineAttribute("unit", .text, "what the quantity counts"),
    LineAttribute("bound", .choice(Quantity.Bound.allCases.map(\.rawValue)), "how exact the quantity is"),
    LineAttribute(
      "polarity", .choice(Polarity.allCases.map(\.rawValue)), "whether it is affirmed; affirmed if left out"),
    LineAttribute(
      "certainty", .choice(Certainty.allCases.map(\.rawValue)), "how sure the speaker is; certain if left out"),
    LineAttribute("topic", .text, "what it is about: killing, sanctuary, denial"),
    LineAttribute("about", .list(.text), "every person, group, organisation and place that it mentions"),
  ]

  private static let attribution = [
    LineAttribute("speaker", .textOrNumber, "whom the article credits with it; the article's author if left out"),
    LineAttribute("speaker_detail", .object(detail), "what more is known of the speaker"),
    LineAttribute("speaker_is_author", .flag, "whether it is the article's own voice"),
    LineAttribute("via", .list(.text), "who passed it on, from the article inwards, without the speaker"),
    LineAttribute("cue", .text, "the words that attribute it: insist, according to"),
    LineAttribute("stance", .choice(Stance.allCases.map(\.rawValue)), "how the article carries another's claim"),
  ]

  private static let source = [
    LineAttribute("source", .text, "the article, as it is shown: its label, author, outlet, title or file"),
    LineAttribute("file", .text, "the article's file, without its folder"),
    LineAttribute("digest", .text, "the SHA-256 of the article's file, in hexadecimal"),
    LineAttribute("label", .text, "what a catalogue calls the article"),
    LineAttribute("author", .text, "who wrote the article"),
    LineAttribute("outlet", .text, "who published the article"),
    LineAttribute("title", .text, "the article's headline"),
    LineAttribute("published", .date, "when the article was published"),
    LineAttribute("url", .text, "where the article was published"),
  ]

  private static let place = [
    LineAttribute("text", .text, "the sentence that says so, word for word, or the part of it that does", .oneOf),
    LineAttribute("sentence", .count, "the number of the sentence in the article, from 1", .oneOf),
    LineAttribute("span", .range, "the bytes of the article's file in which the sentence stands", .oneOf),
    LineAttribute("words", .range, "the bytes of the article's file that hold the claim's own words"),
    LineAttribute("confidence", .share, "how likely it is that the text says so"),
    LineAttribute("extractor", .text, "who made the claim of the text: a program with its version, a person"),
    LineAttribute("entities", .list(.object(entity)), "what is known of those whom the claim names"),
  ]

  /// What an argument can be.
  static let argumentKinds = ["entity", "phrase", "number", "claim"]

  private static let detail = [
    LineAttribute("kind", .choice(argumentKinds), "whether it is a name, words, a number or a claim's id", .required),
    LineAttribute("part_of", .text, "the entity of which a phrase names members or a part: ISIS for ISIS fighters"),
    LineAttribute("resolved_from", .text, "the pronoun or description that stands in the text: the group"),
    LineAttribute("span", .range, "the bytes of the article's file in which its words stand"),
  ]

  private static let oblique = [
    LineAttribute("marker", .anyText, "the preposition: in, because of; empty where there is none", .required),
    LineAttribute("argument", .textOrNumber, "what is tied", .required),
    LineAttribute("argument_detail", .object(detail), "what more is known of it"),
  ]

  private static let entity = [
    LineAttribute("name", .text, "its name, as the claim has it", .required),
    LineAttribute("kind", .choice(EntityKind.allCases.map(\.rawValue)), "what it is; other if left out"),
    LineAttribute("aliases", .list(.text), "its other names"),
    LineAttribute("broader", .text, "the entity that it lies within or is part of"),
  ]
}
