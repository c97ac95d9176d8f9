import type { ExportModel, WriteOptions } from './export-model.ts'
import { writeCsv, type NamedFile } from './write-csv.ts'
import { writeGexf } from './write-gexf.ts'
import { writeGraphml } from './write-graphml.ts'
import { writeJson } from './write-json.ts'

/** A format: one file, or a folder of files. Text comes in pieces that are made only when asked for. */
export type Format =
  | {
      readonly kind: 'file'
      readonly extension: string
      readonly write: (model: ExportModel, options: WriteOptions) => Iterable<string>
    }
  | {
      readonly kind: 'folder'
      readonly write: (model: ExportModel, options: WriteOptions) => readonly NamedFile[]
    }

export const formats = {
  gexf: { kind: 'file', extension: '.gexf', write: (model, options) => writeGexf(model, options, '1.3') },
  'gexf1.2': { kind: 'file', extension: '.gexf', write: (model, options) => writeGexf(model, options, '1.2') },
  graphml: { kind: 'file', extension: '.graphml', write: writeGraphml },
  csv: { kind: 'folder', write: writeCsv },
  json: { kind: 'file', extension: '.json', write: writeJson },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof formats
