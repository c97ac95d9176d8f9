import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchLinks } from '#data/store/evidence/search-links.ts'
import { buildTextIndex, removeTextIndex } from '#data/store/words/text-index.ts'
import { gatherSaid } from '#graph/words/gather-said.ts'
import { concordance } from '#graph/words/kwic/concordance.ts'
import { specificWords } from '#graph/words/specific-words.ts'
import { quotesOfParts } from '#graph/words/tell-words.ts'
import { clocks, say } from './say-time.ts'
import { timePages } from './time-pages.ts'
import { writeBenchCorpus } from '../map/bench-corpus.ts'

/** How long words take on a corpus of `links` hyperlinks (a million), each with a sentence of its own: `npm run bench:words`. */
const links = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-words-'))
const file = join(folder, 'bench.sqlite')

try {
  const corpus = writeBenchCorpus(file, { sites: 2000, ties: 60_000, links })
  process.stdout.write(`${links} hyperlinks, corpus of ${Math.round(statSync(file).size / 1e6)} MB\n`)
  const question = { statuses: ['IN'], zones: ['content'], of: 'sentences' } as const
  let from = clocks()
  const gathered = gatherSaid(corpus, { ...question, by: 'direction' })
  say('read what is said', from)
  const specific = specificWords(corpus, gathered.rows, { language: gathered.language, least: 3, longest: 3 })
  say(`words by direction (${specific.tests} tests)`, from)
  quotesOfParts(corpus, gathered, specific, 3)
  say('… with telling sentences', from)
  from = clocks()
  const lines = concordance(corpus, { ...question, term: '"site 77"' })
  say(`concordance of a term (${lines.length} lines)`, from)
  from = clocks()
  const bytes = buildTextIndex(corpus) ?? 0
  say(`index of texts (${Math.round(bytes / 1e6)} MB)`, from)
  for (const word of [
    'invented site 77',
    'note 900',
    '4711th',
    'cited',
    'i',
    'cited site',
    '"sentence around"',
    'note cited th',
    'absent',
  ]) {
    from = clocks()
    const { total, more } = searchLinks(corpus, word, ['IN'], { limit: 200 })
    say(`search for '${word}' (${more ? 'at least ' : ''}${total} ties)`, from)
    if (!more) continue
    from = clocks()
    say(`… all of it (${searchLinks(corpus, word, ['IN'], { limit: 200, all: true }).total} ties)`, from)
  }
  timePages(corpus)
  removeTextIndex(corpus)
  from = clocks()
  searchLinks(corpus, 'invented site 77', ['IN'], { limit: 200 })
  say('… without the index', from)
  process.stdout.write(`memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB\n`)
  corpus.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
