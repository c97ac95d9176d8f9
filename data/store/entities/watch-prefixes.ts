import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Corpus } from '../base/corpus.ts'
import { loadPrefixTable } from './entities.ts'

export interface WatchedPrefixes {
  /** Always the same object; what it knows changes with `refresh`. */
  readonly table: PrefixTable<number>
  /**
   * Reads the prefixes anew if another connection has written since: a person who edits entities while a crawl is at work.
   * To be called at the beginning of each transaction, when nobody else can write any more. Some microseconds when nothing
   * was written.
   */
  readonly refresh: () => void
}

export function watchPrefixes(corpus: Corpus): WatchedPrefixes {
  const dataVersion = (): unknown => corpus.db.pragma('data_version', { simple: true })
  let version = dataVersion()
  let current = loadPrefixTable(corpus)
  const table: PrefixTable<number> = {
    find: url => current.find(url),
    add: (lru, entity) => current.add(lru, entity),
    remove: lru => current.remove(lru),
    has: lru => current.has(lru),
    get: lru => current.get(lru),
  }
  const refresh = (): void => {
    const now = dataVersion()
    if (now === version) return
    version = now
    current = loadPrefixTable(corpus)
  }
  return { table, refresh }
}
