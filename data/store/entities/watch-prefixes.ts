import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Corpus } from '../base/corpus.ts'
import { dayOf, type Wave } from '../frontier/waves.ts'
import { type OwnersOnDay, ownersOn } from './prefixes-in-time.ts'
import { loadPrefixTable } from './entities.ts'
import { noteOutside } from './is-outside.ts'
import { rereadForgotten } from './forgotten-entities.ts'

export interface WatchedPrefixes {
  /** Always the same object; what it knows changes with `refresh`. */
  readonly table: PrefixTable<number>
  /**
   * Reads the prefixes anew if another connection has written since: a person who edits entities while a crawl is at work.
   * Returns whether one has. To be called at the beginning of each transaction that took the write lock, when nobody else
   * can write any more: the version is then that of the state the transaction sees. Some microseconds when nothing was
   * written.
   */
  readonly refresh: () => boolean
}

/** `wave`: dated prefixes are whose they are on its day. Without one, dates say nothing. */
export function watchPrefixes(corpus: Corpus, wave: Pick<Wave, 'past' | 'startedAt'> | null = null): WatchedPrefixes {
  const load = (): OwnersOnDay =>
    wave === null
      ? { table: loadPrefixTable(corpus), isOutside: () => false }
      : ownersOn(corpus, dayOf(wave), wave.startedAt)
  const dataVersion = (): unknown => corpus.db.pragma('data_version', { simple: true })
  // Before the table: an edit between the two is then seen by the first refresh.
  let version = dataVersion()
  let current = load()
  const table: PrefixTable<number> = {
    find: url => current.table.find(url),
    add: (lru, entity) => current.table.add(lru, entity),
    remove: lru => current.table.remove(lru),
    has: lru => current.table.has(lru),
    get: lru => current.table.get(lru),
  }
  noteOutside(table, url => current.isOutside(url))
  const refresh = (): boolean => {
    const now = dataVersion()
    if (now === version) return false
    version = now
    current = load()
    rereadForgotten(table)
    return true
  }
  return { table, refresh }
}
