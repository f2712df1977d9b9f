SELECT subject, relation, count(*) AS n FROM claims GROUP BY subject, relation ORDER BY n DESC, subject, relation LIMIT 50
