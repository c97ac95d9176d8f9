import { rmSync } from 'node:fs'
import type { Corpus } from '../base/corpus.ts'
import { keepPlaces } from '../map/colours.ts'
import { eventMentions } from '../map/event-mentions.ts'
import { keptCopies } from '../base/keep-before.ts'
import { lockOutCrawls, type Patience } from '../base/lock-corpus.ts'
import { listingsFolder } from '../visits/listings-folder.ts'
import { noteRewrite, rewriteFile } from '../base/rewrite-file.ts'
import { deleteUnneededTexts } from '../base/unneeded-texts.ts'
import { clearSentences } from '../visits/clear-sentences.ts'
import { archiveNow } from '../visits/archive-place.ts'
import { withoutForeignKeys } from '../base/without-foreign-keys.ts'
import { clearStories } from '../stories/clear-stories.ts'
import { removeTextIndex } from '../words/text-index.ts'
import type { Author } from './author.ts'
import { clearForeignTraces } from './clear-foreign-traces.ts'
import { entityRow } from './entity-row.ts'
import { forgetInFigures } from './forget-in-figures.ts'
import { foreignMentions, namesOfGone, type Mention } from './foreign-mentions.ts'

export interface Forgotten {
  readonly event: number
  /** Addresses and hyperlinks removed. */
  readonly pages: number
  readonly links: number
  /** WARC archives that hold its pages: files of their own, left as they are. */
  readonly archives: readonly string[]
  /** Copies that were kept when the corpus was brought up to a newer Toile: left as they are, too. */
  readonly copies: readonly string[]
  /** Another program holds the corpus open: what was removed leaves the file when that program ends. */
  readonly isHeld: boolean
  /** What others' pages, and the researcher's notes, still say of it: kept, a person decides. */
  readonly mentions: readonly Mention[]
}

/**
 * Answers an objection (GDPR art. 17 and 21): removes the entity's pages, visits, texts, links in both directions, tags,
 * names, notes, values and codes for good, those of entities merged into it, and what only its pages led to. What stays
 * is a tombstone: its id and prefixes, so that it is never crawled or discovered again, and an event without content.
 * Can't be undone. The file is rewritten, so that nothing of it remains in free pages.
 * A crawl at work makes way: it would store again what it has in hand.
 * @throws Mistake when there is no such entity, Fault when a crawl doesn't make way.
 */
export function forgetEntity(corpus: Corpus, author: Author, name: string, patience?: Patience): Forgotten {
  entityRow(corpus, name)
  const release = lockOutCrawls(corpus, patience)
  try {
    const id = entityRow(corpus, name)
    corpus.db.pragma('secure_delete = ON')
    // What archives' indexes answered holds its addresses, too; the next crawl of the past asks for them again.
    rmSync(listingsFolder(corpus.file), { recursive: true, force: true })
    removeTextIndex(corpus)
    const removed = withoutForeignKeys(corpus, () => corpus.write(() => remove(corpus, author, id)))
    return { ...removed, copies: keptCopies(corpus.file), isHeld: !rewriteFile(corpus) }
  } finally {
    release()
  }
}

function remove(corpus: Corpus, author: Author, id: number): Omit<Forgotten, 'isHeld' | 'copies'> {
  keepPlaces(corpus)
  corpus.db.exec(`CREATE TEMP TABLE IF NOT EXISTS gone (id INTEGER PRIMARY KEY); DELETE FROM temp.gone;
    CREATE TEMP TABLE IF NOT EXISTS gone_page (id INTEGER PRIMARY KEY); DELETE FROM temp.gone_page;
    CREATE TEMP TABLE IF NOT EXISTS gone_link (id INTEGER PRIMARY KEY); DELETE FROM temp.gone_link`)
  corpus.sql('INSERT INTO temp.gone SELECT id FROM entity WHERE id = @id OR merged_into = @id').run({ id })
  corpus.sql('INSERT INTO temp.gone_page SELECT page.id FROM temp.gone JOIN page ON page.entity_id = gone.id').run()
  const count = (sql: string): number => corpus.sql(sql).run().changes
  const pages = corpus.sql<{ n: number }>('SELECT count(*) AS n FROM temp.gone_page').get()!.n
  const links = count(`INSERT INTO temp.gone_link ${itsLinks}`)
  const archives = corpus
    .sql<{ file: string }>(itsArchives)
    .all()
    .map(({ file }) => archiveNow(corpus.file, file))
  const names = namesOfGone(corpus)
  clearSentences(corpus, `SELECT id FROM temp.gone_link WHERE id NOT IN (SELECT id FROM link WHERE page_id IN ${page})`)
  clearForeignTraces(corpus)
  forgetInFigures(corpus)
  clearStories(corpus)
  for (const sql of removals) corpus.sql(sql).run()
  corpus.sql('UPDATE entity SET forgotten_at = ? WHERE id = ?').run(author.now, id)
  noteRewrite(corpus)
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO event (at, actor, action, entity_id, before, after, reason) VALUES (@now, @actor, 'forget', @id, '[]', '[]', @reason)`,
    )
    .run({ id, ...author })
  return { event: Number(lastInsertRowid), pages, links, archives, mentions: foreignMentions(corpus, names) }
}

const itsLinks = `
  SELECT link.id FROM temp.gone_page JOIN link ON link.page_id = gone_page.id
  UNION SELECT link.id FROM temp.gone_page JOIN link ON link.target_id = gone_page.id
  UNION SELECT link.id FROM temp.gone_page JOIN page named ON named.leads_to = gone_page.id JOIN link ON link.target_id = named.id`

/** An archive is noted as its file, seen from the corpus's folder, and an offset. */
const itsArchives = `
  SELECT DISTINCT rtrim(rtrim(archive, '0123456789'), ' :@#') AS file FROM temp.gone_page
  JOIN visit ON visit.page_id = gone_page.id WHERE archive <> '' ORDER BY 1`

const orphans = `
  SELECT id FROM entity WHERE id IN (SELECT id FROM temp.led) AND status = 'DISCOVERED' AND origin = 'discovered'
    AND NOT EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM tag WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM entity other WHERE other.merged_into = entity.id)
    AND NOT EXISTS (SELECT 1 FROM imported_edge WHERE entity.id IN (source_entity, target_entity))
    AND NOT EXISTS (SELECT 1 FROM edge_code WHERE entity.id IN (source_entity, target_entity))
    AND id NOT IN (SELECT entity_id FROM (${eventMentions}))
    AND id NOT IN (SELECT entity_id FROM pin)
    AND id NOT IN (SELECT entity_id FROM named_site)`

const [itself, page] = ['(SELECT id FROM temp.gone)', '(SELECT id FROM temp.gone_page)']

const removals: readonly string[] = [
  `DELETE FROM absence WHERE link_id IN (SELECT id FROM temp.gone_link)`,
  `DELETE FROM link WHERE id IN (SELECT id FROM temp.gone_link)`,
  // On a host that others share, what was learnt of it names its paths.
  `UPDATE host SET rendering = '' WHERE rendering <> '' AND id IN (SELECT host_id FROM page WHERE id IN ${page})`,
  `UPDATE page SET leads_to = NULL WHERE leads_to IN ${page}`,
  `UPDATE page SET found_on = NULL WHERE found_on IN ${page}`,
  `UPDATE visit SET redirect_to = NULL WHERE redirect_to IN ${page}`,
  `DELETE FROM start_page WHERE page_id IN ${page} OR entity_id IN ${itself}`,
  `DELETE FROM unasked WHERE page_id IN ${page}`,
  `DELETE FROM page_text WHERE visit_id IN (SELECT id FROM visit WHERE page_id IN ${page})`,
  `DELETE FROM visit WHERE page_id IN ${page}`,
  deleteUnneededTexts,
  `DELETE FROM page WHERE id IN ${page}`,
  `DELETE FROM robots WHERE origin IN (SELECT scheme.value || name FROM host, json_each('["http://", "https://"]') scheme
     WHERE NOT EXISTS (SELECT 1 FROM page WHERE host_id = host.id))`,
  `DELETE FROM sitemap WHERE origin IN (SELECT scheme.value || name FROM host, json_each('["http://", "https://"]') scheme
     WHERE NOT EXISTS (SELECT 1 FROM page WHERE host_id = host.id))`,
  `DELETE FROM host WHERE NOT EXISTS (SELECT 1 FROM page WHERE host_id = host.id)`,
  `DELETE FROM tag WHERE entity_id IN ${itself}`,
  `DELETE FROM entity_name WHERE entity_id IN ${itself}`,
  `DELETE FROM node_value WHERE entity_id IN ${itself}`,
  `DELETE FROM edge_code WHERE source_entity IN ${itself} OR target_entity IN ${itself}`,
  `DELETE FROM imported_edge WHERE source_entity IN ${itself} OR target_entity IN ${itself}`,
  `DELETE FROM imported_node WHERE entity_id IN ${itself}`,
  `DELETE FROM pin WHERE entity_id IN ${itself}`,
  `DELETE FROM review_decision WHERE entity_id IN ${itself}`,
  `DELETE FROM named_site WHERE entity_id IN ${itself}`,
  // A name that is left without sites can't be borne by any community again.
  `DELETE FROM community_name WHERE id NOT IN (SELECT name_id FROM named_site)`,
  `DELETE FROM run_label WHERE entity_id IN ${itself}`,
  // Entities that only their pages led to, and that nobody ever touched.
  `DELETE FROM prefix WHERE entity_id IN (${orphans})`,
  `DELETE FROM node_value WHERE entity_id IN (${orphans})`,
  `DELETE FROM run_label WHERE entity_id IN (${orphans})`,
  `DELETE FROM other_owner WHERE entity_id IN (${orphans})`,
  `DELETE FROM entity WHERE id IN (${orphans})`,
  // Names of communities, strongest edges: made of what is gone. The next analysis makes them anew.
  `DELETE FROM finding`,
  `UPDATE event SET before = '[]', after = '[]', reason = '' WHERE entity_id IN ${itself} OR id IN (
     SELECT event_id FROM (${eventMentions}) WHERE entity_id IN ${itself})`,
  `UPDATE entity SET label = '', homepage = '', country = '', kind = '', source = '', note = '', status = 'OUT'
     WHERE id IN ${itself}`,
  // Categories that were only theirs may name a person.
  `DELETE FROM colour WHERE name = 'kind' AND category NOT IN (SELECT kind FROM entity)`,
  `DELETE FROM colour WHERE name LIKE 'tag:%' AND NOT EXISTS (
     SELECT 1 FROM tag WHERE 'tag:' || tag.category = colour.name AND tag.value = colour.category)`,
]
