// npm run eval:review [-- FILE.graphml]: how many candidates are read until 90 % of the relevant are found, by this review and most cited
// first, on webs whose answer is known: planted ones, the demonstration's, and a Hyphe corpus where its file is given. Prints the table
// of EVALUATION.md.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { assessRanking } from '#data/curate/review/assess.ts'
import { readCandidates } from '#data/curate/review/read-candidates.ts'
import { demoStudy } from './demo-study.ts'
import { hypheStudies } from './hyphe-studies.ts'
import { plantWeb } from './planted-web.ts'
import { policies, reachable, readUntil } from './read-until.ts'
import { percentOf } from './percent-of.ts'

/** A corpus in a file, and who is to be found in it. */
export interface KnownAnswer {
  readonly name: string
  readonly file: string
  readonly relevant: ReadonlySet<string>
}

const [hyphe] = process.argv.slice(2)
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
  const [first, , own] = results
  const least = Math.ceil(0.9 * relevant.size)
  const ratio = first?.read && own?.read ? percentOf(own.read, first.read) : 'not found'
  const { recall } = own!
  const told = recall === null ? '–' : `${recall.found} of ${recall.of}; by chance ${percentOf(recall.byChance, 1)}`
  const reads = results.map(({ read, found }) => read ?? `not found (${found})`)
  print(`| ${[name, relevant.size, least, ...reads, ratio, told].join(' | ')} |`)
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

try {
  print(`| web | can be found | 90 % | ${Object.keys(policies).join(' | ')} | share | recall at 20 of those drawn |`)
  print('|---|--:|--:|--:|--:|--:|--:|--:|')
  for (const study of await demoStudy(folder)) row(study)
  if (hyphe !== undefined) for (const study of await hypheStudies(folder, hyphe)) row(study)
  for (const seed of ['one', 'two', 'three']) row(planted(seed))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
