SELECT relation, source FROM claims WHERE subject = '{subject}' AND location = '{place}' ORDER BY relation, source
