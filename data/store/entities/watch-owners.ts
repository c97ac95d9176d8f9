import type { PrefixTable } from '#data/entity/assign-entity.ts'
import { sideOn } from '#data/entity/dated.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import { dayOf, type Wave } from '../frontier/waves.ts'
import { type PrefixInTime, prefixesInTime, prefixesWithDates } from './prefixes-in-time.ts'

/** Whether what was captured of an address at `at` (milliseconds since 1970) is of whoever has the address on the day that is asked for. */
export type IsTheirs = (url: Url, at: number) => boolean

/**
 * Whose captures are: those of another side of a prefix's dates than the day of `wave` are another owner's, however near they lie. Follows what
 * other connections write. Some microseconds a question.
 */
export function watchOwners(corpus: Corpus, wave: Pick<Wave, 'past' | 'startedAt'>): IsTheirs {
  const day = dayOf(wave)
  let version: unknown
  let prefixes: PrefixTable<PrefixInTime> | null = null
  return (url, at) => {
    const now: unknown = corpus.db.pragma('data_version', { simple: true })
    if (now !== version) prefixes = prefixesInTime(corpus).length === 0 ? null : prefixesWithDates(corpus)
    version = now
    const prefix = prefixes?.find(url) ?? null
    return prefix === null || sideOn(prefix, isoTime(at).slice(0, 10)) === sideOn(prefix, day)
  }
}
