SELECT count(*) FROM claims WHERE contains(text, '{word}')
