import {
  type FolderMark,
  type NamedFile,
  writeFileWhenWhole,
  writeFolderWhenWhole,
} from '#data/table/write-when-whole.ts'
import type { Saying } from '#graph/words/sayings.ts'
import { writeCortext, writeGargantext } from './write-cortext.ts'
import { writeIramuteq } from './write-iramuteq.ts'
import { txmMark, writeTxm } from './write-txm.ts'

interface TextFile {
  readonly description: string
  readonly extension: string
  readonly write: (sayings: readonly Saying[]) => Iterable<string> | Iterable<Uint8Array>
}

interface TextFolder {
  readonly description: string
  readonly mark: FolderMark
  readonly write: (sayings: readonly Saying[]) => readonly NamedFile[]
}

type TextFormat = TextFile | TextFolder

/** Formats of what citations say, for programs that study texts. */
export const textFormats = {
  iramuteq: {
    description: 'the sentences of citations for IRaMuTeQ, with variables of source, target, countries, wave …',
    extension: '.txt',
    write: writeIramuteq,
  },
  txm: {
    description: 'a folder of the same for the import TXT+CSV of TXM',
    mark: txmMark,
    write: writeTxm,
  },
  cortext: {
    description: 'a zip of the same for CorTexT Manager (robust csv)',
    extension: '.zip',
    write: writeCortext,
  },
  gargantext: {
    description: 'a table of the same for GarganText',
    extension: '.tsv',
    write: writeGargantext,
  },
} as const satisfies Readonly<Record<string, TextFormat>>

export type TextFormatName = keyof typeof textFormats
export const textFormatNames = Object.keys(textFormats) as readonly TextFormatName[]

export const isTextFormat = (name: string): name is TextFormatName => Object.hasOwn(textFormats, name)

/** Name of the file or folder of a format, after that of the corpus. */
export function textTarget(title: string, name: TextFormatName): string {
  const format: TextFormat = textFormats[name]
  return 'extension' in format ? `${title}-${name}${format.extension}` : `${title}-${name}`
}

/** Writes what is said to `out`, whole or not at all; see writeFileWhenWhole. Same sayings, same bytes. */
export async function writeTexts(
  name: TextFormatName,
  out: string,
  sayings: readonly Saying[],
  stop?: AbortSignal,
): Promise<void> {
  const format: TextFormat = textFormats[name]
  if ('extension' in format) await writeFileWhenWhole(out, format.write(sayings), stop)
  else await writeFolderWhenWhole(out, format.write(sayings), format.mark, stop)
}
