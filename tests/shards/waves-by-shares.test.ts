import { copyFileSync, existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dealShare } from '#crawler/shares/deal-share.ts'
import { describeShares } from '#crawler/shares/describe-shares.ts'
import { statusOfShares } from '#crawler/shares/status-of-shares.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { Author } from '#data/store/curate/author.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { allPageTexts } from '#data/store/visits/page-texts.ts'
import { sayShard } from '#data/store/shares/shard.ts'
import { linking } from '../crawler/crawl-web.ts'
import { expectInStep } from '../data/store/living-state.ts'
import { type Hosts, type Page, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { benchOfShares, expectSameFiles, type ShareBench } from './bench-of-shares.ts'
import { standOf } from './stand-of.ts'

const author: Author = { actor: 'user', reason: 'decided', now: 1 }
const names = ['ada', 'bea', 'cleo', 'dora', 'eva', 'fay']
const moved = (location: string): Page => ({ status: 302, headers: { location } })
const at = (name: string, path = '/'): string => `http://${name}.example${path}`

/** Redirects over the borders of shares, that turn around; links that go, stay, come; two who link to each other. */
const webOf = (isLater: boolean): Hosts => ({
  'ada.example': {
    '/': linking('/p', '/away', '/gone', at('bea'), at('new'), ...(isLater ? [at('later')] : [at('early')])),
    '/p': linking(at('bea', '/away'), at('cleo', '/p'), at('out')),
    '/away': moved(isLater ? at('cleo', '/away') : at('bea', '/p')),
    '/gone': isLater ? { status: 404, body: '' } : linking(at('dora')),
    ...(isLater ? { '/next': linking(at('fay')) } : {}),
  },
  'bea.example': {
    '/': linking('/p', '/away', at('ada', '/away'), at('new', '/x')),
    '/p': isLater ? moved(at('ada', '/away')) : linking(at('eva')),
    '/away': moved(isLater ? at('dora', '/p') : at('ada', '/p')),
  },
  'cleo.example': {
    '/': linking('/p', '/away', at('private')),
    '/p': linking(at('ada'), at('private', '/diary')),
    '/away': isLater ? moved(at('ada', '/away')) : linking(at('bea')),
  },
  'dora.example': { '/': linking('/p', at('eva'), at('bea', '/away')), '/p': linking(at('ada'), at('bea', '/p')) },
  'eva.example': { '/': linking(at('dora'), at('fay', '/p'), at('cleo', '/away')) },
  'fay.example': { '/': linking('/p', at('ada')), '/p': linking(at('eva'), at('private')) },
  'new.example': { '/': linking(at('ada'), '/x'), '/x': linking(at('bea'), ...(isLater ? [at('later', '/y')] : [])) },
  'out.example': { '/': linking(at('ada')) },
})

let bench: ShareBench
let web: ServedWeb
/** Merged of three shares, and curated: everything below begins with it. */
let curated: string
/** What one crawl of the curated corpus makes of the second wave. */
let whole: string
let fromArchive: string

const edit = (file: string, work: (corpus: Corpus) => void): void => {
  const corpus = openCorpus(file, 'write')
  work(corpus)
  corpus.close()
}
const copyOf = (file: string, name: string): string => {
  copyFileSync(file, bench.path(`${name}.sqlite`))
  return bench.path(`${name}.sqlite`)
}
const later = (): { again: string; fromArchive: string } => ({ again: 'later', fromArchive })

beforeAll(async () => {
  const hosts: Record<string, Hosts[string]> = { ...webOf(false) }
  web = await serveWeb(hosts)
  bench = benchOfShares(['url', ...names.map(name => at(name)), ''].join('\n'), {
    depth: 2,
    resolve: 'none',
    texts: true,
  })
  await bench.crawl('live', { proxy: web.proxy, archive: bench.path('first') })
  const parts = await bench.shares(3, { fromArchive: bench.path('first') })
  curated = (await bench.merge(parts, 'curated')).corpus
  const curate = (corpus: Corpus): void => {
    setEntity(corpus, author, 'new.example', { status: 'IN', note: 'found by us' })
    setEntity(corpus, author, 'dora.example', { status: 'OUT' })
    mergeEntity(corpus, author, 'fay.example', 'eva.example')
  }
  edit(curated, curate)
  edit(bench.path('live.sqlite'), curate)
  Object.assign(hosts, webOf(true))
  await bench.crawl('live', { proxy: web.proxy, again: 'later', archive: bench.path('second') })
  fromArchive = bench.path('second')
  whole = copyOf(curated, 'whole')
  await bench.crawl('whole', later())
}, 300_000)
afterAll(async () => {
  bench?.remove()
  await web?.close()
})

/** Deals a corpus out and lets each share visit the second wave. */
async function visitByShares(from: string, of: number, prefix: string): Promise<string[]> {
  const parts: string[] = []
  for (let share = 0; share < of; share++) {
    const name = `${prefix}-${share}-of-${of}`
    dealShare(from, { share, of }, bench.path(`${name}.sqlite`), Date.now())
    parts.push(await bench.crawl(name, { ...later(), shard: share % 2 === 0 ? `${share}/${of}` : undefined }))
  }
  return parts
}

describe('a second wave by shares of a curated corpus', () => {
  it.each([1, 2, 3, 7])('of %i is the same bytes as one crawl --again, and knows the same', async of => {
    const back = copyOf(curated, `back-${of}`)
    const parts = await visitByShares(back, of, 'wave')
    const merged = await bench.merge(parts.toReversed(), `back-${of}`)
    expect(merged).toMatchObject({ corpus: back, shares: of, wave: 'later' })
    expect(standOf(back)).toEqual(standOf(whole))
    expect(standOf(back)['texts']!.length).toBeGreaterThan(3)
    await expectSameFiles(back, copyOf(whole, `whole-${of}`), of === 3)
    edit(back, expectInStep)
  })

  it('deals out of each corpus all sites, each once, with every decision, and only their own pages', () => {
    const files = [0, 1, 2].map(share => bench.path(`wave-${share}-of-3.sqlite`))
    const sources = files.flatMap(file => {
      const stand = standOf(file)
      expect(stand['entities']!.filter(row => row.includes('"OUT"'))).toHaveLength(1)
      expect(stand['entities']!.join()).toContain('found by us')
      const visited = stand['visits']!.map(row => JSON.parse(row) as [string, number]).filter(([, wave]) => wave === 2)
      return [...new Set(visited.map(([url]) => new URL(url).host))]
    })
    expect(sources.toSorted()).toEqual(
      ['ada', 'bea', 'cleo', 'eva', 'fay', 'new'].map(name => `${name}.example`).toSorted(),
    )
  })

  it('holds what people changed in the corpus meanwhile', async () => {
    const back = copyOf(curated, 'meanwhile')
    const parts = await visitByShares(back, 3, 'meanwhile')
    edit(back, corpus => {
      setEntity(corpus, author, 'bea.example', { status: 'OUT', label: 'Bea & Co', note: 'left' })
      mergeEntity(corpus, author, 'new.example', 'ada.example')
      forgetEntity(corpus, author, 'cleo.example')
    })
    await bench.merge(parts, 'meanwhile')
    edit(back, expectInStep)
    const { entities, links, pages, visits } = standOf(back) as Record<string, string[]>
    expect(entities!.find(row => row.startsWith('["bea.example"'))).toMatch(/"Bea & Co".*"OUT".*"left"/)
    // Nothing of who was forgotten: no page but the address that stands for it, no visit, no link in any direction, and not who was linked by it alone.
    expect(pages!.filter(row => row.includes('cleo.example/p') || row.includes('cleo.example/away","cleo'))).toEqual([])
    expect(visits!.filter(row => row.startsWith('["http://cleo.example'))).toEqual([])
    expect(links!.filter(row => row.includes('cleo.example'))).toEqual([])
    // Nor do the texts that others' pages came back with say of it what their hyperlinks did.
    edit(back, corpus => {
      const texts = [...allPageTexts(corpus)].map(({ text }) => text)
      expect(texts.some(text => text.includes('eva.example'))).toBe(true)
      expect(texts.filter(text => text.includes('cleo.example'))).toEqual([])
    })
    // What was merged into another belongs to it, new links included.
    const ofNew = links!.filter(row => row.startsWith('["http://new.example/x","http://later.example/y"'))
    expect(ofNew).toHaveLength(1)
    expect(ofNew[0]).toContain('"ada.example","later.example"')
    // The ordinary crawl has nothing left to visit again.
    const before = standOf(back)
    await bench.crawl('meanwhile', { fromArchive })
    expect(standOf(back)['visits']).toEqual(before['visits'])
  })

  it('says of each share what it is: dealt out, then done', () => {
    const folder = bench.path('parts-of-wave')
    const file = bench.path('parts-of-wave/0.sqlite')
    dealShare(curated, { share: 0, of: 2 }, file, Date.now())
    const found = statusOfShares(folder, Date.now())
    expect(found.shares).toMatchObject([{ share: 0, of: 2, stand: 'not-begun', fetched: 0, pending: 0 }])
    expect(describeShares(found, Date.now())).toMatch(/dealt out, not begun/)
    edit(file, corpus => expect(sayShard(corpus)).toMatch(/share 0 of 2 .* dealt out for its next wave/))
  })
})

describe('refused is', () => {
  const refusedParts = (of: number): string[] =>
    Array.from({ length: of }, (_, share) => bench.path(`wave-${share}-of-${of}.sqlite`))
  let copies = 0
  /** Merging `parts` into a fresh copy of the curated corpus, which stays as it was. */
  async function refused(parts: readonly string[], reason: RegExp, prepare?: (corpus: Corpus) => void): Promise<void> {
    const name = `refused-${copies++}`
    const target = copyOf(curated, name)
    if (prepare) edit(target, prepare)
    const before = standOf(target)
    await expect(bench.merge(parts, name)).rejects.toThrow(reason)
    expect(standOf(target)).toEqual(before)
  }

  it('a missing share, one named twice, one dealt out of another corpus, one of another number, one of a seed list', async () => {
    const [a, b, c] = refusedParts(3) as [string, string, string]
    await refused([a, b], /share 2\/3 is missing; expected all 3/)
    await refused([a, b, c, c], /named twice/)
    await refused([a, b, c, copyOf(c, 'twin')], /share 2\/3 was found 2 times/)
    await refused([a, b, refusedParts(7)[2]!], /a share of 7 was found|expected all of one number/)
    await refused([a, b, bench.path('part-2-of-3.sqlite')], /expected all of one kind/)
    const other = copyOf(c, 'other')
    edit(other, corpus =>
      corpus.db.exec(`UPDATE meta SET value = json_set(value, '$.dealt.corpus', 'x') WHERE name = 'shard'`),
    )
    await refused([a, b, other], /dealt out of another corpus than/)
    await expect(bench.merge([a, b, c], 'nowhere')).rejects.toThrow(
      /expected the one that the shares were dealt out of/,
    )
    expect(existsSync(bench.path('nowhere.sqlite'))).toBe(false)
    const foreign = (
      await bench.merge(
        [0, 1, 2].map(share => bench.path(`part-${share}-of-3.sqlite`)),
        'foreign',
      )
    ).corpus
    await expect(bench.merge([a, b, c], 'foreign')).rejects.toThrow(/dealt out of another corpus; expected that one/)
    expect(standOf(foreign)['waves']).toHaveLength(1)
  })

  it('a share that was not visited, one dealt out of other decisions, a corpus that has the wave or was crawled meanwhile', async () => {
    const [a, b] = refusedParts(2) as [string, string]
    const fresh = bench.path('fresh.sqlite')
    dealShare(curated, { share: 1, of: 2 }, fresh, Date.now())
    await refused([a, fresh], /was dealt out and not visited/)
    const changed = copyOf(curated, 'changed')
    edit(changed, corpus => setEntity(corpus, author, 'dora.example', { status: 'IN' }))
    dealShare(changed, { share: 1, of: 2 }, bench.path('decided.sqlite'), Date.now())
    await bench.crawl('decided', later())
    await refused([a, bench.path('decided.sqlite')], /had other sites or waves when it was dealt out/)
    await expect(bench.merge([a, b], 'whole')).rejects.toThrow(/it has wave 'later' already/)
    await expect(bench.merge([a, b], 'back-2')).rejects.toThrow(/it has wave 'later' already/)
    const crawled = copyOf(curated, 'crawled')
    await bench.crawl('crawled', { again: 'other', fromArchive })
    await expect(bench.merge([a, b], 'crawled')).rejects.toThrow(/was crawled since/)
    expect(standOf(crawled)['waves']).toHaveLength(2)
  })

  it('dealing out what is no whole corpus with an ended wave, over a file, or sites of a list that the corpus has not', async () => {
    const deal = (from: string, out = 'dealt') => dealShare(bench.path(`${from}.sqlite`), { share: 0, of: 2 }, bench.path(`${out}.sqlite`), Date.now()) // prettier-ignore
    expect(() => deal('wave-0-of-2')).toThrow(/share 0\/2 of a crawl was found/)
    expect(() => deal('curated', 'whole')).toThrow(/there already/)
    const open = copyOf(curated, 'unfinished')
    edit(open, corpus => corpus.db.exec('UPDATE wave SET ended_at = NULL'))
    expect(() => deal('unfinished')).toThrow(/wave 'first' has not ended/)
    deal('curated')
    await expect(bench.crawl('dealt', { shard: '1/2', ...later() })).rejects.toThrow(/is share 0\/2/)
    await expect(bench.crawl('dealt', { fromArchive })).rejects.toThrow(/expected --again LABEL/)
    await bench.crawl('dealt', later())
    await expect(bench.crawl('dealt', { again: 'more', fromArchive })).rejects.toThrow(/visited wave 'later' already/)
  })
})
