import { dirname, join } from 'node:path'
import { crawl } from '#crawler/crawl.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { quietSurroundings } from './quiet-surroundings.ts'

/** Crawls the demonstration web, two clicks deep, into the file `corpus`. */
export async function crawlDemoWeb(corpus: string): Promise<void> {
  const seeds = join(import.meta.dirname, '..', 'seeds', 'demo.csv')
  const web = await serveDemoWeb()
  try {
    await crawl(
      { seeds, corpus, proxy: web.proxy, contact: 'test@toile.example', depth: 2, delay: 0 },
      quietSurroundings(dirname(corpus)),
    )
  } finally {
    await web.close()
  }
}
