import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { describe, expect, it } from 'vitest'
import { keepAnswers } from '#viewer/server/packed/kept-answers.ts'

/** A server that says how often it was asked for each address, so that what is made anew shows. */
function serverOf(most?: number) {
  const state = { stamp: 'a', made: [] as string[], length: 3_000, fails: false }
  const keep = keepAnswers(() => state.stamp, most)
  const app = new Hono()
  app.use(compress())
  app.get('/', context =>
    keep(context, () => {
      if (state.fails) throw new Error('no answer')
      const asked = context.req.query('asked') ?? ''
      state.made.push(asked)
      return { asked, nth: state.made.length, filler: 'é'.repeat(state.length) }
    }),
  )
  const ask = async (asked: string, taken = 'gzip') => {
    const answer = await app.request(`/?asked=${asked}`, { headers: { 'accept-encoding': taken } })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const packing = answer.headers.get('content-encoding')
    const text = new TextDecoder().decode(packing === 'gzip' ? gunzipSync(bytes) : bytes)
    return { packing, length: Number(answer.headers.get('content-length')), bytes: bytes.length, ...(JSON.parse(text) as { nth: number }) } // prettier-ignore
  }
  return { app, state, ask }
}

describe('keepAnswers(stamp)', () => {
  it('makes one answer for all who ask in the same moment, and for who comes later, each packed as asked', async () => {
    const { ask, state } = serverOf()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('tie')))
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(answers[0]).toMatchObject({ packing: 'gzip', asked: 'tie', nth: 1, length: answers[0]!.bytes })
    expect((await ask('tie')).nth).toBe(1)
    expect(await ask('tie', 'identity')).toMatchObject({ packing: null, nth: 2, asked: 'tie' })
    expect(state.made).toEqual(['tie', 'tie'])
  })

  it('makes it anew when something was written, and for another question', async () => {
    const { ask, state } = serverOf()
    await ask('tie')
    await ask('other')
    state.stamp = 'b'
    expect((await ask('tie')).nth).toBe(3)
    state.stamp = 'a'
    expect((await ask('tie')).nth).toBe(4)
  })

  it('leaves short answers unpacked', async () => {
    const { ask, state } = serverOf()
    state.length = 10
    expect(await ask('tie')).toMatchObject({ packing: null, asked: 'tie' })
  })

  it('leaves long ones to whom they go through, and does not keep them', async () => {
    const { ask, state } = serverOf()
    state.length = 250_000
    expect(await ask('all')).toMatchObject({ packing: 'gzip', asked: 'all', nth: 1 })
    expect(await ask('all')).toMatchObject({ packing: 'gzip', asked: 'all', nth: 2 })
  })

  it('forgets the oldest when there is no more room', async () => {
    const { ask, state } = serverOf(150)
    for (const asked of ['one', 'two', 'three', 'four']) await ask(asked)
    await ask('four')
    expect(state.made).toEqual(['one', 'two', 'three', 'four'])
    await ask('one')
    expect(state.made).toHaveLength(5)
  })

  it('keeps no failure', async () => {
    const { app, ask, state } = serverOf()
    state.fails = true
    app.onError((_, context) => context.json({ error: 'fault' }, 500))
    expect((await app.request('/?asked=tie')).status).toBe(500)
    state.fails = false
    expect((await ask('tie')).nth).toBe(1)
  })
})
