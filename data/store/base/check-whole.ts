import { Fault } from '#data/mistake.ts'
import type { Corpus } from './corpus.ts'

/**
 * Reads the whole file, tables against indexes, and throws a Fault that names the first damage. Opening looks at the header, the size
 * and the schema only: a damaged page is told by whichever command meets it. Seconds for each gigabyte.
 */
export function checkWhole(corpus: Corpus): void {
  const [first] = corpus.db.pragma('integrity_check(1)') as { integrity_check: string }[]
  const found = first?.integrity_check ?? ''
  if (found !== 'ok')
    throw new Fault(
      `${corpus.file}: this corpus is damaged (${found.replace(/\s+/g, ' ')}). Copy the file before anything else; \`sqlite3 FILE .recover\` can save what is readable.`,
    )
}
