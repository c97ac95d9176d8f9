import type { ReviewReason } from '#data/vocabulary/words/say.ts'
import { citersIn, communitiesInText, type ReviewCandidate } from './candidate.ts'
import { familyOf, valueOf } from './features.ts'
import { contributionsOf, type ReviewModel } from './learn.ts'

/** Log-odds below which something is no reason: a chance of 50 % becomes 54 %. */
const least = 0.15

/**
 * Why a candidate stands where it does: who cites it and where, then what the ranking learnt of decisions that speaks for it, most first,
 * then what speaks against it.
 */
export function reasonsOf(candidate: ReviewCandidate, model: ReviewModel | null): ReviewReason[] {
  const learnt = model === null ? [] : contributionsOf(model, candidate)
  return [
    ...whereCited(candidate),
    ...learntReasons(
      candidate,
      learnt.filter(([, adds]) => adds >= least),
    ),
    ...against(learnt.filter(([, adds]) => adds <= -least).toReversed()),
  ]
}

function whereCited(candidate: ReviewCandidate): ReviewReason[] {
  const inPlace = (
    place: Parameters<typeof citersIn>[1],
    code: 'in-text' | 'untold' | 'in-lists' | 'in-comments',
  ): ReviewReason[] => {
    const sites = citersIn(candidate, place)
    return sites === 0 ? [] : [{ code, values: { sites } }]
  }
  const said = [
    ...inPlace('text', 'in-text'),
    ...inPlace('untold', 'untold'),
    ...inPlace('list', 'in-lists'),
    ...inPlace('comment', 'in-comments'),
  ]
  const communities = communitiesInText(candidate)
  const several: ReviewReason[] = communities > 1 ? [{ code: 'communities', values: { communities } }] : []
  return said.length === 0 ? [{ code: 'in-frames', values: { sites: candidate.citers.length } }] : [...said, ...several]
}

type Learnt = readonly (readonly [feature: string, adds: number])[]

function learntReasons(candidate: ReviewCandidate, learnt: Learnt): ReviewReason[] {
  const words = wordsIn(learnt)
  const names = new Map(candidate.citers.map(({ row, id }) => [String(row), id]))
  const others = learnt.flatMap(([feature]): ReviewReason[] => {
    const value = valueOf(feature)
    switch (familyOf(feature)) {
      case 'citer':
        return [{ code: 'by-citer', values: { site: names.get(value) ?? '' } }]
      case 'country':
        return [{ code: 'country', values: { country: value } }]
      case 'language':
        return [{ code: 'language', values: { language: value } }]
      case 'kind':
        return [{ code: 'kind', values: { kind: value } }]
      default:
        return []
    }
  })
  return [...(words.length > 0 ? [{ code: 'words', values: { words } } as const] : []), ...others.slice(0, 2)]
}

function against(learnt: Learnt): ReviewReason[] {
  const words = wordsIn(learnt)
  if (words.length > 0) return [{ code: 'against-words', values: { words } }]
  const [feature] = learnt.find(([name]) => ['country', 'kind', 'language'].includes(familyOf(name))) ?? []
  return feature === undefined ? [] : [{ code: 'against', values: { what: valueOf(feature) } }]
}

const wordsIn = (learnt: Learnt): readonly string[] =>
  learnt
    .filter(([feature]) => familyOf(feature) === 'word')
    .slice(0, 3)
    .map(([feature]) => valueOf(feature))
