import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'
import { Fault, Mistake } from '#data/mistake.ts'
import type { Need, StudiesData, StudyLine } from '#viewer/protocol/studies.ts'
import { guard, type GuardOptions } from '../guard.ts'
import { atMost, bodyOf } from '../map-app.ts'
import { sendFile } from '../send-file.ts'
import { manageStudies, mostNetworkBytes, mostStudiesBody } from './manage-studies.ts'
import { OpenStudies, pathInStudy, type StudiesParts } from './open-studies.ts'
import { StudyReader } from './read-study.ts'
import { awayFolder, studyNames } from './study-files.ts'

export interface StudiesApp {
  readonly app: Hono
  /** Stops what is at work and closes what is open. */
  readonly close: () => Promise<void>
}

/** The answers of a server of many studies: the start page, and behind /study/NAME/ those of each study. */
export function createStudiesApp(parts: StudiesParts & GuardOptions): StudiesApp {
  const studies = new OpenStudies(parts)
  const reader = new StudyReader()
  const app = new Hono()
  app.use(guard(parts))
  app.get('/study/:name', context => context.redirect(`${encodeURIComponent(context.req.param('name'))}/`))
  app.all('/study/:name/*', context => passOn(context, studies))
  app.use(compress())
  app.get('/api/studies', context => context.json(listStudies(parts, reader, studies)))
  app.post('/api/studies', atMost(mostStudiesBody), async context => {
    const answer = await manageStudies({ ...parts, studies }, await bodyOf(context))
    return answer === null ? context.json({}, 422) : context.json(answer)
  })
  const { token } = parts
  app.get('*', context => sendFile(context, parts.client, { start: 'yes', ...(token && { token }) }))
  app.onError((error, context) => {
    const isTold = error instanceof Fault || error instanceof Mistake
    parts.err(`${isTold ? error.message : (error.stack ?? error.message)}\n`)
    // A study that can't be opened, by an address that was kept: the list says which.
    return isTold && isNavigation(context) ? context.redirect('/') : context.json({ error: 'fault' }, 500)
  })
  return { app, close: () => studies.close() }
}

/** A study answers as if it were alone: its addresses begin behind its name (pathInStudy). */
async function passOn(context: Context, studies: OpenStudies): Promise<Response> {
  const name = studies.nameOf(context.req.param('name') ?? '')
  const answers = studies.answers(name)
  if (answers === null) return noSuchStudy(context)
  const release = studies.hold(name)
  const isChannel = pathInStudy(context.req.raw) === '/api/events'
  if (isChannel) context.req.raw.signal.addEventListener('abort', release, { once: true })
  try {
    return await answers.fetch(context.req.raw, context.env)
  } finally {
    if (!isChannel) release()
  }
}

/** A page that was shared or kept leads to the list; a script of a page learns that its study is gone. */
const noSuchStudy = (context: Context): Response =>
  isNavigation(context) ? context.redirect('/') : context.json({ error: 'not-found' }, 404)

const isNavigation = (context: Context): boolean => context.req.header('sec-fetch-mode') === 'navigate'

function listStudies({ folder, now, token }: StudiesParts, reader: StudyReader, studies: OpenStudies): StudiesData {
  const line = (name: string): StudyLine => {
    const told = reader.read(folder, name, now)
    return studies.isAtWork(name) ? { ...told, needs: withWork(told.needs) } : told
  }
  return {
    // Who may only look learns nothing of where the studies lie.
    folder: token === null ? '' : folder,
    studies: studyNames(folder).map(line),
    archived: studyNames(awayFolder(folder)),
    mostNetworkBytes,
  }
}

const withWork = (told: readonly Need[]): readonly Need[] => (told.includes('at-work') ? told : ['making'])
