import { open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unfinishedBeside } from '../command/dead-leftovers.ts'
import { makeFolder } from '../command/make-folder.ts'
import { Fault, Mistake } from '../mistake.ts'

/** A file of a folder: its name and its text, in pieces that are made only when asked for. */
export type NamedFile = readonly [name: string, text: Iterable<string>]

const pieceBytes = 1 << 18

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await stat(path).catch(() => null)
  return found === null ? 'nothing' : found.isDirectory() ? 'folder' : 'file'
}

async function writePieces(path: string, text: Iterable<string | Uint8Array>, stop?: AbortSignal): Promise<void> {
  const file = await open(path, 'w')
  try {
    let held = ''
    for (const piece of text) {
      if (typeof piece !== 'string') {
        stop?.throwIfAborted()
        await file.writeFile(piece)
        continue
      }
      held += piece
      if (held.length < pieceBytes) continue
      stop?.throwIfAborted()
      await file.writeFile(held)
      held = ''
    }
    await file.writeFile(held)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Runs `write`, and leaves nothing of `temporary` behind when it fails. */
async function orNothing(temporary: string, out: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    // What went wrong first is what the user must know.
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    throw new Fault(`${out} could not be written (${error.message}); what stood there before is unchanged`)
  }
}

const databaseHead = 'SQLite format 3\0'

async function refuseToReplace(out: string): Promise<void> {
  if ((await kindOf(out)) === 'folder') throw new Mistake(`${out} is a folder; this format is one file`)
  const file = await open(out, 'r').catch(() => null)
  if (!file) return
  const { buffer } = await file.read(Buffer.alloc(databaseHead.length), 0, databaseHead.length, 0)
  await file.close()
  if (buffer.toString('latin1') === databaseHead)
    throw new Mistake(`${out} is a database, perhaps a corpus; give another --out`)
}

/**
 * Writes `out` whole or not at all: the text grows in a hidden neighbour that takes its place at the end. An earlier
 * file is replaced; a folder or a database is refused (Mistake). A disk that fails is a Fault, and `stop` ends it.
 */
export async function writeFileWhenWhole(
  out: string,
  text: Iterable<string | Uint8Array>,
  stop?: AbortSignal,
): Promise<void> {
  await refuseToReplace(out)
  const temporary = unfinishedBeside(out)
  await orNothing(temporary, out, async () => {
    makeFolder(dirname(out))
    await writePieces(temporary, text, stop)
    await rename(temporary, out)
  })
}

/** The file by which a folder of ours is known, and how it begins. */
export interface FolderMark {
  readonly name: string
  readonly head: RegExp
  /** Names of files that such a folder may hold; those not written now are taken away. */
  readonly own?: RegExp
}

/** A folder may be written into when it is absent, empty, or holds `mark`, the file that every export of ours has. */
async function refuseForeignFolder(out: string, mark: FolderMark): Promise<void> {
  const kind = await kindOf(out)
  if (kind === 'file') throw new Mistake(`${out} is a file; this format is a folder of files`)
  if (kind === 'nothing') return
  const names = await readdir(out)
  if (names.length === 0) return
  const head = await readFile(join(out, mark.name), 'utf8').catch(() => '')
  if (mark.head.test(head)) return
  throw new Mistake(`${out} holds other files and nothing written before; give --out a new or an empty folder`)
}

/**
 * Writes a folder of files, whole or not at all. In the folder of an earlier export only our own files are replaced,
 * each in one step and `mark` at the end; other files there stay as they are.
 */
export async function writeFolderWhenWhole(
  out: string,
  files: readonly NamedFile[],
  mark: FolderMark,
  stop?: AbortSignal,
): Promise<void> {
  await refuseForeignFolder(out, mark)
  const temporary = unfinishedBeside(out)
  await orNothing(temporary, out, async () => {
    makeFolder(temporary)
    for (const [name, text] of files) await writePieces(join(temporary, name), text, stop)
    if ((await kindOf(out)) === 'nothing') return rename(temporary, out)
    const written = files.map(([name]) => name)
    const last = written.filter(name => name === mark.name)
    for (const name of [...written.filter(name => name !== mark.name), ...last])
      await rename(join(temporary, name), join(out, name))
    for (const name of await readdir(out))
      if (mark.own?.test(name) && !written.includes(name)) await rm(join(out, name), { force: true })
    await rmdir(temporary)
  })
}
