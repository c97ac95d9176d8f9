import { basename } from 'node:path'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { type FileBlocks, openBlocks, openBlocksAtOnce } from './file-blocks.ts'

/** Bytes that are records one after the other: a file, a part of one, or what was unpacked. */
export interface WarcSource {
  /** As sentences name it. */
  readonly name: string
  /** Where the first record begins. */
  readonly begin: number
  readonly open: () => Promise<FileBlocks>
  /** Where others find the record that begins at `offset`; null: nowhere, once the archive is closed. */
  readonly placeOf: (offset: number) => RecordPlace | null
  readonly close: () => Promise<void>
}

export interface FilePart {
  readonly begin: number
  readonly end: number
  /** Its name in the file. */
  readonly part: string
}

const wholeFile: FilePart = { begin: 0, end: Infinity, part: '' }

/** A source whose records are read one after the other: it is opened once, and its last blocks are at hand. Not for reading in several places at once. */
export function keptOpen(source: WarcSource): WarcSource {
  let opened: Promise<FileBlocks> | null = null
  return {
    ...source,
    open: async () => ({ ...(await (opened ??= source.open())), close: async () => undefined }),
    close: async () => {
      await (await opened?.catch(() => null))?.close()
      await source.close()
    },
  }
}

/** The bytes of a file, or a part of them. Offsets count from the file's beginning. */
export const fileSource = (file: string, { begin, end, part } = wholeFile): WarcSource => ({
  name: part === '' ? file : `${file} (${basename(part)})`,
  begin,
  open: () => openBlocks(file, end),
  placeOf: offset => ({ file, offset }),
  close: async () => undefined,
})

/** The same of a whole file, for who has nothing else to do while it is read. */
export const fileSourceAtOnce = (file: string): WarcSource => ({
  ...fileSource(file),
  open: () => openBlocksAtOnce(file),
})
