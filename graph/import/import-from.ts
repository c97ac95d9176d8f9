import type { ImportedNetwork } from './imported-network.ts'
import { type Input, readInput } from './read-input.ts'
import { readNetwork } from './read-network.ts'
import { readTables } from './read-tables.ts'

/** Understands what was read. Throws a Mistake with every line that can't be used. */
export function networkOf({ path, content }: Input): ImportedNetwork {
  return content.kind === 'folder' ? readTables(path, content.files) : readNetwork(path, content.bytes)
}

/**
 * Reads what stands at `path`: a folder that `export --format csv` wrote (or one of its tables, which stands for the
 * folder), or a file of another tool. Throws a Mistake when it can't be read as a whole.
 */
export const importFrom = async (path: string): Promise<ImportedNetwork> => networkOf(await readInput(path))
