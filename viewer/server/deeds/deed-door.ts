import { sep } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '#data/command/make-folder.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { deedArgs, type DeedPlace, madeName } from '#viewer/protocol/deeds/deed-args.ts'
import { type Deed, deedNames, deeds } from '#viewer/protocol/deeds/deeds.ts'
import type { DeedsData, ToldData } from '#viewer/protocol/deeds/deeds-data.ts'
import { refusedField } from '#viewer/protocol/deeds/refused-field.ts'
import type { JobRefusal } from '#viewer/protocol/crawl.ts'
import type { Jobs } from '../jobs.ts'
import { madeFiles, madeFolder, noteMade } from './made-files.ts'

export const deedShape = z.object({
  kind: z.literal('deed'),
  deed: z.enum(deedNames),
  chosen: z.record(
    z.string().max(40),
    z.union([z.string().max(5000), z.number(), z.boolean(), z.array(z.string().max(200)).max(500)]),
  ),
})

export interface DeedParts {
  readonly corpus: Corpus
  /** The corpus as the user would name it. */
  readonly file: string
  readonly title: string
  readonly jobs: Jobs
  readonly program?: readonly string[]
}

/** What is asked for by files as the user would name them, which is how the page shows the command. */
const placeOf = (file: string, title: string): DeedPlace => ({
  corpus: file,
  folder: madeFolder(file),
  title,
  separator: sep,
})

export const readDeeds = ({ corpus, file, title, jobs, program = ['./toile'] }: DeedParts): DeedsData => ({
  ...placeOf(file, title),
  program,
  system: process.platform,
  made: madeFiles(corpus.file),
  job: jobs.deeds.facts(),
})

/** What the last deed printed, a value a line; lines that are none are left out. */
export function readTold({ jobs }: Pick<DeedParts, 'jobs'>): ToldData {
  const deed = deedNames.find(name => name === jobs.deeds.facts()?.kind) ?? null
  if (deed === null || !('tells' in deeds[deed])) return { deed: null, lines: [] }
  return { deed, lines: jobs.deeds.printed().split('\n').flatMap(valueOf) }
}

function valueOf(line: string): unknown[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}

interface DeedAnswer extends JobRefusal {
  readonly status: 200 | 202 | 409 | 422
}

/** Starts a deed of the table: 202 done, 200 refused with its reason, 409 another one is at work, 422 it can't be said to its command. */
export function startDeed(
  { corpus, title, jobs }: Pick<DeedParts, 'corpus' | 'title' | 'jobs'>,
  { deed: name, chosen }: z.infer<typeof deedShape>,
): DeedAnswer {
  const deed: Deed = deeds[name]
  if (refusedField(deed, chosen) !== null) return { status: 422 }
  const place = placeOf(corpus.file, title)
  const made = madeName(deed, chosen, title)
  try {
    if (made !== null) {
      makeFolder(place.folder, 0o700)
      noteMade(place.folder, made)
    }
  } catch {
    return { status: 200, refused: 'folder' }
  }
  const args = deedArgs(deed, chosen, place)
  return { status: jobs.deeds.start(name, args, made === null ? {} : { made }) ? 202 : 409 }
}
