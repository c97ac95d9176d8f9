import type { Corpus } from '#data/store/base/corpus.ts'
import type { MapData } from '../protocol/map.ts'
import { answerKey } from '../protocol/published.ts'
import { tiesAsked } from '../server/answers.ts'
import { readChanges } from '../server/change/answer-changes.ts'
import { readFlows } from '../server/change/read-flows.ts'

/** Ties of all steps together: a page that holds more opens slowly on a phone. */
const mostTies = 60_000

/** What a server would answer about change from wave to wave, step by step; nothing of one wave, or of more than a page can hold. */
export function answersOfChange(corpus: Corpus, map: MapData): Record<string, unknown> {
  const waves = map.corpus.crawl?.waves ?? []
  const [first, ...others] = waves
  if (first === undefined || others.length === 0 || map.ties.source.length * others.length > mostTies) return {}
  const asked = (name: string, parts: Readonly<Record<string, string>>, read: (of: URLSearchParams) => unknown) =>
    [answerKey(name, Object.entries(parts)), read(new URLSearchParams(parts))] as const
  return Object.fromEntries([
    asked('/api/ties', { wave: first }, of => tiesAsked(corpus, map, of)),
    ...others.map((to, at) => asked('/api/changes', { from: waves[at]!, to }, of => readChanges(corpus, map, of))),
    asked('/api/flows', {}, () => readFlows(corpus, map)),
  ])
}
