import { resolve } from 'node:path'
import { Fault } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { copyRows, movedPlace, withPart } from './attach-part.ts'
import { type Dealt, type Shard, writeShard } from './shard.ts'

/** One share of a corpus, for its next wave. */
export interface Deal {
  readonly shard: Omit<Shard, 'dealt'>
  /** See originOf. */
  readonly origin: string
  /** Rows of the sites that this share visits, and of those that the others visit. */
  readonly own: readonly number[]
  readonly elsewhere: readonly number[]
}

/**
 * Fills the new corpus `share`, which will stand at `target`, with what one share of the corpus in `from` needs for its next wave: every
 * entity as people have decided on it, and pages, visits and hyperlinks of its own sites; of other addresses only that they are known and
 * where they lead. Rows keep their numbers, so that what comes back is known again.
 */
export function fillShare(share: Corpus, from: string, target: string, { shard, origin, own, elsewhere }: Deal): void {
  const { db } = share
  // The file is nobody's until it is whole: what is half written is thrown away.
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('temp_store = FILE')
  withPart(share, from, () =>
    share.write(() => {
      copyWhole(share)
      choosePages(share, own)
      copyOwn(share, movedPlace(target, resolve(from)))
    }),
  )
  share.write(() => writeShard(share, { ...shard, dealt: { corpus: origin, ...lastRows(share) } }, elsewhere))
  const [broken] = db.pragma('foreign_key_check') as { table: string }[]
  if (broken !== undefined)
    throw new Fault(`${from}: the rows of '${broken.table}' do not fit together; nothing was dealt out.`)
  db.pragma('synchronous = FULL')
  db.pragma('journal_mode = WAL')
}

/** Who everybody is, what was decided, and what is known of hosts: each share has all of it. */
function copyWhole(share: Corpus): void {
  for (const table of [
    'entity',
    'prefix',
    'other_owner',
    'entity_name',
    'tag',
    'host',
    'robots',
    'wave',
    'run',
    'sitemap',
    'start_page',
    'event',
    'review_round',
    'review_decision',
    'colour',
  ])
    // prettier-ignore
    copyRows(share, table, {})
  share.db.exec(`INSERT INTO main.meta SELECT * FROM part.meta WHERE name IN ('comments', 'marks', 'title')`)
}

/** The share's own pages, and those that they name. */
function choosePages({ db }: Corpus, own: readonly number[]): void {
  db.exec(`CREATE TEMP TABLE own_site (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE own_page (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE kept_page (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE kept_text (id INTEGER PRIMARY KEY)`)
  db.prepare('INSERT INTO own_site SELECT value FROM json_each(?)').run(JSON.stringify(own))
  const ownLinks = 'FROM part.link AS link JOIN own_page ON own_page.id = link.page_id'
  db.exec(`INSERT INTO own_page SELECT page.id FROM own_site JOIN part.page AS page ON page.entity_id = own_site.id;
    INSERT INTO kept_page SELECT id FROM own_page;
    INSERT OR IGNORE INTO kept_page SELECT target_id ${ownLinks};
    INSERT OR IGNORE INTO kept_page SELECT redirect_to FROM part.visit AS visit JOIN own_page ON own_page.id = visit.page_id WHERE redirect_to IS NOT NULL;
    INSERT OR IGNORE INTO kept_page SELECT page_id FROM part.start_page;
    INSERT OR IGNORE INTO kept_page SELECT leads_to FROM kept_page JOIN part.page AS page ON page.id = kept_page.id WHERE leads_to IS NOT NULL`)
  for (const text of ['href', 'anchor', 'context', 'heading', 'place'])
    db.exec(`INSERT OR IGNORE INTO kept_text SELECT ${text} ${ownLinks} WHERE ${text} IS NOT NULL`)
}

const isOwn = 'old.id IN (SELECT id FROM own_page)'
/** What is told of a page of the share alone; of others, what is told of an address that is only known. */
const ofOwn = (column: string, otherwise: string): string =>
  `CASE WHEN ${isOwn} THEN old.${column} ELSE ${otherwise} END`
const ifAmong = (pages: string, column: string): string =>
  `CASE WHEN old.${column} IN (SELECT id FROM ${pages}) THEN old.${column} END`

const pageColumns: Readonly<Record<string, string>> = {
  // What a page of another share led to, back into this one, is asked anew there: here it makes no circle.
  leads_to: `CASE WHEN ${isOwn} OR old.leads_to NOT IN (SELECT id FROM own_page) THEN ${ifAmong('kept_page', 'leads_to')} END`,
  found_on: `CASE WHEN ${isOwn} THEN ${ifAmong('kept_page', 'found_on')} END`,
  ...Object.fromEntries(['state', 'depth', 'wave_id', 'visit_id'].map(name => [name, ofOwn(name, 'NULL')])),
  ...Object.fromEntries(['cause', 'detail'].map(name => [name, ofOwn(name, `''`)])),
  ...Object.fromEntries(['hop', 'admitted', 'attempts', 'not_before'].map(name => [name, ofOwn(name, '0')])),
}

function copyOwn(share: Corpus, moved: (place: string) => string): void {
  share.db.function('moved_place', { deterministic: true }, text => moved(String(text)))
  copyRows(share, 'page', pageColumns, 'JOIN kept_page ON kept_page.id = old.id')
  copyRows(share, 'snippet', {}, 'JOIN kept_text ON kept_text.id = old.id')
  copyRows(
    share,
    'visit',
    { archive: `CASE old.archive WHEN '' THEN '' ELSE moved_place(old.archive) END` },
    'JOIN own_page ON own_page.id = old.page_id',
  )
  copyRows(share, 'link', {}, 'JOIN own_page ON own_page.id = old.page_id')
  copyRows(share, 'absence', {}, 'JOIN main.link AS kept ON kept.id = old.link_id')
  copyRows(share, 'unasked', {}, 'JOIN own_page ON own_page.id = old.page_id')
  share.db.exec('DROP TABLE own_site; DROP TABLE own_page; DROP TABLE kept_page; DROP TABLE kept_text')
}

/** The last rows of what a wave adds to. */
const lastRows = (share: Corpus): Omit<Dealt, 'corpus'> =>
  share
    .sql<Omit<Dealt, 'corpus'>>(
      `SELECT (SELECT coalesce(max(id), 0) FROM wave) AS wave, (SELECT coalesce(max(id), 0) FROM visit) AS visit,
         (SELECT coalesce(max(id), 0) FROM run) AS run, (SELECT coalesce(max(id), 0) FROM event) AS event`,
    )
    .get()!
