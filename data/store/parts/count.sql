-- What edges.sql counts with, of what choose.sql found: names of sites and pages are numbers there.

-- In the order of names.
CREATE TEMP TABLE name AS
SELECT site, (row_number() OVER (ORDER BY site))::INTEGER AS id FROM (
  SELECT site FROM chosen UNION SELECT target_site FROM part WHERE kind = 'link' UNION SELECT site FROM leads);

CREATE TEMP TABLE leads_by_id AS SELECT leads.url, name.id FROM leads JOIN name ON name.site = leads.site;

-- Captures whose hyperlinks count: pages, and notices that a page has moved.
CREATE TEMP TABLE source AS
SELECT file, record, url, name.id AS site, epoch_ms(captured_at) AS seen, (row_number() OVER ())::INTEGER AS page
FROM chosen JOIN name ON name.site = chosen.site WHERE kind IN ('page', 'redirect');
