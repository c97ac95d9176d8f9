import { everyWave } from '#data/vocabulary/every-wave.ts'
import { noMoments } from './moments.ts'
import { decodeFile } from '../read/decode-file.ts'
import type { ImportedNetwork } from './imported-network.ts'
import { fatalMistake } from '../read/mistake-list.ts'
import { parseJson } from '../read/parse-json.ts'
import { type HypheFile, hypheEntities, readHypheJson } from '../read/read-hyphe-json.ts'
import type { Input } from '../read/read-input.ts'
import { readNetwork } from '../read/read-network.ts'
import { type Files, readTables } from '../read/read-tables.ts'

/** Understands what was read; `wave` as readNetwork. Throws a Mistake with every line that can't be used. */
export function networkOf({ path, content }: Input, wave?: string): ImportedNetwork {
  if (content.kind === 'file') return readNetwork(path, content.bytes, wave)
  if (wave !== undefined && wave !== everyWave) throw noMoments(path, wave)
  return content.files.has('webentities.json') ? readBackup(path, content.files) : readTables(path, content.files)
}

function readBackup(folder: string, files: Files): ImportedNetwork {
  const [file, links] = ['webentities.json', 'links.json'].map(name => {
    const path = `${folder}/${name}`
    return { file: path, source: decodeFile(path, files.get(name)!) }
  }) as [HypheFile, HypheFile]
  const entities = hypheEntities(parseJson(file.file, file.source))
  if (entities === null) throw fatalMistake(file.file, 1, 'other JSON', 'the entities of a backup of Hyphe')
  return readHypheJson(file, entities, links)
}
