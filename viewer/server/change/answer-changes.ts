import type { Context } from 'hono'
import { isZone, type Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { chooseWaves, type WavePair } from '#data/store/changes/choose-waves.ts'
import { causeOf, type TieChange, tieChanges } from '#data/store/changes/tie-changes.ts'
import { linksOfTie } from '#data/store/changes/tie-links.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { Mistake } from '#data/mistake.ts'
import type { ChangeLinksData, ChangesData } from '#viewer/protocol/changes.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { toEvidence } from '../group-evidence.ts'

/** Hyperlinks of one tie in one answer; `changes --csv` has them all. */
const mostLinks = 100

/** What became of each tie of the map between two waves. */
export function answerChanges(context: Context, corpus: Corpus, map: MapData): Response {
  const changes = readChanges(corpus, map, new URL(context.req.url).searchParams)
  return changes === null ? context.json({ error: 'no-such-waves' }, 400) : context.json(changes)
}

/** As asked for by the parts of an address; null: there are no such waves. */
export function readChanges(corpus: Corpus, map: MapData, parts: URLSearchParams): ChangesData | null {
  const asked = readQuestion(parts, corpus, map)
  if (asked === null) return null
  const { pair, zones } = asked
  const { statuses } = analysedQuestion(map.analysis)
  const indexOf = new Map(map.ids.map((id, index) => [id, index]))
  const all = tieChanges(corpus, { statuses, zones, from: pair.from.id, to: pair.to.id })
  const ties = all.filter(({ source, target }) => indexOf.has(source) && indexOf.has(target))
  const column = <Cell>(read: (tie: TieChange) => Cell): Cell[] => ties.map(read)
  return {
    from: pair.from.label,
    to: pair.to.label,
    source: column(({ source }) => indexOf.get(source)!),
    target: column(({ target }) => indexOf.get(target)!),
    change: column(({ change }) => change),
    before: column(({ before }) => causeOf(before)),
    after: column(({ after }) => causeOf(after)),
    offMap: all.length - ties.length,
  }
}

/** The hyperlinks of one of them. */
export function answerChangeLinks(context: Context, corpus: Corpus, map: MapData): Response {
  const asked = readQuestion(new URL(context.req.url).searchParams, corpus, map)
  if (asked === null) return context.json({ error: 'no-such-waves' }, 400)
  const { pair, zones } = asked
  const { source = '', target = '' } = context.req.query()
  const links = linksOfTie(corpus, { source, target }, { from: pair.from.id, to: pair.to.id, zones })
  return context.json({
    total: links.length,
    links: links.slice(0, mostLinks).map(link => ({
      ...toEvidence(link),
      sourceUrl: link.sourceUrl,
      language: link.pageLanguage,
      isBefore: link.isBefore,
      isAfter: link.isAfter,
    })),
  } satisfies ChangeLinksData)
}

interface ChangesAsked {
  readonly pair: WavePair
  readonly zones: readonly Zone[]
}

/** Null when the corpus has no such two waves, in that order, or there is no such zone. */
function readQuestion(parts: URLSearchParams, corpus: Corpus, { analysis }: MapData): ChangesAsked | null {
  const [from, to] = [parts.get('from') ?? '', parts.get('to') ?? '']
  const zones = parts.getAll('zone')
  if (!zones.every(isZone)) return null
  try {
    return {
      pair: chooseWaves(corpus, { from, to }),
      zones: zones.length > 0 ? zones : analysedQuestion(analysis).zones,
    }
  } catch (error) {
    if (error instanceof Mistake) return null
    throw error
  }
}
