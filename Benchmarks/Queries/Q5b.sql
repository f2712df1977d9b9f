SELECT a.id, b.id FROM claims a JOIN claims b
ON a.subject = b.subject AND a.relation = b.relation AND a.object = b.object AND a.location = b.location
WHERE a.polarity = 'affirmed' AND b.polarity = 'denied' AND a.source <> b.source ORDER BY a.id, b.id LIMIT 20
