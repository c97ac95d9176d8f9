import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { streamSSE } from 'hono/streaming'
import { Fault, Mistake } from '#data/mistake.ts'
import { asFault, explainFault } from '#data/store/base/open-corpus.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusStamp } from '#data/store/map/map-facts.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { lastAsked } from '#data/store/graph/results.ts'
import { searchLinks } from '#data/store/evidence/search-links.ts'
import { linksByMonth } from '#data/store/map/timeline.ts'
import type { MapData } from '../protocol/map.ts'
import { reviewGroups } from '../protocol/review.ts'
import type { StoriesData } from '../protocol/stories.ts'
import { answerArchived } from './archive/answer-archived.ts'
import { addExplainedAnswers } from './explained/explained-answers.ts'
import { addPersonalAnswers } from './personal-answers.ts'
import { answerEvidence, answerEvidenceTable, answerTies, waveOf } from './answers.ts'
import { answerChangeLinks, answerChanges } from './change/answer-changes.ts'
import { applyChange, figureToKeep } from './changes.ts'
import type { ClientFiles } from './client-files.ts'
import { startJob } from './crawl/crawl-door.ts'
import { checkSeeds, mostSeedsBody } from './crawl/given-seeds.ts'
import { readDeeds, readTold } from './deeds/deed-door.ts'
import { sendMade, sendMadePage } from './deeds/send-made.ts'
import { answerLinks, answerLinksTable } from './group-links.ts'
import { answerPartEvidence, answerPartLinks, answerPartTable, type CountedStudy } from './answer-parts.ts'
import type { StudyEvidence } from './beside-parts.ts'
import { type ErrandsDesk, TooBusy } from './errands/errands-desk.ts'
import { addFigureAnswers, figureDesk, studyNow } from './figure/figure-door.ts'
import { guard, type GuardOptions } from './guard.ts'
import type { Jobs } from './jobs.ts'
import type { StudyNight } from './night/night-shift.ts'
import type { OwnCrawlOf } from './crawl/known-settings.ts'
import { keepAnswers } from './packed/kept-answers.ts'
import { readFlows } from './change/read-flows.ts'
import { packedAnswer } from './packed/packed-answer.ts'
import { readMapData, type MapSource } from './read-map-data.ts'
import { makeReviewQueue, readReviewQueue } from './read-review-queue.ts'
import { readStories } from './stories/read-stories.ts'
import { toolsOfSite } from './tools/read-tools.ts'
import { type PageMarks, sendFile } from './send-file.ts'
import { watchCorpus } from './watch-corpus.ts'
import { wordAnswers } from './words/answer-words.ts'

/** What the answers about one study are made of; who may ask is the guard's matter. */
export interface StudyParts extends MapSource {
  /** The corpus as a command names it. */
  readonly file: string
  readonly client: ClientFiles
  /** What the page must show to change something; null: it may not. */
  readonly token: string | null
  /** Where the start page is, seen from the study's own page; absent: there is none. */
  readonly home?: string
  /** A connection of its own for changes: readers never wait for one. */
  readonly openForChanges: () => Corpus
  /** Commands that the page starts. */
  readonly jobs: Jobs
  /** Crawls that begin and pause by themselves; absent: none do. */
  readonly night?: StudyNight
  /** What this machine knows of a crawl that it made; absent: it made none. */
  readonly ownCrawlOf?: OwnCrawlOf
  /** How the program is called where it was started, for commands that the page shows. Default './toile'. */
  readonly program?: readonly string[]
  /** The hyperlinks of counted edges; absent: those of the corpus are all. */
  readonly evidence?: StudyEvidence
  /** Told what went wrong in an answer, for who started the server. */
  readonly err: (text: string) => void
}

export type MapAppParts = StudyParts & GuardOptions

export const atMost = (maxSize: number) =>
  bodyLimit({ maxSize, onError: context => context.json({ error: 'too-large' }, 413) })

/** The answers of a server of one map. */
export function createMapApp(parts: MapAppParts): Hono {
  const app = new Hono()
  app.use(guard(parts))
  return addStudyAnswers(app, parts)
}

/** Answers about a study: the page, the data that it asks for, and the changes that it makes. */
export function addStudyAnswers(app: Hono, parts: StudyParts): Hono {
  const { corpus, client } = parts
  const door = { ...parts, ownCrawlOf: parts.ownCrawlOf ?? (() => null) }
  const readMap = rememberWhile(
    () => corpusStamp(corpus),
    () => {
      const data = readMapData(parts)
      return { data, send: packedAnswer(data) }
    },
  )
  // Not of the map's data: while a crawl writes, each answer would count all ties anew.
  const question = () => analysedQuestion(lastAsked(corpus))
  const query = (context: Context, name: string): string => context.req.query(name) ?? ''
  app.get('/api/events', context => sendEvents(context, parts))
  app.use(compress())
  app.get('/api/map', context => readMap().send(context))
  app.get('/api/changes', context => answerChanges(context, corpus, readMap().data))
  app.get('/api/changes/links', context => answerChangeLinks(context, corpus, readMap().data))
  const flows = rememberWhile(
    () => corpusStamp(corpus),
    () => readFlows(corpus, readMap().data),
  )
  app.get('/api/flows', context => context.json(flows()))
  app.get('/api/timeline', context => context.json(linksByMonth(corpus, { ...question(), ...waveOf(context) })))
  app.get('/api/search', context =>
    context.json(
      searchLinks(corpus, query(context, 'q').slice(0, 200), question().statuses, {
        limit: 200,
        titles: query(context, 'titles') !== '0',
      }),
    ),
  )
  const { words, said, similar, alike, saying, pages } = wordAnswers(corpus, () => readMap().data)
  app.get('/api/ties', context =>
    query(context, 'as') === 'similar' ? alike(context) : answerTies(context, corpus, readMap().data),
  )
  app.get('/api/words', words)
  app.get('/api/similar', similar)
  app.get('/api/similar-pages', saying)
  app.get('/api/search-pages', pages)
  app.get('/api/said', said)
  app.get('/api/stories', context => context.json({ stories: readStories(corpus) } satisfies StoriesData))
  app.get('/api/tools', context => {
    const told = toolsOfSite(corpus, { statuses: question().statuses, ...waveOf(context) }, query(context, 'id'))
    return told === null ? context.json({}, 404) : context.json(told)
  })
  addEvidence(app, parts, () => readMap().data)
  addExplainedAnswers(app, corpus)
  app.get('/archived', context => answerArchived(context, corpus, door.ownCrawlOf))
  const readQueue = rememberWhile(
    () => corpusStamp(corpus),
    () => makeReviewQueue(corpus),
  )
  app.get('/api/review', context => {
    const group = reviewGroups.find(kind => kind === query(context, 'group')) ?? ''
    const infrastructure = query(context, 'infrastructure') === '1'
    return context.json(readReviewQueue(corpus, readQueue(), { group, name: query(context, 'name'), infrastructure }))
  })
  addPersonalAnswers(app, door)
  const desk = figureDesk(corpus)
  if (parts.token !== null) {
    addDeedAnswers(app, parts)
    addFigureAnswers(app, { ...parts, desk }, { limit: atMost(mostChangeBody), bodyOf })
  }
  app.post('/api/seeds', atMost(mostSeedsBody), async context => {
    const check = checkSeeds(await bodyOf(context))
    return check === null ? context.json({}, 422) : context.json(check)
  })
  app.post('/api/job', atMost(mostSeedsBody), async context => {
    const { status, ...refusal } = startJob(door, await bodyOf(context))
    return context.json(refusal, status)
  })
  app.post('/api/change', atMost(mostChangeBody), context => answerChange(context, parts, desk))
  app.get('*', context => sendFile(context, client, marksOf(parts)))
  let explained: unknown = null
  app.onError((error, context) => {
    const known = asFault(parts.file, error)
    // Looked for once: it reads the whole corpus.
    explained ??= known instanceof Fault ? null : explainFault([parts.corpus.file], known)
    const said = !(known instanceof Fault) && explained instanceof Fault ? explained : known
    const isTold = said instanceof Fault || said instanceof Mistake
    parts.err(`${isTold ? said.message : (error.stack ?? error.message)}\n`)
    return context.json({ error: 'fault' }, 500)
  })
  return app
}

/** The hyperlinks of ties, sites and categories, from where they lie. */
function addEvidence(app: Hono, { corpus, evidence }: StudyParts, map: () => MapData): void {
  const answered =
    (ofCorpus: (context: Context) => Response, ofParts: (context: Context, study: CountedStudy) => Promise<Response>) =>
    async (context: Context): Promise<Response> => {
      const opened = await evidence?.opened()
      return opened ? ofParts(context, { corpus, evidence: opened }) : ofCorpus(context)
    }
  const table = (context: Context, study: CountedStudy): Promise<Response> => answerPartTable(context, study, map())
  const links = (context: Context, study: CountedStudy): Promise<Response> => answerPartLinks(context, study, map())
  const kept = keepAnswers(() => corpusStamp(corpus))
  const ofTie = answered(context => answerEvidence(context, corpus, kept), answerPartEvidence)
  const ofGroup = answered(context => answerLinks(context, corpus, map()), links)
  app.get('/api/evidence', ofTie)
  app.get('/api/links', ofGroup)
  const tableOfTie = answered(context => answerEvidenceTable(context, corpus), table)
  const tableOfGroup = answered(context => answerLinksTable(context, corpus, map()), table)
  app.get('/api/evidence.csv', tableOfTie)
  app.get('/api/links.csv', tableOfGroup)
}

/** What was made of a study, and where it lies: nothing for those who may only look at the map. */
function addDeedAnswers(app: Hono, parts: StudyParts): void {
  app.get('/api/deeds', context => context.json(readDeeds(parts)))
  app.get('/api/told', context => context.json(readTold(parts)))
  app.get('/made/:name', context => sendMade(context, parts.corpus.file))
  app.get('/made/:name/:page', context => sendMadePage(context, parts.corpus.file))
}

/** One decision for as many sites as a study has. */
const mostChangeBody = 2_000_000

const marksOf = ({ token, home }: StudyParts): PageMarks => ({ ...(token && { token }), ...(home && { home }) })

export const bodyOf = (context: Context): Promise<unknown> => context.req.json().catch(() => null)

async function answerChange(context: Context, parts: StudyParts, desk: ErrandsDesk): Promise<Response> {
  const request = await bodyOf(context)
  try {
    const figure = figureToKeep(request)
    const answer = figure && (await desk.ask('figureShown', { ...studyNow(parts), settings: figure }))
    if (answer?.is === 'refused') return context.json({ outcome: 'refused', said: answer.said }, 422)
    const outcome = applyChange(parts.openForChanges(), request, parts.now(), answer?.drawn)
    return context.json(outcome, outcome.outcome === 'refused' ? 422 : outcome.outcome === 'stale' ? 409 : 200)
  } catch (error) {
    const isBusy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
    if (isBusy || error instanceof TooBusy) return context.json({ outcome: 'busy' }, 503)
    throw asFault(parts.file, error)
  }
}

const watches = new WeakMap<Corpus, ReturnType<typeof watchCorpus>>()

/** A job that speaks or ends is news too, though it may not write to the corpus. */
function watchOf({ corpus, jobs, night }: StudyParts): ReturnType<typeof watchCorpus> {
  const watch =
    watches.get(corpus) ??
    watchCorpus(
      () =>
        `${corpusStamp(corpus)} ${JSON.stringify([jobs.facts(), jobs.deeds.facts(), night?.plan(), night?.awake()])}`,
    )
  watches.set(corpus, watch)
  return watch
}

/** Says 'changed' whenever anything was written to the corpus; at most once a second. */
const sendEvents = (context: Context, parts: StudyParts): Response =>
  streamSSE(context, async stream => {
    await stream.writeSSE({ event: 'open', data: '', retry: 3000 })
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    stream.onAbort(end)
    const tell = async (): Promise<void> => {
      // It was to be moved or deleted: the page asks anew, and is answered by whatever is there then.
      const isOver = !parts.corpus.db.open
      await stream.writeSSE({ event: 'changed', data: '', ...(isOver && { retry: 200 }) })
      if (isOver) end()
    }
    const stop = watchOf(parts).listen(() => void tell())
    await ended
    stop()
  })

/** The last result again as long as `stamp` stays the same. */
function rememberWhile<Result>(stamp: () => string, make: () => Result): () => Result {
  let last: { readonly stamp: string; readonly result: Result } | undefined
  return () => {
    const now = stamp()
    if (last?.stamp !== now) last = { stamp: now, result: make() }
    return last.result
  }
}
