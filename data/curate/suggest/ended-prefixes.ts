import { foldText } from '#data/vocabulary/fold-text.ts'
import { showCell } from '#data/show-cell.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { writtenPrefix } from '#data/store/entities/entities.ts'
import { prefixesWithDates } from '#data/store/entities/prefixes-in-time.ts'
import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import { type StartInWave, startPagesByWave } from '#data/store/suggest/start-pages-by-wave.ts'
import { parkingTitles } from './parking-signs.ts'
import type { Reason, Suggestion } from './suggestion.ts'

type Weighed = Reason & { readonly weight: number }

/**
 * Prefixes that may have ended: since a wave their start page is parked, is written in another language, or says nothing in the words of
 * before. One sign of weight 2 is enough, or two of weight 1. The end that is proposed is the last day on which the page was theirs.
 */
export function endedPrefixes(corpus: Corpus, sites: ReadonlyMap<number, LivingSite>): Suggestion[] {
  const prefixes = prefixesWithDates(corpus)
  return startPagesByWave(corpus).flatMap((waves): Suggestion[] => {
    const [{ row, url }] = waves as [StartInWave]
    const site = sites.get(row)
    const prefix = prefixes.find(url)
    if (site === undefined || prefix === null || prefix.entityId !== row || prefix.to !== '') return []
    for (const [at, after] of waves.entries()) {
      const before = waves[at - 1]
      if (before === undefined || before.day === after.day) continue
      const reasons = reasonsFor(before, after)
      const strength = reasons.reduce((sum, { weight }) => sum + weight, 0)
      if (strength < 2) continue
      const end = { prefix: writtenPrefix(prefix.lru), to: before.day }
      return [
        { kind: 'ended', entities: [site.id], strength, reasons: reasons.map(({ weight: _, ...one }) => one), end },
      ]
    }
    return []
  })
}

function reasonsFor(before: StartInWave, after: StartInWave): Weighed[] {
  const parked = (page: StartInWave) => parkingTitles.find(([, pattern]) => pattern.test(foldText(page.title)))
  const found = parked(before) === undefined ? parked(after) : undefined
  const values = { url: showCell(after.url), from: before.day, day: after.day }
  const isOther = before.language !== '' && after.language !== '' && before.language !== after.language
  return [
    ...(found === undefined
      ? []
      : [
          {
            weight: found[2],
            sign: 'title',
            code: 'ended-parked',
            values: { ...values, title: showCell(after.title) },
          } as const,
        ]),
    ...(isOther
      ? [
          {
            weight: 1,
            sign: 'language',
            code: 'ended-language',
            values: { ...values, before: before.language, after: after.language },
          } as const,
        ]
      : []),
    ...(sharesNothing(before, after) ? [{ weight: 1, sign: 'words', code: 'ended-words', values } as const] : []),
  ]
}

/** Fewer words say nothing. */
const leastWords = 4

/** Title and anchors of the two have no word of four letters in common. */
function sharesNothing(before: StartInWave, after: StartInWave): boolean {
  const [one, other] = [before, after].map(
    ({ title, anchors }) => new Set(foldText(`${title} ${anchors}`.slice(0, 100_000)).match(/\p{L}{4,40}/gu) ?? []),
  ) as [Set<string>, Set<string>]
  return one.size >= leastWords && other.size >= leastWords && one.isDisjointFrom(other)
}
