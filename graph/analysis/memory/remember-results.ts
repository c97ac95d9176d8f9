import { deserialize, serialize } from 'node:v8'
import type { KeptResults } from '#data/kept-results.ts'
import { type Memory, nameOf } from './memory.ts'
import { methodVersion } from './method-version.ts'

/** The memory of an analysis, in `kept`. A name holds the version of the method, too. */
export function rememberResults(kept: KeptResults): Memory {
  const version = methodVersion()
  return {
    recall: name => {
      const bytes = kept.read(nameOf(version, name))
      return bytes === null ? undefined : deserialize(bytes)
    },
    keep: (name, result) => kept.write(nameOf(version, name), serialize(result)),
  }
}
