-- Sites that have pages, or are linked to by others; `edge` is what edges.sql counted, of all sites.
CREATE TEMP TABLE site AS
SELECT id, sum(pages)::INTEGER AS pages, sum(inside)::INTEGER AS inside FROM (
  SELECT name.id, count(*) AS pages, 0 AS inside FROM chosen JOIN name ON name.site = chosen.site WHERE kind = 'page' GROUP BY name.id
  UNION ALL SELECT source, 0, links FROM edge WHERE source = target
  UNION ALL SELECT DISTINCT source, 0, 0 FROM edge WHERE source <> target
  UNION ALL SELECT DISTINCT target, 0, 0 FROM edge WHERE source <> target)
GROUP BY id;
