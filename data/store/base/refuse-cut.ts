import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { Fault } from '#data/mistake.ts'

/** Where SQLite's header says how large the file is ("Database File Format", 1.3). */
const headerBytes = 100
const magic = 'SQLite format 3\0'
const at = { pageSize: 16, changes: 24, pages: 28, validFor: 92 }

/**
 * Refuses a file that lost its end, as copies do that a full disk or a network cut. What a program that was killed left in the -wal beside
 * it could be that end. One read of 100 bytes.
 */
export function refuseCut(file: string, name: string): void {
  if (!statSync(file).isFile()) return
  const header = Buffer.alloc(headerBytes)
  const handle = openSync(file, 'r')
  const read = readSync(handle, header, 0, headerBytes, 0)
  closeSync(handle)
  if (read < headerBytes || !header.toString('latin1').startsWith(magic) || hasWal(file)) return
  // Written by a program that doesn't keep the size: then the file's own counts.
  if (header.readUInt32BE(at.changes) !== header.readUInt32BE(at.validFor)) return
  const pageSize = header.readUInt16BE(at.pageSize)
  const bytes = header.readUInt32BE(at.pages) * (pageSize === 1 ? 65_536 : pageSize)
  const { size } = statSync(file)
  if (size < bytes)
    throw new Fault(
      `${name}: this corpus is damaged: its file ends after ${size} of ${bytes} bytes. Copy it anew from where it came, or see what \`sqlite3 FILE .recover\` saves.`,
    )
}

const hasWal = (file: string): boolean => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
