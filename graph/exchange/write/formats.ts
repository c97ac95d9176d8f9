import type { ExportModel, WriteOptions } from '../model/export-model.ts'
import { writeCsv } from './write-csv.ts'
import type { NamedFile } from '#data/table/write-when-whole.ts'
import { writeEdgeList } from './write-edge-list.ts'
import { writeGexf } from './write-gexf.ts'
import { writeGml } from './write-gml.ts'
import { writeGraphml } from './write-graphml.ts'
import { writeJson } from './write-json.ts'
import { writePajek } from './write-pajek.ts'
import { writeR } from './r/write-r.ts'
import { writeStata } from './write-stata.ts'

interface Common {
  /** For `--help`: what the format is good for. */
  readonly description: string
  /** The options that concern it; any other is a mistake, never ignored. */
  readonly options: readonly (keyof WriteOptions)[]
}

interface FileFormat extends Common {
  readonly kind: 'file'
  readonly extension: string
  readonly write: (model: ExportModel, options: WriteOptions) => Iterable<string>
}

interface FolderFormat extends Common {
  readonly kind: 'folder'
  readonly write: (model: ExportModel, options: WriteOptions) => readonly NamedFile[]
}

/** A format: one file, or a folder of files. Text comes in pieces that are made only when asked for. */
export type Format = FileFormat | FolderFormat

export const formats = {
  gexf: {
    kind: 'file',
    description: 'GEXF 1.3, for Gephi',
    extension: '.gexf',
    options: ['dynamic'],
    write: (model, options) => writeGexf(model, options, '1.3'),
  },
  'gexf1.2': {
    kind: 'file',
    description: 'GEXF 1.2draft, for older readers',
    extension: '.gexf',
    options: ['dynamic'],
    write: (model, options) => writeGexf(model, options, '1.2'),
  },
  graphml: {
    kind: 'file',
    description: 'GraphML, for igraph, networkx, yEd, Cytoscape',
    extension: '.graphml',
    options: [],
    write: writeGraphml,
  },
  gml: {
    kind: 'file',
    description: 'GML, for igraph, networkx, Cytoscape',
    extension: '.gml',
    options: [],
    write: writeGml,
  },
  csv: {
    kind: 'folder',
    description: 'a folder of tables with the evidence and a codebook',
    options: ['separator', 'decimal', 'byteOrderMark'],
    write: writeCsv,
  },
  json: {
    kind: 'file',
    description: "graphology's JSON, for Gephi Lite and scripts",
    extension: '.json',
    options: [],
    write: writeJson,
  },
  stata: {
    kind: 'folder',
    description: 'a folder of tables and a do-file that reads them into Stata, with labels',
    options: [],
    write: writeStata,
  },
  r: {
    kind: 'folder',
    description:
      'a folder for R: a matrix for each wave, NA where nobody looked; covariates; scripts for igraph, sna, statnet, RSiena',
    options: [],
    write: writeR,
  },
  pajek: { kind: 'file', description: 'Pajek network', extension: '.net', options: [], write: writePajek },
  edges: {
    kind: 'file',
    description: 'edge list separated by tabs, for statnet and igraph in R',
    extension: '.tsv',
    options: [],
    write: writeEdgeList,
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof formats
export const formatNames = Object.keys(formats) as readonly FormatName[]
