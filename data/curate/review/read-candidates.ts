import { mainLanguages } from '#data/store/graph/main-languages.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import {
  citedEntities,
  lastCommunities,
  readCitations,
  readCiters,
  anchorTexts,
  type CitedBy,
  type CitedEntity,
} from '#data/store/review/read-citations.ts'
import { guessCountry } from '../guess/guess-country.ts'
import { guessKind } from '../guess/guess-kind.ts'
import { entityWords, rememberingSplit } from './entity-words.ts'
import { citersIn, type KnownCiter, type ReviewCandidate } from './candidate.ts'
import { areCitingAlike } from './infrastructure/cited-alike.ts'
import { knownInfrastructure } from './infrastructure/known-infrastructure.ts'

/** Everybody whom a site that is IN cites, by row of the corpus: those to be reviewed, and those reviewed already. */
export function readCandidates(corpus: Corpus): ReviewCandidate[] {
  const entities = citedEntities(corpus)
  const citations = readCitations(corpus, new Set(entities.map(({ row }) => row)))
  const citerOf = readKnownCiters(corpus)
  const texts = anchorTexts(corpus, new Set([...citations.values()].flat().flatMap(({ anchors }) => [...anchors])))
  const around = { citerOf, texts, communities: sizesOf(citerOf), split: rememberingSplit() }
  return entities.flatMap(entity => {
    const cited = citations.get(entity.row)
    return cited === undefined ? [] : [candidateOf(entity, cited, around)]
  })
}

type AnyCiter = Omit<KnownCiter, 'places'>

interface Surroundings {
  readonly citerOf: ReadonlyMap<number, AnyCiter>
  readonly texts: ReadonlyMap<number, string>
  /** Sites of each community. */
  readonly communities: ReadonlyMap<number, number>
  readonly split: ReturnType<typeof rememberingSplit>
}

function readKnownCiters(corpus: Corpus): ReadonlyMap<number, AnyCiter> {
  const communities = lastCommunities(corpus)
  const languages = mainLanguages(corpus)
  return new Map(
    [...readCiters(corpus)].map(([row, citer]) => [
      row,
      { ...citer, community: communities.get(row) ?? null, language: languages.get(citer.id) ?? '' },
    ]),
  )
}

function candidateOf(entity: CitedEntity, cited: readonly CitedBy[], around: Surroundings): ReviewCandidate {
  const citers = cited.map(({ source, places }) => ({ ...around.citerOf.get(source)!, places }))
  const anchors = commonAnchors(cited, around.texts)
  const traces = { ...entity, anchors: anchors.slice(0, 5), addresses: [], languages: [], stated: [] }
  const countryOrGuess = entity.country || (guessCountry(traces)?.value ?? '')
  const kindOrGuess = entity.kind || (guessKind(traces)?.value ?? '')
  const candidate = {
    ...entity,
    citers,
    pages: cited.reduce((sum, { pages }) => sum + pages, 0),
    words: entityWords(
      [nameOf(entity.id), entity.label],
      cited.map(({ anchors: own }) => [...own].map(row => around.texts.get(row) ?? '')),
      around.split,
    ),
    countryOrGuess,
    kindOrGuess,
  }
  const known = knownInfrastructure(entity.id)?.kind ?? null
  return { ...candidate, infrastructure: known ?? (looksLikeIt(candidate, around) ? 'signs' : null) }
}

/** Without the last label of its host, which is no word. */
const nameOf = (id: string): string => id.replace(/\.[a-z-]{2,}(?=$|\/)/, '')

/** Texts that most sites use for it first; of equals in the order of the alphabet. */
function commonAnchors(cited: readonly CitedBy[], texts: ReadonlyMap<number, string>): string[] {
  const counts = new Map<number, number>()
  for (const { anchors } of cited) for (const row of anchors) counts.set(row, (counts.get(row) ?? 0) + 1)
  return [...counts]
    .map(([row, count]) => [texts.get(row) ?? '', count] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([text]) => text)
}

const sizesOf = (citers: ReadonlyMap<number, AnyCiter>): ReadonlyMap<number, number> => {
  const sizes = new Map<number, number>()
  for (const { community } of citers.values())
    if (community !== null) sizes.set(community, (sizes.get(community) ?? 0) + 1)
  return sizes
}

/** Cited from templates only, by all communities alike, and of no country. */
function looksLikeIt(
  candidate: Pick<ReviewCandidate, 'citers' | 'countryOrGuess'>,
  { communities }: Surroundings,
): boolean {
  const { citers, countryOrGuess } = candidate
  if (countryOrGuess !== '' || citersIn(candidate, 'frame') < citers.length) return false
  if (citers.some(({ places }) => places.size > 1)) return false
  const citing = new Map<number, number>()
  for (const { community } of citers) if (community !== null) citing.set(community, (citing.get(community) ?? 0) + 1)
  return areCitingAlike([...communities].map(([community, sites]) => ({ citing: citing.get(community) ?? 0, sites })))
}
