import { constants, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '#data/command/make-folder.ts'
import { dropDatabase } from '#data/command/drop-database.ts'
import type { FileMove } from '#data/command/move-all.ts'
import { dropOwnNote } from '#data/own-crawls.ts'
import { copyAlone, deleteCorpus, moveCorpus } from '#data/store/base/hold-alone.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { StudiesAnswer, StudiesRefusal, StudiesRequest } from '#viewer/protocol/studies.ts'
import { carryNote } from './carry-note.ts'
import type { OpenStudies } from './open-studies.ts'
import { refusalOf } from './refusal-of.ts'
import { awayFolder, findStudy, isStudyName, studyFile } from './study-files.ts'
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
  create: (shelf, asked) => ({ name: createStudy(shelf, asked.name) }),
  demo: shelf => makeDemo(shelf),
  import: (shelf, asked) => importStudy(shelf, asked),
  rename: (shelf, asked) => moveStudy(shelf, asked.name, { from: shelf.folder, to: shelf.folder, wished: asked.to }),
  archive: (shelf, asked) => moveStudy(shelf, asked.name, { from: shelf.folder, to: awayFolder(shelf.folder) }),
  restore: (shelf, asked) => moveStudy(shelf, asked.name, { from: awayFolder(shelf.folder), to: shelf.folder }),
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
    const why = refusalOf(error, shelf.folder)
    if (why === null) throw error
    return { refused: why }
  }
}

class Refused extends Error {
  readonly why: StudiesRefusal

  constructor(why: StudiesRefusal) {
    super(why)
    this.why = why
  }
}

/** The name of a study that is there, as the folder's own list has it, so that no request leads out of it. */
function ownName(folder: string, named: string): string {
  const own = findStudy(folder, named)
  if (own === null) throw new Refused('gone')
  return own
}

/** Of the 255 bytes that a file's name may have, 55 are for what lies beside the corpus: '.sqlite-crawl.reading', '.sqlite.schema-6-2.new'. */
const mostNameBytes = 200

/** The file of a study that is to be. Two names that look alike are one: é may be one character or two. */
function newFile(folder: string, named: string): string {
  if (!isStudyName(named) || Buffer.byteLength(named) > mostNameBytes) throw new Refused('name')
  const file = studyFile(folder, named)
  if (existsSync(file) || findStudy(folder, named) !== null) throw new Refused('taken')
  return file
}

/** As keyboards write it, whatever it was copied from: a macOS folder has é in two characters. */
const newName = (wished: string): string => wished.trim().normalize('NFC')

function createStudy({ folder }: Shelf, wished: string): string {
  const named = newName(wished)
  const file = newFile(folder, named)
  try {
    openCorpus(file, 'create').close()
  } catch (error) {
    // A beginning without room for the rest is no study.
    if (refusalOf(error, folder) !== 'full') throw error
    dropDatabase(file)
    throw new Refused('full')
  }
  return named
}

function makeDemo(shelf: Shelf): StudiesAnswer {
  if (findStudy(shelf.folder, demoName) === null) {
    createStudy(shelf, demoName)
    shelf.studies.jobsOf(demoName).start('demo', ['demo', '--corpus', studyFile(shelf.folder, demoName), '--no-map'])
  }
  return { name: demoName }
}

/** The file is read by the command, from a folder of its own that goes with it. */
function importStudy(shelf: Shelf, { name: wished, file, base64 }: RequestOf<'import'>): StudiesAnswer {
  const place = mkdtempSync(join(tmpdir(), 'toile-import-'))
  const remove = (): void => rmSync(place, { recursive: true, force: true })
  try {
    const given = join(place, nameOfGiven(file))
    writeFileSync(given, Buffer.from(base64, 'base64'), { mode: 0o600 })
    const named = createStudy(shelf, wished)
    const args = ['import', given, '--corpus', studyFile(shelf.folder, named)]
    shelf.studies.jobsOf(named).start('import', args, { onEnd: remove })
    return { name: named }
  } catch (error) {
    remove()
    throw error
  }
}

const nameOfGiven = (file: string): string =>
  file
    .replace(/[\p{C}/\\:*?"<>|]/gu, '_')
    .replace(/^[-.]+/, '_')
    .slice(-100)

interface Move {
  readonly from: string
  readonly to: string
  /** What it is called there; absent: as before. */
  readonly wished?: string
}

function moveStudy({ studies, env }: Shelf, asked: string, { from, to, wished }: Move): StudiesAnswer {
  const own = ownName(from, asked)
  const next = wished === undefined ? own : newName(wished)
  const [file, target] = [studyFile(from, own), newFile(to, next)]
  if (studies.isAtWork(own)) throw new Refused('busy')
  makeFolder(to)
  listMade(file)
  const placeOf = placeAfter([[file, target], ...newPlacesOf(file, target)])
  const carry = carryNote(env, file, target, placeOf)
  studies.shut(own)
  if (!moveCorpus(file, target, movesOf(file, target))) throw new Refused('busy')
  carry()
  // What is put away is not crawled by night.
  studies.moved(file, to === from ? { to: target, placeOf } : null)
  dropOwnNote(env, file)
  return { name: next }
}

async function copyStudy({ folder, env }: Shelf, { name: asked, to }: RequestOf<'copy'>): Promise<StudiesAnswer> {
  const file = studyFile(folder, ownName(folder, asked))
  const next = newName(to)
  const target = newFile(folder, next)
  listMade(file)
  const carry = carryNote(env, file, target, placeAfter(newPlacesOf(file, target)))
  await copyAlone(file, target, movesOf(file, target), copyPart)
  carry()
  return { name: next }
}

/** Without a second place on the disk, where the file system can share one. */
const copyPart = ([from, to]: FileMove): Promise<void> =>
  cp(from, to, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })

/** With what was made of it. Lists stay, archived pages and Parquet files: nobody can say which other corpora, anywhere, were read of them. */
function deleteStudy({ folder, env, studies }: Shelf, asked: string): StudiesAnswer {
  const own = ownName(folder, asked)
  const file = studyFile(folder, own)
  if (studies.isAtWork(own)) throw new Refused('busy')
  studies.shut(own)
  if (!deleteCorpus(file, madePaths(file))) throw new Refused('busy')
  studies.moved(file, null)
  dropOwnNote(env, file)
  return { name: own }
}
