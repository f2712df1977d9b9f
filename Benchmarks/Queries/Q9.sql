SELECT source, count(DISTINCT speaker) AS n FROM claims GROUP BY source ORDER BY n DESC, source LIMIT 20
