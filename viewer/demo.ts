import { join } from 'node:path'
import { crawl } from '#crawler/crawl.ts'
import type { Surroundings } from '#data/command/command.ts'
import { stepDisplay } from '#data/command/progress.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { corporaFolder } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { showMap, type ShowOptions } from './show-map.ts'
import { showStudies } from './show-studies.ts'

const seeds = join(import.meta.dirname, '..', 'seeds', 'demo.csv')

export interface DemoOptions extends Pick<ShowOptions, 'port' | 'open'> {
  /** Default: 'demo' among the studies, whose map is then served with the start page behind it. */
  readonly corpus?: string
  /** False: ends when the corpus is made. */
  readonly map: boolean
}

/** The real crawler, analysis and map, on an invented web that never leaves this machine. */
export async function demo(surroundings: Surroundings, { corpus, map, port, open }: DemoOptions): Promise<void> {
  const folder = corporaFolder(surroundings)
  const file = corpus ?? join(folder, `${demoStudy}.sqlite`)
  surroundings.err('This demonstration crawls an invented web, served by this machine to itself.\n')
  await crawlDemoWeb(surroundings, file)
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

async function crawlDemoWeb(surroundings: Surroundings, corpus: string): Promise<void> {
  const web = await serveDemoWeb()
  try {
    await crawl(
      { seeds, corpus, proxy: web.proxy, contact: 'demonstration@toile.example', depth: 2, delay: 0.02 },
      surroundings,
    )
  } finally {
    await web.close()
  }
}

async function analyseDemo(surroundings: Surroundings, file: string): Promise<void> {
  const display = stepDisplay(surroundings)
  const corpus = openCorpus(file, 'write')
  try {
    const options = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 200, resolution: 1 } as const
    const { graph } = await analyseCorpus(corpus, options, surroundings.now, display.show)
    display.end()
    surroundings.err(`${graph.nodes.length} sites, ${graph.edges.length} ties.\n`)
  } finally {
    corpus.close()
  }
}
