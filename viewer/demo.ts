import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { crawl } from '#crawler/crawl.ts'
import type { Surroundings } from '#data/command/command.ts'
import { stepDisplay } from '#data/command/progress.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { corporaFolder } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { allWaves, type Wave } from '#data/store/frontier/waves.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { archiveAddress } from '#seeds/demo-web/past/answer-archive.ts'
import { elections } from '#seeds/demo-web/past/history.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { showMap, type ShowOptions } from './show-map.ts'
import { showStudies } from './show-studies.ts'
import { tellDemo } from './tell-demo.ts'

const listNamed = (name: string): string => join(import.meta.dirname, '..', 'seeds', name)

export interface DemoOptions extends Pick<ShowOptions, 'port' | 'open'> {
  /** Default: 'demo' among the studies, whose map is then served with the start page behind it. */
  readonly corpus?: string
  /** False: ends when the corpus is made. */
  readonly map: boolean
  /** False: the web of today alone. */
  readonly past: boolean
}

/** The real crawler, analysis and map, on an invented web that never leaves this machine. */
export async function demo(surroundings: Surroundings, { corpus, map, past, port, open }: DemoOptions): Promise<void> {
  const folder = corporaFolder(surroundings)
  const file = corpus ?? join(folder, `${demoStudy}.sqlite`)
  surroundings.err('This demonstration crawls an invented web, served by this machine to itself.\n')
  await crawlDemoWeb(surroundings, file, past)
  await analyseDemo(surroundings, file)
  if (!map) return
  surroundings.err(
    'Now the real job: “All studies” in the page, or ./toile crawl seeds/data-strategists.csv --contact you@example.org\n' +
      '(your own address: a crawler says who sends it)\n',
  )
  if (corpus === undefined) await showStudies(surroundings, folder, { port, open, study: demoStudy })
  else await showMap(surroundings, corpus, { port, open })
}

const demoStudy = 'demo'

const common = { contact: 'demonstration@toile.example', depth: 2, delay: 0.02 } as const

/** The past first, so that a page of today is met by a crawl of today. What an earlier call has done is left alone. */
async function crawlDemoWeb(surroundings: Surroundings, corpus: string, withPast: boolean): Promise<void> {
  const web = await serveDemoWeb()
  const { proxy } = web
  const seeds = listNamed(withPast ? 'demo-elections.csv' : 'demo.csv')
  const today = (): Promise<unknown> => {
    const again = wavesIn(corpus).length === 0 ? {} : { again: 'today' }
    return crawl({ ...common, ...again, seeds, corpus, proxy }, surroundings)
  }
  try {
    const begun = wavesIn(corpus).find(({ past }) => past === null)
    if (begun?.endedAt === null)
      await crawl({ ...common, again: begun.label, seeds: listNamed('demo.csv'), corpus, proxy }, surroundings)
    if (withPast) await crawlElections(surroundings, { seeds, corpus, proxy })
    if (begun === undefined) await today()
  } finally {
    await web.close()
  }
}

/** As the invented archive has them; each is a wave. */
async function crawlElections(
  surroundings: Surroundings,
  to: { readonly seeds: string; readonly corpus: string; readonly proxy: string },
): Promise<void> {
  for (const past of elections) {
    if (wavesIn(to.corpus).some(wave => wave.past?.date === past && wave.endedAt !== null)) continue
    surroundings.err(`As an invented archive has that web about ${past}:\n`)
    await crawl({ ...common, ...to, past, within: 120, from: archiveAddress, delay: 0 }, surroundings)
  }
}

function wavesIn(file: string): Wave[] {
  if (!existsSync(file)) return []
  const corpus = openCorpus(file, 'read')
  try {
    return allWaves(corpus)
  } finally {
    corpus.close()
  }
}

async function analyseDemo(surroundings: Surroundings, file: string): Promise<void> {
  const display = stepDisplay(surroundings)
  const corpus = openCorpus(file, 'write')
  try {
    const options = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 200, resolution: 1 } as const
    const { graph } = await analyseCorpus(corpus, options, surroundings.now, display.show)
    display.end()
    tellDemo(corpus, surroundings.now())
    surroundings.err(`${graph.nodes.length} sites, ${graph.edges.length} ties.\n`)
  } finally {
    corpus.close()
  }
}
