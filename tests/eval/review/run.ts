// npm run eval:review [-- FILE.graphml [NAME]]: how many candidates are read until 90 % of the relevant are found, by this review and most
// cited first, on webs whose answer is known: planted ones, the demonstration's, and a Hyphe corpus where its file is given; and what no
// order, and no order by these features, can go below. NAME: only webs whose names hold it. Prints the table of EVALUATION.md.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { assessRanking } from '#data/curate/review/assess.ts'
import { readCandidates } from '#data/curate/review/read-candidates.ts'
import { demoStudy } from './demo-study.ts'
import { hypheStudies } from './hyphe-studies.ts'
import { informedOrder } from './informed-order.ts'
import { plantWeb } from './planted-web.ts'
import { policies, reachable, readUntil } from './read-until.ts'
import { percentOf } from './percent-of.ts'

/** A corpus in a file, and who is to be found in it. */
export interface KnownAnswer {
  readonly name: string
  readonly file: string
  readonly relevant: ReadonlySet<string>
}

const [hyphe, only = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'toile-eval-review-'))
const print = (text: string): void => void process.stdout.write(`${text}\n`)

function planted(seed: string): KnownAnswer {
  const file = join(folder, `planted-${seed}.sqlite`)
  const { corpus, relevant } = plantWeb(file, { field: 300, seeds: 40, distractors: 5000 }, seed)
  corpus.close()
  return { name: `planted web, ${seed}`, file, relevant }
}

function row({ name, file, relevant: sought }: KnownAnswer): void {
  const relevant = withCopy(file, 'reach', corpus => reachable(corpus, sought))
  const results = Object.values(policies).map((policy, at) =>
    withCopy(file, `${at}`, corpus => ({
      ...readUntil(corpus, relevant, policy),
      recall: assessRanking(readCandidates(corpus)).recall,
    })),
  )
  const informed = withCopy(file, 'all', corpus => informedOrder(corpus, relevant))
  const bound = withCopy(file, 'bound', corpus => readUntil(corpus, relevant, informed))
  const [first, , own] = results
  const least = Math.ceil(0.9 * relevant.size)
  const ratio = first?.read && own?.read ? percentOf(own.read, first.read) : 'not found'
  const { recall } = own!
  const told = recall === null ? '–' : `${recall.found} of ${recall.of}; by chance ${percentOf(recall.byChance, 1)}`
  const reads = results.map(({ read, found }) => read ?? `not found (${found})`)
  const shareOf = (read: number | null): string =>
    first?.read && read !== null ? `${read} (${percentOf(read, first.read)})` : 'not found'
  // One of ten places is the lot's, whatever the order of the others.
  print(
    `| ${[name, relevant.size, least, shareOf(Math.ceil(least / 0.9)), ...reads, ratio, shareOf(bound.read), told].join(' | ')} |`,
  )
}

function withCopy<Result>(file: string, tag: string, work: (corpus: Corpus) => Result): Result {
  const copy = file.replace('.sqlite', `-${tag}.sqlite`)
  copyFileSync(file, copy)
  const corpus = openCorpus(copy, 'write')
  corpus.db.pragma('synchronous = OFF')
  try {
    return work(corpus)
  } finally {
    corpus.close()
  }
}

type Web = readonly [name: string, make: () => Promise<readonly KnownAnswer[]>]

const webs: readonly Web[] = [
  ['demonstration web', () => demoStudy(folder)],
  ...(hyphe === undefined ? [] : [['Hyphe', () => hypheStudies(folder, hyphe)] as const]),
  ...['one', 'two', 'three'].map((seed): Web => [`planted web, ${seed}`, () => Promise.resolve([planted(seed)])]),
]

try {
  print(
    `| web | can be found | 90 % | by any order, with the lot | ${Object.keys(policies).join(' | ')} | share | whoever knew all other answers | recall at 20 of those drawn |`,
  )
  print('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
  for (const [name, make] of webs) if (name.includes(only)) for (const study of await make()) row(study)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
