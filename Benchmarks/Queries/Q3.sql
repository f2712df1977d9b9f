SELECT source, count(*) AS n FROM claims GROUP BY source ORDER BY n DESC, source LIMIT 20
