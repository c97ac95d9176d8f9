import { createHash } from 'node:crypto'
import type { Corpus } from '#data/store/base/corpus.ts'
import { learn, scoreOf } from '#data/curate/review/learn.ts'
import { readCandidates } from '#data/curate/review/read-candidates.ts'
import { decide, open, type Policy } from './read-until.ts'

const folds = 10

/**
 * Reads in the order of what the review's own model says of each candidate once it knows the answer of all others: learnt ten times, each time
 * of nine tenths, after the whole web was decided. Nobody reviewing knows as much, so no way to learn these features at these decisions is
 * likely to do better. Nothing is drawn by lot. The corpus, a copy, is decided to its end.
 */
export function informedOrder(corpus: Corpus, relevant: ReadonlySet<string>): Policy {
  decideAll(corpus, relevant)
  const all = readCandidates(corpus)
  const scores = new Map<string, number>()
  for (let fold = 0; fold < folds; fold += 1) {
    const held = new Set(all.filter(({ id }) => foldOf(id) === fold))
    const model = learn(all.map(one => (held.has(one) ? { ...one, event: null } : one)))
    for (const one of held) scores.set(one.id, model === null ? 0 : scoreOf(model, one))
  }
  const scoreById = (id: string): number => scores.get(id) ?? -Infinity
  return (candidates, howMany) =>
    open(candidates)
      .filter(({ infrastructure }) => infrastructure === null)
      .sort((a, b) => scoreById(b.id) - scoreById(a.id) || (a.id < b.id ? -1 : 1))
      .slice(0, howMany)
}

const foldOf = (id: string): number => createHash('sha256').update(`fold/${id}`).digest()[0]! % folds

function decideAll(corpus: Corpus, relevant: ReadonlySet<string>): void {
  for (let next = open(readCandidates(corpus)); next.length > 0; next = open(readCandidates(corpus))) {
    const isSought = ({ id }: { readonly id: string }): boolean => relevant.has(id)
    decide(corpus, next.filter(isSought), 'IN', 0)
    decide(corpus, next.filter(one => !isSought(one)), 'OUT', 0) // prettier-ignore
  }
}
