import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { loadPrefixTable } from '../entities/entities.ts'
import { withoutHostsOf } from '../tools/keep-borrowed.ts'
import { forgetInOwnSignatures } from '../tools/own-signatures.ts'
import { forgetInOwnMarks } from '../visits/own-marks.ts'
import { textColumns } from '../base/unneeded-texts.ts'

/**
 * Finds what other entities' rows hold of those listed in temp.gone, before their pages (temp.gone_page) and links
 * (temp.gone_link) go. Sentences that other links share with theirs and canonical addresses that name them are cleared;
 * addresses that nobody else leads to join temp.gone_page, whose entities are then in temp.led; texts are in temp.gone_text.
 */
export function clearForeignTraces(corpus: Corpus): void {
  corpus.db.exec(`CREATE TEMP TABLE IF NOT EXISTS gone_text (id INTEGER PRIMARY KEY); DELETE FROM temp.gone_text;
    CREATE TEMP TABLE IF NOT EXISTS led (id INTEGER PRIMARY KEY); DELETE FROM temp.led`)
  for (const column of textColumns)
    corpus.db.exec(`INSERT OR IGNORE INTO temp.gone_text SELECT ${column} FROM link
      WHERE id IN (SELECT id FROM temp.gone_link) AND ${column} IS NOT NULL`)
  // A sentence with two links stands with both; it speaks of the one that goes.
  corpus.db.exec(`UPDATE link SET context = NULL, anchor_at = -1 WHERE id NOT IN (SELECT id FROM temp.gone_link)
    AND context IN (SELECT context FROM link WHERE id IN (SELECT id FROM temp.gone_link))`)
  const gone = goneEntities(corpus)
  clearCanonicals(corpus, gone)
  clearBorrowed(corpus, gone)
  forgetInOwnSignatures(corpus, gone)
  forgetInOwnMarks(corpus, gone)
  gatherWhatOnlyTheyLedTo(corpus)
}

const goneEntities = (corpus: Corpus): ReadonlySet<number> =>
  new Set(
    corpus
      .sql<{ id: number }>('SELECT id FROM temp.gone')
      .all()
      .map(({ id }) => id),
  )

/** Lists of what pages take from elsewhere: those of their pages, and those that name their hosts. */
function clearBorrowed(corpus: Corpus, gone: ReadonlySet<number>): void {
  corpus.db.exec(`INSERT OR IGNORE INTO temp.gone_text
    SELECT borrowed FROM visit WHERE page_id IN (SELECT id FROM temp.gone_page) AND borrowed IS NOT NULL`)
  corpus
    .sql('INSERT OR IGNORE INTO temp.gone_text SELECT value FROM json_each(?)')
    .run(JSON.stringify(withoutHostsOf(corpus, gone)))
}

function clearCanonicals(corpus: Corpus, gone: ReadonlySet<number>): void {
  const owners = loadPrefixTable(corpus)
  const stated = corpus.sql<{ canonical: Url }>(`SELECT DISTINCT canonical FROM visit WHERE canonical <> ''`).all()
  const theirs = stated.map(({ canonical }) => canonical).filter(url => gone.has(owners.find(url) ?? -1))
  corpus
    .sql(`UPDATE visit SET canonical = '' WHERE canonical IN (SELECT value FROM json_each(?))`)
    .run(JSON.stringify(theirs))
}

function gatherWhatOnlyTheyLedTo(corpus: Corpus): void {
  corpus.db.exec(`
    INSERT OR IGNORE INTO temp.led SELECT target_id FROM link WHERE id IN (SELECT id FROM temp.gone_link);
    INSERT OR IGNORE INTO temp.led SELECT redirect_to FROM visit
      WHERE page_id IN (SELECT id FROM temp.gone_page) AND redirect_to IS NOT NULL;
    INSERT OR IGNORE INTO temp.gone_page SELECT page.id FROM temp.led JOIN page ON page.id = led.id
      WHERE page.state IS NULL
        AND NOT EXISTS (SELECT 1 FROM link WHERE target_id = page.id AND id NOT IN (SELECT id FROM temp.gone_link))
        AND NOT EXISTS (SELECT 1 FROM page other WHERE other.leads_to = page.id)
        AND NOT EXISTS (SELECT 1 FROM start_page WHERE page_id = page.id)
        AND page.id NOT IN (SELECT redirect_to FROM visit WHERE redirect_to IS NOT NULL
                            AND page_id NOT IN (SELECT id FROM temp.gone_page));
    DELETE FROM temp.led;
    INSERT OR IGNORE INTO temp.led SELECT entity_id FROM page WHERE id IN (SELECT id FROM temp.gone_page)
      AND entity_id NOT IN (SELECT id FROM temp.gone)`)
}
