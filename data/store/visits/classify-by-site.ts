import type { Zone } from '#data/vocabulary/zones.ts'
import { zonesBySite } from '#data/zones/zones-by-site.ts'
import type { SiteLink } from '#data/zones/site-link.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities } from '../base/rules.ts'
import { unguarded } from './guard.ts'

export interface ClassifiedBySite {
  /** Pages of one entity on one host, where there are enough to compare. */
  readonly sites: number
  /** Links whose zone the site shows to be another than the page did. */
  readonly links: number
}

/**
 * The second pass of the zones over all that is stored: see zonesBySite. Writes link.zone_site, null where the site shows
 * nothing else; link.zone stays. Links of an imported table have no place on their page, and keep the zone that it tells.
 * The same corpus gives the same result, however often it runs. One transaction. O(links);
 * the links of one site stand in memory at a time, of a very large one those of some of its pages.
 */
export function classifyBySite(corpus: Corpus, most = mostLinks, guard = unguarded): ClassifiedBySite {
  return corpus.write(() => {
    corpus.db.exec(`CREATE TEMP TABLE IF NOT EXISTS site_zone (link_id INTEGER PRIMARY KEY, zone TEXT NOT NULL);
      DELETE FROM temp.site_zone`)
    const note = corpus.sql('INSERT INTO temp.site_zone VALUES (?, ?)')
    const sites = corpus.sql<Site>(sitesWithPages).all()
    let links = 0
    for (const site of sites)
      for (const part of partsOfSite(corpus, site, most))
        for (const [id, zone] of guard(site.url, 'zones', () => zonesBySite(linksOfPart(corpus, part))) ?? []) {
          note.run(id, zone)
          links += 1
        }
    corpus.db.exec(`
      UPDATE link SET zone_site = NULL WHERE zone_site IS NOT NULL AND id NOT IN (SELECT link_id FROM temp.site_zone);
      UPDATE link SET zone_site = seen.zone FROM temp.site_zone seen
        WHERE seen.link_id = link.id AND zone_site IS NOT seen.zone;
      DELETE FROM temp.site_zone`)
    return { sites: sites.length, links }
  })
}

interface Site {
  readonly hostId: number
  readonly entityId: number
  /** Of one of its pages. */
  readonly url: Url
}

/** On a platform each author's pages are a site; an entity on two hosts has two. */
const sitesWithPages = `
  SELECT host_id AS hostId, entity_id AS entityId, min(url) AS url FROM page
  WHERE state = 'fetched' GROUP BY host_id, entity_id HAVING count(*) >= 4 ORDER BY 1, 2`

/** Pages of a site, by row from `first` to `last`. */
interface Part extends Site {
  readonly first: number
  readonly last: number
}

/** Links that stand in memory at a time: some 40 MB of them. */
const mostLinks = 60_000

/** A site with more than `most` links is read in parts of about as many each: what repeats does so in each of them. */
function partsOfSite(corpus: Corpus, site: Site, most: number): Part[] {
  const pages = corpus
    .sql<{ id: number; links: number }>(
      `SELECT page.id, (SELECT count(*) FROM link WHERE page_id = page.id) AS links FROM page INDEXED BY page_entity
       WHERE entity_id = @entityId AND host_id = @hostId AND state = 'fetched' ORDER BY page.id`,
    )
    .all(site)
  const total = pages.reduce((sum, { links }) => sum + links, 0)
  const share = total / Math.max(Math.ceil(total / most), 1)
  const last = pages.at(-1)!.id
  const parts: Part[] = []
  let [first, seen] = [0, 0]
  for (const { id, links } of pages) {
    seen += links
    if (id !== last && (total <= most || seen < share * (parts.length + 1))) continue
    parts.push({ ...site, first, last: id })
    first = id + 1
  }
  return parts
}

type Row = Omit<SiteLink, 'isForeign'> & { readonly zone: Zone; isForeign: number | boolean }

function linksOfPart(corpus: Corpus, part: Part): SiteLink[] {
  const links = corpus
    .sql<Row>(
      `SELECT link.id, page.id AS pageId, CAST(coalesce(nullif(visit.body_hash, ''), page.id) AS TEXT) AS body, link.target_id AS targetId,
         coalesce(place.value, '') AS place, coalesce(link.anchor, 0) AS anchor, coalesce(link.context, 0) AS context,
         link.ordinal, link.zone, ${betweenEntities('link')} AS "isForeign"
       FROM page INDEXED BY page_entity CROSS JOIN link ON link.page_id = page.id
         LEFT JOIN visit ON visit.id = page.visit_id LEFT JOIN snippet place ON place.id = link.place
       WHERE page.entity_id = @entityId AND page.host_id = @hostId AND page.id BETWEEN @first AND @last
         AND page.state = 'fetched' AND link.place IS NOT NULL
       ORDER BY page.id, link.ordinal, link.id`,
    )
    .all(part)
  // In their place: a copy of each would stand in memory beside it.
  for (const link of links) link.isForeign = link.isForeign === 1
  return links as SiteLink[]
}
