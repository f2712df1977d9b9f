SELECT count(*) FROM words WHERE words MATCH '{first} AND {second}'
