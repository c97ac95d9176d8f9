import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const analysis = join(import.meta.dirname, '..')

/**
 * SHA-256, hexadecimal, of the programs that results come from: every source of the analysis, the versions of its packages, and
 * Node's own. A result of another version is never recalled, and nobody has to remember to count versions up.
 */
export function methodVersion(): string {
  const hash = createHash('sha256').update(process.version)
  const sources = globSync('**/*.{ts,js}', { cwd: analysis }).sort()
  for (const source of sources) hash.update(source).update(readFileSync(join(analysis, source)))
  return hash.update(readFileSync(join(analysis, '..', '..', 'package.json'))).digest('hex')
}
