SELECT count(*) FROM words WHERE words MATCH '{word}'
