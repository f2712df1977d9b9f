SELECT count(*) FROM claims WHERE contains(text, '{first}') AND contains(text, '{second}')
