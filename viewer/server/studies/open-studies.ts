import { parse } from 'node:path'
import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { dropDeadStaging } from '#data/command/staging-folder.ts'
import { ownCrawl } from '#data/own-crawls.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { besideParts } from '../beside-parts.ts'
import type { ClientFiles } from '../client-files.ts'
import { createJobs, type Jobs } from '../jobs.ts'
import { addStudyAnswers } from '../map-app.ts'
import { NightShift } from '../night/night-shift.ts'
import { openForWriting } from '../open-for-writing.ts'
import { findStudy, isStudyFile, studyFile, studyNames } from './study-files.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface StudiesParts {
  /** Where the studies lie. */
  readonly folder: string
  readonly env: Env
  readonly now: () => number
  readonly err: (text: string) => void
  readonly client: ClientFiles
  /** Program and arguments that begin each job: how toile itself is started. */
  readonly command: readonly [string, ...string[]]
  /** The same as somebody types it. */
  readonly program?: readonly string[]
  readonly token: string | null
}

interface OpenStudy {
  readonly app: Hono
  readonly close: () => void
  /** Answers under way, the channel of a page that is open among them. */
  answering: number
  askedAt: number
}

/** What is asked of a study, behind its name. The request itself stays as it came: a copy of each costs more than finding its answer. */
export const pathInStudy = (request: Request): string => getPath(request).replace(/^\/study\/[^/]+/, '')

/** Studies that nobody asks for so long are closed, and beyond so many those that were asked longest ago. */
const idleMs = 300_000
const mostOpen = 20
const lookEveryMs = 30_000

/** The studies that somebody looks at, each opened once, and the commands at work on them. */
export class OpenStudies {
  readonly #parts: StudiesParts
  readonly #open = new Map<string, OpenStudy>()
  readonly #jobs = new Map<string, Jobs>()
  readonly #night: NightShift
  readonly #looking: NodeJS.Timeout

  constructor(parts: StudiesParts) {
    this.#parts = parts
    const { folder, env, now } = parts
    const jobsOf = (file: string): Jobs => this.jobsOf(parse(file).name)
    this.#night = new NightShift({ env, now, jobsOf, system: process.platform })
    // Who may change nothing begins no crawl: plans are another server's.
    if (parts.token !== null) dropDeadStaging(folder)
    if (parts.token !== null) for (const name of studyNames(folder)) this.#night.know(studyFile(folder, name))
    this.#night.look()
    this.#looking = setInterval(() => this.closeIdle(), lookEveryMs).unref()
  }

  /** What the folder calls the study that is asked for under this name. */
  nameOf(asked: string): string {
    return this.#open.has(asked) ? asked : (findStudy(this.#parts.folder, asked) ?? asked)
  }

  /** The answers of a study of the folder; null: there is none of this name. @throws Fault when it can't be read. */
  answers(name: string): Hono | null {
    if (!this.#isHere(name)) {
      if (this.#open.has(name) || this.#jobs.has(name)) this.release(name)
      return null
    }
    const study = this.#open.get(name) ?? this.#openStudy(name)
    study.askedAt = this.#parts.now()
    this.#open.set(name, study)
    this.closeIdle()
    return study.app
  }

  /** Of one that is open a look at its own file is enough: a lab's folder may hold hundreds. */
  #isHere(name: string): boolean {
    const { folder } = this.#parts
    return this.#open.has(name) ? isStudyFile(studyFile(folder, name)) : findStudy(folder, name) === name
  }

  /** Somebody is being answered, for as long as the result isn't called: the study stays open. */
  hold(name: string): () => void {
    const study = this.#open.get(name)
    if (study === undefined) return () => undefined
    study.answering += 1
    let isHeld = true
    return () => {
      if (isHeld) study.answering -= 1
      isHeld = false
    }
  }

  /** The names of those that are open. */
  openNow(): string[] {
    return [...this.#open.keys()]
  }

  /** Closes what nobody looks at; jobs go on. What was open is opened again when somebody asks. */
  closeIdle(): void {
    const now = this.#parts.now()
    const idle = [...this.#open]
      .filter(([, { answering, askedAt }]) => answering === 0 && askedAt < now)
      .sort(([, a], [, b]) => a.askedAt - b.askedAt)
    const tooMany = this.#open.size - mostOpen
    for (const [nth, [name, { askedAt, close }]] of idle.entries()) {
      if (nth >= tooMany && now - askedAt < idleMs) continue
      close()
      this.#open.delete(name)
    }
  }

  /** Its jobs go on while nobody looks. */
  jobsOf(name: string): Jobs {
    const jobs = this.#jobs.get(name) ?? createJobs(this.#parts.command, this.#parts.env)
    this.#jobs.set(name, jobs)
    return jobs
  }

  isAtWork(name: string): boolean {
    const jobs = this.#jobs.get(name)
    return [jobs, jobs?.deeds].some(line => line?.facts()?.running === true)
  }

  /** Closes a study, and forgets what was planned for it. */
  release(name: string): void {
    this.moved(studyFile(this.#parts.folder, name), null)
    this.shut(name)
  }

  /** What is planned for the study in `file` goes where it went; null: it is no longer here. */
  moved(file: string, gone: { readonly to: string; readonly placeOf: (path: string) => string } | null): void {
    if (gone === null) this.#night.release(file)
    else this.#night.move(file, gone.to, gone.placeOf)
  }

  /** Closes a study that is to be moved or deleted; it is opened again when somebody asks for it. */
  shut(name: string): void {
    this.#open.get(name)?.close()
    this.#open.delete(name)
    if (!this.isAtWork(name)) this.#jobs.delete(name)
  }

  async close(): Promise<void> {
    clearInterval(this.#looking)
    this.#night.close()
    await Promise.all([...this.#jobs.values()].map(jobs => jobs.close()))
    for (const { close } of this.#open.values()) close()
    this.#open.clear()
  }

  #openStudy(name: string): OpenStudy {
    const { folder, env, now, err, client, token, program } = this.#parts
    const file = studyFile(folder, name)
    const corpus = openCorpus(file, 'read')
    let changes: Corpus | undefined
    const openForChanges = (): Corpus => (changes ??= openForWriting(file))
    const evidence = besideParts(corpus, name, err)
    const app = addStudyAnswers(new Hono({ getPath: pathInStudy }), {
      corpus,
      file,
      title: name,
      now,
      err,
      client,
      token,
      home: '../../',
      ...(program && { program }),
      ...(evidence && { evidence }),
      jobs: this.jobsOf(name),
      ...(token !== null && { night: this.#night.of(file) }),
      ownCrawlOf: last => ownCrawl(env, file, last),
      openForChanges,
    })
    const close = (): void => {
      evidence?.close()
      changes?.close()
      corpus.close()
    }
    return { app, close, answering: 0, askedAt: now() }
  }
}
