import { Mistake } from '#data/mistake.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { communityNames } from '../graph/community-names.ts'
import type { Author } from './author.ts'
import { changeState, type StateEvent, type StateKind, takeBackState } from './change-state.ts'

interface NameRow {
  readonly id: number
  readonly name: string
  /** Rows of the sites that it was given to, ascending. */
  readonly sites: readonly number[]
}

/** Names of communities: some rows, with what each is. A row that is not among `names` is not there. */
interface NamesState {
  readonly rows: readonly number[]
  readonly names: readonly NameRow[]
  /** Every site that the event touches, so that what is forgotten is found in it. */
  readonly entities: readonly number[]
}

export interface NamingOfCommunity {
  /** Empty: the community bears none any more. */
  readonly name: string
  /** The community's sites now. */
  readonly sites: readonly EntityId[]
  /** The row of the name that it bears; undefined: it bears none. */
  readonly borne: number | undefined
  /** Rows of names that no community bears now: one of them may be given anew. */
  readonly lost: readonly number[]
}

export const mostNameLetters = 200

const kind: StateKind<NamesState> = {
  action: 'name-community',
  entityOf: () => null,
  now: namesNow,
  write: writeNames,
  changed: 'undo-community-changed',
}

/**
 * Gives a community a name, another one, or none: one event. Its sites now are those that the name is of.
 * @throws Mistake when another community bears the name.
 */
export const nameCommunity = (corpus: Corpus, author: Author, naming: NamingOfCommunity): number | null =>
  corpus.write(() => {
    const { name, borne, lost } = naming
    const known = communityNames(corpus)
    const taken = known.find(one => one.name === name && one.id !== borne)
    if (taken !== undefined && !lost.includes(taken.id))
      throw new Mistake({ code: 'community-name-taken', values: { name } })
    const id = borne ?? taken?.id ?? 1 + Math.max(0, ...known.map(one => one.id))
    const rows = [...new Set([id, ...(taken === undefined ? [] : [taken.id])])]
    const names = name === '' ? [] : [{ id, name, sites: rowsOf(corpus, naming.sites) }]
    const before = namesNow(corpus, { rows, names: [], entities: [] })
    const touched = [...before.names, ...names].flatMap(({ sites }) => sites)
    const entities = [...new Set(touched)].toSorted((a, b) => a - b)
    return changeState(corpus, author, kind, { rows, names, entities })
  })

/** Takes an event of nameCommunity back. @throws Mistake when the name was changed since. */
export const takeBackCommunityName = (corpus: Corpus, author: Author, event: StateEvent<NamesState>): number =>
  takeBackState(corpus, author, kind, event)

const rowsOf = (corpus: Corpus, sites: readonly EntityId[]): number[] =>
  corpus
    .sql<{ id: number }>('SELECT id FROM entity WHERE name IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(JSON.stringify(sites))
    .map(({ id }) => id)

function namesNow(corpus: Corpus, { rows, entities }: NamesState): NamesState {
  const sitesOf = corpus.sql<{ id: number }>(
    'SELECT entity_id AS id FROM named_site WHERE name_id = ? ORDER BY entity_id',
  )
  const names = rows.flatMap(id => {
    const found = corpus.sql<{ name: string }>('SELECT name FROM community_name WHERE id = ?').get(id)
    return found === undefined ? [] : [{ id, name: found.name, sites: sitesOf.all(id).map(site => site.id) }]
  })
  return { rows, names, entities }
}

function writeNames(corpus: Corpus, { rows, names }: NamesState): void {
  for (const id of rows) {
    corpus.sql('DELETE FROM named_site WHERE name_id = ?').run(id)
    corpus.sql('DELETE FROM community_name WHERE id = ?').run(id)
  }
  for (const { id, name, sites } of names) {
    corpus.sql('INSERT INTO community_name (id, name) VALUES (?, ?)').run(id, name)
    const add = corpus.sql('INSERT INTO named_site (name_id, entity_id) VALUES (?, ?)')
    for (const site of sites) add.run(id, site)
  }
}
