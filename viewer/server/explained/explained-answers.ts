import type { Context, Hono } from 'hono'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusStamp } from '#data/store/map/map-facts.ts'
import { errandsDesk, TooBusy } from '../errands/errands-desk.ts'

/** Answers that are kept while the corpus stays as it is: each takes a look at all that is said. */
const mostKept = 50
/** So many questions wait at most, and none is thought about for longer. */
const bounds = { mostOrders: 20, longestMs: 120_000 }

/** What a community is, and why two ends are together or apart: reckoned beside the server's own thread. */
export function addExplainedAnswers(app: Hono, corpus: Corpus): void {
  const desk = errandsDesk(corpus.file, bounds)
  let kept = { stamp: '', answers: new Map<string, Promise<object | null>>() }
  const answer = async (
    context: Context,
    key: string,
    ask: (state: { readonly stamp: string }) => Promise<object | null>,
  ): Promise<Response> => {
    const stamp = corpusStamp(corpus)
    if (kept.stamp !== stamp) kept = { stamp, answers: new Map() }
    const { answers } = kept
    const made = answers.get(key) ?? ask({ stamp })
    if (answers.size < mostKept) answers.set(key, made)
    try {
      // Null, not 404, as for an old address of a site: it is nothing that a browser should report as an error.
      return context.json(await made)
    } catch (error) {
      answers.delete(key)
      if (error instanceof TooBusy) return context.json({ error: 'busy' }, 503)
      throw error
    }
  }
  const query = (context: Context, name: string): string => (context.req.query(name) ?? '').slice(0, 2000)
  app.get('/api/why', context => {
    const asked = { one: query(context, 'one'), other: query(context, 'other') }
    return answer(context, JSON.stringify(asked), state => desk.ask('why', { ...state, ...asked }))
  })
  app.get('/api/community', context => {
    const of = query(context, 'of')
    return answer(context, JSON.stringify(of), state => desk.ask('community', { ...state, of }))
  })
}
