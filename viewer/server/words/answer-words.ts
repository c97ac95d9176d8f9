import type { Context } from 'hono'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusStamp } from '#data/store/map/map-facts.ts'
import { searchPages } from '#data/store/evidence/search-pages.ts'
import { hasPageTexts } from '#data/store/visits/page-texts.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { languages } from '#data/vocabulary/languages.ts'
import type { MapData, TiesData } from '#viewer/protocol/map.ts'
import type { PagesData, SaidData, SayingPagesData, SimilarData, WordsData } from '#viewer/protocol/words.ts'
import { layerAsked, partsOf, shownOf } from '../answers.ts'
import { groupOfQuery } from '../group-links.ts'
import { errandsDesk } from '../errands/errands-desk.ts'
import type { WordsGroup } from './read-words.ts'

/** Answers kept while the corpus stays as it is; a label that no wave has is not remembered for ever. */
const mostKept = 100
/** All hyperlinks of a large corpus are read for a word; nobody waits longer than this. */
const bounds = { mostOrders: 100, longestMs: 600_000 }
/** No word of a page that is told is longer. */
const mostOfWord = 200

/** The answers about words, each reckoned once for a state of the corpus. */
export function wordAnswers(corpus: Corpus, map: () => MapData) {
  const desk = errandsDesk(corpus.file, bounds)
  let kept = { stamp: '', answers: new Map<string, Promise<unknown>>() }
  const once = <Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> => {
    const stamp = corpusStamp(corpus)
    if (kept.stamp !== stamp || kept.answers.size > mostKept) kept = { stamp, answers: new Map() }
    const { answers } = kept
    const known = (answers.get(name) as Promise<Answer> | undefined) ?? make()
    answers.set(name, known)
    known.catch(() => answers.delete(name))
    return known
  }
  return {
    /** /api/words?id=… of a site against all; ?source=…&target=…, ?column=…&row=…&col=…, ?site=…&site=… of a group against all else. */
    words: async (context: Context): Promise<Response> => {
      const { statuses } = analysedQuestion(map().analysis)
      const question = { statuses, ...shownOf(context, map()) }
      const id = context.req.query('id')
      if (id !== undefined) {
        const told = await once(JSON.stringify(['sites', question]), () => desk.ask('sites', question))
        return context.json(told.get(id) ?? ({ languages: [] } satisfies WordsData))
      }
      const group = groupOf(context, map())
      if (group === null) return context.json({ error: 'no-such-group' }, 400)
      const name = JSON.stringify(['group', question, group])
      return context.json(await once(name, () => desk.ask('group', { ...question, group })))
    },
    /** /api/similar?id=… of a site, ?source=…&target=… of two. */
    similar: async (context: Context): Promise<Response> => {
      const { statuses } = analysedQuestion(map().analysis)
      const { wave } = shownOf(context, map())
      const { id, source, target } = context.req.query()
      const [site, other] = id === undefined ? [source, target] : [id]
      if (site === undefined || (id === undefined && target === undefined))
        return context.json({ error: 'no-such-site' }, 400)
      const asked = { statuses, wave, site, ...(other !== undefined && { other }), stamp: corpusStamp(corpus) }
      return context.json(await once<SimilarData>(JSON.stringify(['similar', asked]), () => desk.ask('similar', asked)))
    },
    /** /api/ties?as=similar: the ties of all sites that say the same words. */
    alike: async (context: Context): Promise<Response> => {
      const { ids, analysis, undirected } = map()
      const layer = layerAsked(map(), partsOf(context))
      if (typeof layer === 'string') return context.json({ error: layer }, 400)
      const of = { ids, analysis: analysis && { options: analysis.options }, ...(undirected && { undirected }) }
      const name = JSON.stringify(['alike', layer])
      return context.json(await once<TiesData>(name, () => desk.ask('alike', { map: of, layer })))
    },
    /** /api/similar-pages?source=…&target=…&language=…&word=…: where both say a word that they share. */
    saying: async (context: Context): Promise<Response> => {
      const { source = '', target = '', word = '', language = '' } = context.req.query()
      const known = languages.find(one => one === language)
      if (known === undefined || word === '' || word.length > mostOfWord)
        return context.json({ error: 'no-such-word' }, 400)
      const asked = { sites: [source, target], word, language: known, wave: shownOf(context, map()).wave } as const
      const name = JSON.stringify(['saying', asked])
      return context.json(await once<SayingPagesData>(name, () => desk.ask('saying', asked)))
    },
    /** /api/search-pages?q=…: at once where there is an index; else, and with &all=1, beside, as all texts may be read. */
    pages: async (context: Context): Promise<Response> => {
      if (!hasPageTexts(corpus)) return context.json(null)
      const { statuses } = analysedQuestion(map().analysis)
      const query = (context.req.query('q') ?? '').slice(0, 200)
      const all = context.req.query('all') === '1'
      const name = JSON.stringify(['pages', query, statuses, all])
      const found = await once<PagesData>(
        name,
        async () =>
          (all ? null : searchPages(corpus, query, statuses)) ?? (await desk.ask('pages', { statuses, query })),
      )
      return context.json(found)
    },
    /** /api/said?q=…: all ties with these words, page titles counted with &titles=1. */
    said: async (context: Context): Promise<Response> => {
      const { statuses } = analysedQuestion(map().analysis)
      const query = (context.req.query('q') ?? '').slice(0, 200)
      const titles = context.req.query('titles') === '1'
      const said = await once<SaidData>(JSON.stringify(['said', query, titles, statuses]), () =>
        desk.ask('said', { statuses, query, titles }),
      )
      return context.json(said)
    },
  }
}

function groupOf(context: Context, map: MapData): WordsGroup | null {
  const { source, target, column: name, row } = context.req.query()
  const sites = context.req.queries('site') ?? []
  if (source && target) return { sources: [source], targets: [target] }
  if (sites.length > 0) return { sources: sites, targets: null }
  const group = groupOfQuery({ ...context.req.query(), col: context.req.query('col') ?? row ?? '' }, map)
  // What one category says, of whomever.
  return group !== null && name && context.req.query('col') === undefined ? { ...group, targets: null } : group
}
