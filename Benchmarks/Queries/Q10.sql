SELECT * FROM claims WHERE id = '{id}'
