-- Edges, sites and dates of what choose.sql found to count; `template_zone` has the zones of templates. One pass over the hyperlinks: names of sites and pages are
-- numbers in it, a page's hyperlinks to a site are taken together first, and what doesn't fit in memory goes to disk. (Pages counted as DISTINCT would be kept once more.)

-- In the order of names.
CREATE TEMP TABLE name AS
SELECT site, (row_number() OVER (ORDER BY site))::INTEGER AS id FROM (
  SELECT site FROM chosen UNION SELECT target_site FROM part WHERE kind = 'link' UNION SELECT site FROM leads);

CREATE TEMP TABLE leads_by_id AS SELECT leads.url, name.id FROM leads JOIN name ON name.site = leads.site;

-- Captures whose hyperlinks count: pages, and notices that a page has moved.
CREATE TEMP TABLE source AS
SELECT file, record, url, name.id AS site, epoch_ms(captured_at) AS seen, (row_number() OVER ())::INTEGER AS page
FROM chosen JOIN name ON name.site = chosen.site WHERE kind IN ('page', 'redirect');

-- Records of a WACZ of an older Toile may share a number: the address tells most of them apart. Hyperlinks inside a site stand here, too: source = target.
-- Weights as METHOD.md has them: pages with a link outside templates, and one for all links in templates together.
CREATE TEMP TABLE edge AS
WITH link AS (
  SELECT source.site AS source, coalesce(leads_by_id.id, name.id) AS target, source.page, source.seen, part.zone,
    part.zone IN (SELECT zone FROM template_zone) AS in_template
  FROM part JOIN source ON source.file = part.file AND source.record = part.record AND source.url = part.url
    JOIN name ON name.site = part.target_site LEFT JOIN leads_by_id ON leads_by_id.url = part.target
  WHERE part.kind = 'link'),
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

-- Those that have pages, or are linked to by others.
CREATE TEMP TABLE site AS
SELECT id, sum(pages)::INTEGER AS pages, sum(inside)::INTEGER AS inside FROM (
  SELECT name.id, count(*) AS pages, 0 AS inside FROM chosen JOIN name ON name.site = chosen.site WHERE kind = 'page' GROUP BY name.id
  UNION ALL SELECT source, 0, links FROM edge WHERE source = target
  UNION ALL SELECT DISTINCT source, 0, 0 FROM edge WHERE source <> target
  UNION ALL SELECT DISTINCT target, 0, 0 FROM edge WHERE source <> target)
GROUP BY id;
