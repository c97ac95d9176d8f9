import { afterEach, describe, expect, it } from 'vitest'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { serveWeb, type ServedWeb } from '../webs/serve-web.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'

let web: ServedWeb
let bench: Workbench

afterEach(async () => {
  bench.remove()
  await web.close()
})

describe('a crawl after an entity was forgotten', () => {
  it('never asks for its addresses again, though seeds, links and redirects lead there', async () => {
    web = await serveWeb({
      'a.example': {
        '/': linking('http://private.example/diary', 'http://a.example/away', 'http://b.example/'),
        '/away': { status: 302, headers: { location: 'http://private.example/' } },
      },
      'private.example': { '/': linking('http://a.example/') },
    })
    bench = setUpCrawl(web.proxy, ['http://a.example/', 'http://private.example/'])
    await bench.crawl({ resolve: 'all' })
    const corpus = openCorpus(bench.corpus, 'write')
    forgetEntity(corpus, { actor: 'user', reason: '', now: 0 }, 'private.example')
    corpus.close()
    web.requests.length = 0
    expect(await bench.crawl({ again: 'later', resolve: 'all' })).toBe('done')
    const asked = web.requests.map(({ address }) => address)
    expect(asked).toContain('a.example/away')
    expect(asked.filter(address => address.startsWith('private.example'))).toEqual([])
    expect(bench.links()).toEqual(['http://a.example/ > http://b.example/'])
    expect(bench.pages().map(({ entity }) => entity)).not.toContain('private.example')
  })
})
