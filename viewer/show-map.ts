import { basename, dirname, extname, join, relative } from 'node:path'
import type { Surroundings } from '#data/command/command.ts'
import { Stopped } from '#data/mistake.ts'
import { ownCrawl } from '#data/own-crawls.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { sayShard } from '#data/store/shares/shard.ts'
import { besideParts, namedParts, type StudyEvidence } from './server/beside-parts.ts'
import { buildClient } from './server/build-client.ts'
import { readClientFiles } from './server/client-files.ts'
import { createJobs } from './server/jobs.ts'
import { programWords } from './server/deeds/program-words.ts'
import { NightShift } from './server/night/night-shift.ts'
import { openForWriting } from './server/open-for-writing.ts'
import { openInBrowser } from './server/open-in-browser.ts'
import { isLoopback, refuseOpenDoor, serveMap, type ServeOptions } from './server/serve-map.ts'

export interface ShowOptions {
  /** 0: a free one. */
  readonly port: number
  readonly open: boolean
  readonly host?: string
  readonly readOnly?: boolean
  /** The map begins with the links of pages published in these months or days, 'YYYY-MM' or 'YYYY-MM-DD'; '' is open. Default: all. */
  readonly dates?: { readonly since: string; readonly until: string }
  /** Folder of the Parquet files that the corpus was counted of. Default: the one that lies with it. */
  readonly evidence?: string
}

/**
 * Serves the map of the corpus in `file` until the user stops it. The first line on standard output is its address.
 * @throws Stopped when stopped; Mistake when the port can't be had; Fault when the corpus can't be read.
 */
export async function showMap(surroundings: Surroundings, file: string, options: ShowOptions): Promise<never> {
  refuseOpenDoor(serveOptions(surroundings, options))
  const corpus = openCorpus(file, 'read')
  let changes: Corpus | undefined
  let evidence: StudyEvidence | undefined
  const { env, now } = surroundings
  const jobs = createJobs([process.execPath, cli], env)
  const night = new NightShift({ env, now, jobsOf: () => jobs, system: process.platform })
  try {
    evidence =
      options.evidence === undefined
        ? besideParts(corpus, basename(file), surroundings.err)
        : await namedParts(corpus, options.evidence)
    const served = await serveMap(
      {
        corpus,
        file: nameFrom(surroundings.cwd, file),
        title: basename(file, extname(file)),
        now: surroundings.now,
        err: surroundings.err,
        jobs,
        program: programOf(surroundings),
        ...(evidence && { evidence }),
        ...(options.readOnly !== true && { night: night.of(file) }),
        ownCrawlOf: last => ownCrawl(surroundings.env, file, last),
        openForChanges: () => (changes ??= openForWriting(file)),
        client: readClientFiles(await buildClient()),
      },
      serveOptions(surroundings, options),
    )
    surroundings.err(sayShard(corpus))
    const address = served.address + hashOf(options.dates)
    surroundings.out(`${address}\n`)
    const opened = options.open && openInBrowser(address, process.platform, surroundings.env)
    surroundings.err(
      `${opened ? 'Opening the map in your browser' : 'Open this address in a browser'}. Ctrl-C ends it.\n`,
    )
    if (options.host !== undefined) warnOfPlainHttp(options.host, surroundings.err)
    await stopOf(surroundings.stop)
    await served.close()
    throw new Stopped('stopped')
  } finally {
    night.close()
    await jobs.close()
    evidence?.close()
    changes?.close()
    corpus.close()
  }
}

/** cli.ts, or cli.js in the npm package. */
export const cli = join(import.meta.dirname, '..', `cli${extname(import.meta.filename)}`)

/** How commands are typed where this one was. */
export const programOf = ({ env, cwd }: Surroundings): string[] =>
  programWords(env, cwd, join(dirname(cli), 'toile'), process.platform, extname(cli) === '.js')

/** The part of the address by which the map opens on some months or days. */
function hashOf(dates: ShowOptions['dates']): string {
  const parts = Object.entries(dates ?? {}).filter(([, date]) => date !== '')
  return parts.length === 0 ? '' : `#${parts.map(([name, date]) => `${name}=${date}`).join('&')}`
}

export function warnOfPlainHttp(host: string, err: (text: string) => void): void {
  if (!isLoopback(host))
    err(
      'The map and its password travel unencrypted (http): outside of a network of your own, put a server with TLS in front, or ' +
        'keep 127.0.0.1 and use a tunnel (ssh -L).\n',
    )
}

/** The password comes by the environment: the command line is seen by every user of the machine. */
export function serveOptions(
  { env }: Surroundings,
  { port, host, readOnly }: Pick<ShowOptions, 'host' | 'port' | 'readOnly'>,
): ServeOptions {
  const password = env['TOILE_PASSWORD']
  return { port, readOnly: readOnly ?? false, ...(host !== undefined && { host }), ...(password && { password }) }
}

/** As the user would type it in this folder. */
function nameFrom(cwd: string, file: string): string {
  const near = relative(cwd, file)
  return near.startsWith('..') ? file : near
}

export const stopOf = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
