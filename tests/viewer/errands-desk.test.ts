import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { whyTogether } from '#graph/explain/why.ts'
import { errandsDesk, TooBusy } from '#viewer/server/errands/errands-desk.ts'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'

const place = corpusPlace()
let corpus: Corpus
beforeAll(async () => {
  corpus = await copyInventedCorpus(place.file)
})
afterAll(() => {
  corpus.close()
  place.remove()
})

const asked = { stamp: '1', one: 'liberty-lists.example', other: 'turnout-engine.example' }

describe('errandsDesk(file, bounds)', () => {
  it('answers from a thread what the corpus answers here, and refuses more orders than it takes', async () => {
    const desk = errandsDesk(place.file, { mostOrders: 2, longestMs: 60_000 })
    const answers = [desk.ask('why', asked), desk.ask('why', { ...asked, one: 'nobody.example' })]
    await expect(desk.ask('why', asked)).rejects.toThrow(TooBusy)
    const here = JSON.stringify(whyTogether(corpus, asked.one, asked.other))
    expect(JSON.stringify(await answers[0])).toBe(here)
    expect(await answers[1]).toBeNull()
    // Both done: there is room again.
    expect((await desk.ask('community', { stamp: '1', of: asked.one }))!.members.sites.length).toBeGreaterThan(1)
  })

  it('ends a thread that takes too long, and gives what waits behind to another one', async () => {
    const desk = errandsDesk(place.file, { mostOrders: 3, longestMs: 1 })
    await expect(desk.ask('why', asked)).rejects.toThrow('took more than 1 ms')
    await expect(desk.ask('why', asked)).rejects.toThrow(TooBusy)
  })
})
