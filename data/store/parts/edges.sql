-- Edges of the sites from variable `first_site` to `last_site` (names; `first_id`, `last_id`: their numbers), of what count.sql numbered; `template_zone` has the zones of
-- templates. A page's hyperlinks are all of its own site, so that the sites of an archive are counted some thousands of pages at a time, and memory doesn't grow with it: what
-- is kept of each page and each site that it cites is ten times an edge. Groups of rows of other sites are passed over. One pass: a page's hyperlinks to a site are taken
-- together first. (Pages counted as DISTINCT would be kept once more.)
-- Records of a WACZ of an older Toile may share a number: the address tells most of them apart. Hyperlinks inside a site stand here, too: source = target.
-- Weights as METHOD.md has them: pages with a link outside templates, and one for all links in templates together.
CREATE OR REPLACE TEMP TABLE edge AS
WITH link AS (
  SELECT source.site AS source, coalesce(leads_by_id.id, name.id) AS target, source.page, source.seen, part.zone,
    part.zone IN (SELECT zone FROM template_zone) AS in_template
  FROM part JOIN source ON source.file = part.file AND source.record = part.record AND source.url = part.url
    JOIN name ON name.site = part.target_site LEFT JOIN leads_by_id ON leads_by_id.url = part.target
  WHERE part.kind = 'link' AND part.site BETWEEN getvariable('first_site') AND getvariable('last_site')
    AND source.site BETWEEN getvariable('first_id') AND getvariable('last_id')),
on_page AS (
  SELECT source, target, any_value(seen) AS seen, bool_or(NOT in_template) AS in_matter, bool_or(in_template) AS in_template,
    count(*) AS links, count(*) FILTER (WHERE zone = 'content') AS content, count(*) FILTER (WHERE zone = 'nav') AS nav, count(*) FILTER (WHERE zone = 'header') AS header,
    count(*) FILTER (WHERE zone = 'footer') AS footer, count(*) FILTER (WHERE zone = 'sidebar') AS sidebar, count(*) FILTER (WHERE zone = 'blogroll') AS blogroll,
    count(*) FILTER (WHERE zone = 'comment') AS comment, count(*) FILTER (WHERE zone = 'other') AS other
  FROM link GROUP BY source, target, page)
SELECT source, target, sum(links)::INTEGER AS links, count(*)::INTEGER AS pages,
  (count(*) FILTER (WHERE in_matter) + max(CASE WHEN in_template THEN 1 ELSE 0 END))::INTEGER AS weight,
  min(seen)::DOUBLE AS first_seen, max(seen)::DOUBLE AS last_seen,
  sum(content)::INTEGER AS content, sum(nav)::INTEGER AS nav, sum(header)::INTEGER AS header, sum(footer)::INTEGER AS footer,
  sum(sidebar)::INTEGER AS sidebar, sum(blogroll)::INTEGER AS blogroll, sum(comment)::INTEGER AS comment, sum(other)::INTEGER AS other
FROM on_page GROUP BY source, target;
