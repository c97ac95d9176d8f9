-- Which hyperlinks count of the Parquet files that `extract` makes, in DuckDB's SQL; count.sql counts them. Names of Spark SQL differ in read_parquet and arg_max alone.
-- `part` is a view of all files with the columns of data/table/part-columns.ts, and `file`, the place of each in the order of names; `capture` has its rows of the kinds
-- 'page', 'redirect' and 'other' (captures-of-day.ts: for a day, those of another owner of a dated address left out); `asked` has one row: `day`,
-- noon of the day that captures are chosen for in seconds since 1970, or null: the last ones.

-- Of several captures of an address one counts. Without a day the last, an error like a page, as a crawl of the archive takes it. With a day as a past wave
-- does (METHOD.md, "The past"): pages and redirects elsewhere before what is spare, then the nearest in whole seconds, of two as near the earlier.
-- Of one second that which stands later. An archive that was extracted twice is in two files, of which the later counts.
CREATE TEMP TABLE chosen AS
SELECT kind, file, record, captured_at, url, site, target, target_site, title, language FROM (
  SELECT capture.*, row_number() OVER (PARTITION BY url ORDER BY
      CASE WHEN day IS NULL THEN 0 WHEN worth = 'chosen' THEN 0 ELSE 1 END,
      CASE WHEN day IS NULL THEN 0 ELSE abs(floor(epoch_ms(captured_at) / 1000.0) - day) END,
      CASE WHEN day IS NULL THEN 0 ELSE floor(epoch_ms(captured_at) / 1000.0) END,
      coalesce(epoch_ms(captured_at), 0) DESC, file DESC, record DESC) AS nth
  FROM capture, asked
  WHERE day IS NULL OR worth <> 'useless' AND captured_at IS NOT NULL)
WHERE nth = 1;

-- Where addresses lead over redirects that were archived: to the end of the chain, of twenty hops at most; one that goes round leads nowhere.
CREATE TEMP TABLE leads AS
WITH RECURSIVE chain(url, target, site, hops) AS (
  SELECT url, target, target_site, 1 FROM chosen WHERE kind = 'redirect' AND target <> url
  UNION ALL
  SELECT chain.url, next.target, next.target_site, hops + 1 FROM chain JOIN chosen AS next ON next.url = chain.target
  WHERE next.kind = 'redirect' AND hops < 21)
SELECT url, arg_max(target, hops) AS target, arg_max(site, hops) AS site FROM chain GROUP BY url HAVING max(hops) < 21;
