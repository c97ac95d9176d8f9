import { basename } from 'node:path'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { noMoments } from '../import/moments.ts'
import { assembleNetwork } from '../import/assemble-network.ts'
import { decodeFile } from './decode-file.ts'
import type { ImportedNetwork } from '../import/imported-network.ts'
import { fatalMistake } from './mistake-list.ts'
import { ownNodeNames } from './own-names.ts'
import { readForeignTable } from './read-foreign-table.ts'
import { readDl } from './matrix/read-dl.ts'
import { readGexf } from './read-gexf.ts'
import { readGml } from './read-gml.ts'
import { readGraphml } from './read-graphml.ts'
import { hypheEntities, readHypheJson } from './read-hyphe-json.ts'
import { parseJson } from './parse-json.ts'
import { jsonGraph } from './json/json-forms.ts'
import { readJsonGraph } from './json/read-json-graph.ts'
import { isGraphology, readGraphologyJson } from './read-json.ts'
import { readPajek } from './read-pajek.ts'
import { readPlainTable } from './read-plain-table.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'
import { ownEntry } from './own-entry.ts'

type Reader = (file: string, bytes: Uint8Array, wave?: string) => ImportedNetwork

const text =
  (read: (file: string, source: string) => Parameters<typeof assembleNetwork>[1]): Reader =>
  (file, bytes) =>
    assembleNetwork(file, read(file, decodeFile(file, bytes)))

const readJson: Reader = (file, bytes) => {
  const source = decodeFile(file, bytes)
  const parsed = parseJson(file, source)
  const entities = hypheEntities(parsed)
  if (entities !== null) return readHypheJson({ file, source }, entities)
  if (!isGraphology(parsed)) {
    const graph = jsonGraph({ file, source, parsed })
    if (graph !== null) return assembleNetwork(file, readJsonGraph(file, graph))
  }
  return assembleNetwork(file, readGraphologyJson(file, source, parsed, ownNodeNames))
}

const isGraphml = (bytes: Uint8Array): boolean =>
  /<(?:\w+:)?graphml[\s>]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4000)))

const readXmlGraph: Reader = (file, bytes, wave) => {
  if (isGraphml(bytes)) return text(readGraphml)(file, refuseWave(file, bytes, wave))
  return assembleNetwork(file, readGexf(file, decodeFile(file, bytes), wave))
}

/** Only GEXF says when ties were there. */
function refuseWave(file: string, bytes: Uint8Array, wave: string | undefined): Uint8Array {
  if (wave !== undefined && wave !== everyWave) throw noMoments(file, wave)
  return bytes
}

const table: Reader = (file, bytes) => readForeignTable(readPlainTable(file, bytes))

/** Of endings that say little, a file of UCINET is told by its first word. */
const dlOrTable: Reader = (file, bytes) =>
  (/^(?:\u00ef\u00bb\u00bf)?\s*dl\b/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))
    ? text(readDl)
    : table)(file, bytes)

const readers: Readonly<Record<string, Reader>> = {
  '.gexf': readXmlGraph,
  '.graphml': readXmlGraph,
  '.xml': readXmlGraph,
  '.net': text(readPajek),
  '.paj': text(readPajek),
  '.gml': text(readGml),
  '.dl': text(readDl),
  '.dat': dlOrTable,
  '.json': readJson,
  '.cyjs': readJson,
  '.csv': table,
  '.tsv': table,
  '.xlsx': readXlsx,
  '.txt': dlOrTable,
}

/** The endings that can be read. */
const readableEndings = Object.keys(readers)

/**
 * Reads one file of another tool, or a GEXF, GraphML, JSON, Pajek or table of this project, by its name's ending. Pure:
 * nothing but `bytes` is read. `wave`: of a file that says when ties were there, see chooseMoment. Throws a Mistake `file:line: what was found, what was expected` with all lines.
 */
export function readNetwork(file: string, bytes: Uint8Array, wave?: string): ImportedNetwork {
  const ending = /\.[a-z]+$/.exec(basename(file).toLowerCase())?.[0] ?? ''
  const reader = ownEntry(readers, ending)
  if (!reader)
    throw fatalMistake(file, 1, `the ending '${ending}'`, `one of ${readableEndings.join(' ')}, or a folder of tables`)
  return reader === readXmlGraph ? reader(file, bytes, wave) : reader(file, refuseWave(file, bytes, wave))
}
