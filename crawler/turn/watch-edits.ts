import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readMeta } from '#data/store/base/meta.ts'
import { describeScope, leaveScope, openScope } from '#data/store/frontier/open-scope.ts'
import type { Limits } from '#data/store/frontier/reach-pages.ts'
import { waveOfId } from '#data/store/frontier/waves.ts'
import { addMissingStartPages } from '#data/store/frontier/start-pages.ts'
import { watchPrefixes } from '#data/store/entities/watch-prefixes.ts'

/** What people change of entities while a crawl is at work: from the command line, the map, or a table. */
export interface WatchedEdits {
  /** Whose each address is, as of the batch that is open. */
  readonly entities: PrefixTable<number>
  /** The first work of each batch: looks whether somebody changed the corpus since the last one. */
  readonly notice: () => void
  /** Brings into the frontier what edits noticed have brought into the scope. Returns whether there were any. Part of a batch. */
  readonly takeUp: () => boolean
}

/**
 * A crawl goes on after an edit as if it had been stopped for it: addresses that come count for whom they belong to now,
 * what left the scope is not asked for any more, and what came into it is taken up once nothing else waits (that means
 * reading all links of the crawled entities, which would hold up the hosts under way). `onMoved`: pages that wait may be
 * another entity's.
 */
export function watchEdits(corpus: Corpus, limits: Limits, onMoved: () => void): WatchedEdits {
  const { table, refresh } = watchPrefixes(corpus, waveOfId(corpus, limits.waveId))
  // That of the beginning of the call, so that an edit made since is noticed by the first batch.
  let scope = readMeta(corpus, 'scope')
  let isNew = true
  let isDue = false
  return {
    entities: table,
    notice: () => {
      const isEdited = refresh()
      if (!isEdited && !isNew) return
      isNew = false
      const now = describeScope(corpus, limits.depth)
      if (now === scope) return
      scope = now
      isDue = true
      leaveScope(corpus, limits)
      onMoved()
    },
    takeUp: () => {
      if (!isDue) return false
      isDue = false
      addMissingStartPages(corpus, table)
      openScope(corpus, limits)
      scope = readMeta(corpus, 'scope')
      return true
    },
  }
}
