WITH near AS (
  SELECT object AS name FROM claims WHERE subject = '{hop}' AND object IS NOT NULL
  UNION SELECT subject FROM claims WHERE object = '{hop}'),
far AS (
  SELECT object AS name FROM claims WHERE subject IN (SELECT name FROM near) AND object IS NOT NULL
  UNION SELECT subject FROM claims WHERE object IN (SELECT name FROM near))
SELECT count(*) FROM far WHERE name <> '{hop}'
