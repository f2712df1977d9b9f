WITH RECURSIVE within AS (
  SELECT '{province}' AS place UNION ALL SELECT places.place FROM places JOIN within ON places.broader = within.place)
SELECT source, count(*) AS n FROM claims WHERE subject = '{subject}' AND location IN (SELECT place FROM within)
GROUP BY source ORDER BY n DESC, source LIMIT 10
