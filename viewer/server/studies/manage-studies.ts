import { constants, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '#data/command/make-folder.ts'
import { type FileMove, isHeld } from '#data/command/move-all.ts'
import { Fault } from '#data/mistake.ts'
import { dropOwnNote } from '#data/own-crawls.ts'
import { copyAlone, deleteCorpus, moveCorpus } from '#data/store/base/hold-alone.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { StudiesAnswer, StudiesRefusal, StudiesRequest } from '#viewer/protocol/studies.ts'
import { carryNote } from './carry-note.ts'
import type { OpenStudies } from './open-studies.ts'
import { awayFolder, isStudyName, studyFile, studyNames } from './study-files.ts'
import { listMade } from '../deeds/made-files.ts'
import { madePaths, movesOf, placeAfter, newPlacesOf } from './study-parts.ts'

/** Bytes of a network that the page may send. */
export const mostNetworkBytes = 30_000_000
export const mostStudiesBody = Math.ceil(mostNetworkBytes / 3) * 4 + 2000

const name = z.string().min(1).max(200)
const requestShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['create', 'archive', 'restore', 'delete']), name }),
  z.object({ kind: z.enum(['rename', 'copy']), name, to: name }),
  z.object({ kind: z.literal('import'), name, file: name, base64: z.string() }),
  z.object({ kind: z.literal('demo') }),
])

interface Shelf {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly studies: OpenStudies
}

type RequestOf<Kind, Request = StudiesRequest> = Request extends { readonly kind: infer Own }
  ? Kind extends Own
    ? Request
    : never
  : never

/** The demonstration is a study like the others. */
const demoName = 'demo'

const doers: {
  readonly [Kind in StudiesRequest['kind']]: (
    shelf: Shelf,
    asked: RequestOf<Kind>,
  ) => StudiesAnswer | Promise<StudiesAnswer>
} = {
  create: (shelf, asked) => createStudy(shelf, asked.name),
  demo: shelf => makeDemo(shelf),
  import: (shelf, asked) => importStudy(shelf, asked),
  rename: (shelf, asked) => moveStudy(shelf, asked.name, shelf.folder, asked.to, shelf.folder),
  archive: (shelf, asked) => moveStudy(shelf, asked.name, shelf.folder, asked.name, awayFolder(shelf.folder)),
  restore: (shelf, asked) => moveStudy(shelf, asked.name, awayFolder(shelf.folder), asked.name, shelf.folder),
  copy: (shelf, asked) => copyStudy(shelf, asked),
  delete: (shelf, asked) => deleteStudy(shelf, asked.name),
}

/** Does what the start page asks; null: it is no request of the page. What a user may do wrong is an answer. */
export async function manageStudies(shelf: Shelf, request: unknown): Promise<StudiesAnswer | null> {
  const parsed = requestShape.safeParse(request)
  if (!parsed.success) return null
  const asked = parsed.data as StudiesRequest
  const act = doers[asked.kind] as (shelf: Shelf, asked: StudiesRequest) => StudiesAnswer | Promise<StudiesAnswer>
  try {
    return await act(shelf, asked)
  } catch (error) {
    if (error instanceof Refused) return { refused: error.why }
    const why = refusalOf(error)
    if (why === null) throw error
    return { refused: why }
  }
}

/** What the machine refused, as far as the user can mend it. */
function refusalOf(error: unknown): StudiesRefusal | null {
  const code = codeOf(error)
  if (isHeld(error)) return 'held'
  if (code === 'EEXIST') return 'taken'
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) return 'full'
  return /^(?:E[A-Z]+|SQLITE_(?:CANTOPEN|READONLY)\w*)$/.test(code) ? 'folder' : null
}

/** The system's or SQLite's own; a fault ends its sentence with it. */
function codeOf(error: unknown): string {
  if (error instanceof Fault) return /\(((?:SQLITE_|E)[A-Z_]+)\)/.exec(error.message)?.[1] ?? ''
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

class Refused extends Error {
  readonly why: StudiesRefusal

  constructor(why: StudiesRefusal) {
    super(why)
    this.why = why
  }
}

/** The file of a study that is there: one that the folder's own list names, so that no request leads out of it. */
function fileOf(folder: string, named: string): string {
  if (!studyNames(folder).includes(named)) throw new Refused('gone')
  return studyFile(folder, named)
}

/** Of the 255 bytes that a file's name may have, 55 are for what lies beside the corpus: '.sqlite-crawl.reading', '.sqlite.schema-6-2.new'. */
const mostNameBytes = 200

/** The file of a study that is to be. */
function newFile(folder: string, named: string): string {
  if (!isStudyName(named) || Buffer.byteLength(named) > mostNameBytes) throw new Refused('name')
  const file = studyFile(folder, named)
  if (existsSync(file)) throw new Refused('taken')
  return file
}

function createStudy({ folder }: Shelf, wished: string): StudiesAnswer {
  const named = wished.trim()
  openCorpus(newFile(folder, named), 'create').close()
  return { name: named }
}

function makeDemo(shelf: Shelf): StudiesAnswer {
  if (studyNames(shelf.folder).includes(demoName)) return { name: demoName }
  const { name: made } = createStudy(shelf, demoName)
  shelf.studies.jobsOf(demoName).start('demo', ['demo', '--corpus', studyFile(shelf.folder, demoName), '--no-map'])
  return { name: made! }
}

/** The file is read by the command, from a folder of its own that goes with it. */
function importStudy(shelf: Shelf, { name: wished, file, base64 }: RequestOf<'import'>): StudiesAnswer {
  const { name: named = '' } = createStudy(shelf, wished)
  const place = mkdtempSync(join(tmpdir(), 'toile-import-'))
  const given = join(
    place,
    file
      .replace(/[\p{C}/\\:*?"<>|]/gu, '_')
      .replace(/^[-.]+/, '_')
      .slice(-100),
  )
  writeFileSync(given, Buffer.from(base64, 'base64'), { mode: 0o600 })
  const remove = (): void => rmSync(place, { recursive: true, force: true })
  shelf.studies.jobsOf(named).start('import', ['import', given, '--corpus', studyFile(shelf.folder, named)], {
    onEnd: remove,
  })
  return { name: named }
}

function moveStudy({ studies, env }: Shelf, named: string, from: string, wished: string, to: string): StudiesAnswer {
  const file = fileOf(from, named)
  const target = newFile(to, wished.trim())
  if (studies.isAtWork(named)) throw new Refused('busy')
  makeFolder(to)
  listMade(file)
  const placeOf = placeAfter([[file, target], ...newPlacesOf(file, target)])
  const carry = carryNote(env, file, target, placeOf)
  studies.shut(named)
  if (!moveCorpus(file, target, movesOf(file, target))) throw new Refused('busy')
  carry()
  // What is put away is not crawled by night.
  studies.moved(file, to === from ? { to: target, placeOf } : null)
  dropOwnNote(env, file)
  return { name: wished.trim() }
}

async function copyStudy({ folder, env }: Shelf, { name: named, to }: RequestOf<'copy'>): Promise<StudiesAnswer> {
  const file = fileOf(folder, named)
  const target = newFile(folder, to.trim())
  listMade(file)
  const carry = carryNote(env, file, target, placeAfter(newPlacesOf(file, target)))
  await copyAlone(file, target, movesOf(file, target), copyPart)
  carry()
  return { name: to.trim() }
}

/** Without a second place on the disk, where the file system can share one. */
const copyPart = ([from, to]: FileMove): Promise<void> =>
  cp(from, to, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })

/** With what was made of it. Lists stay, archived pages and Parquet files: nobody can say which other corpora, anywhere, were read of them. */
function deleteStudy({ folder, env, studies }: Shelf, named: string): StudiesAnswer {
  const file = fileOf(folder, named)
  if (studies.isAtWork(named)) throw new Refused('busy')
  studies.shut(named)
  if (!deleteCorpus(file, madePaths(file))) throw new Refused('busy')
  studies.moved(file, null)
  dropOwnNote(env, file)
  return { name: named }
}
