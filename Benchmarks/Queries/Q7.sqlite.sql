SELECT substr(date, 1, 7) AS month, count(*) FROM claims WHERE subject = '{subject}' AND date IS NOT NULL
GROUP BY month ORDER BY month
