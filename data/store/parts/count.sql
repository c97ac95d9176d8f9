-- Edges, sites and dates of what choose.sql found to count; `template_zone` has the zones of templates.

-- Weights as METHOD.md has them: pages with a link outside templates, and one for all links in templates together.
CREATE TEMP TABLE edge AS
SELECT source, target, count(*) AS links, count(DISTINCT page) AS pages,
  count(DISTINCT CASE WHEN zone NOT IN (SELECT zone FROM template_zone) THEN page END)
    + max(CASE WHEN zone IN (SELECT zone FROM template_zone) THEN 1 ELSE 0 END) AS weight,
  epoch_ms(min(captured_at)) AS first_seen, epoch_ms(max(captured_at)) AS last_seen, histogram(zone) AS zones
FROM counted WHERE source <> target GROUP BY source, target;

CREATE TEMP TABLE site AS
SELECT site, sum(pages) AS pages, sum(inside) AS inside FROM (
  SELECT site, count(*) AS pages, 0 AS inside FROM chosen WHERE kind = 'page' GROUP BY site
  UNION ALL
  SELECT source, 0, count(*) FROM counted WHERE source = target GROUP BY source)
GROUP BY site;
