import { createHash } from 'node:crypto'
import { csvFilesOf } from './csv-files-of.ts'

/** SHA-256 of each of the six tables of a corpus, its first 16 hexadecimal digits, by the name of the table. */
export const digestsOf = async (file: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await csvFilesOf(file)).map(([name, text]) => [
      name,
      createHash('sha256').update(text).digest('hex').slice(0, 16),
    ]),
  )

/** A line for each table, and whether all have the bytes of `expected`. */
export async function compareTables(
  file: string,
  expected: Readonly<Record<string, string>>,
): Promise<{ readonly isSame: boolean; readonly told: string }> {
  const found = await digestsOf(file)
  const lines = Object.entries(expected).map(
    ([name, digest]) =>
      `  ${name.padEnd(14)} ${digest} ${found[name] === digest ? 'same bytes' : `DIFFERS: ${found[name]}`}`,
  )
  return { isSame: JSON.stringify(found) === JSON.stringify(expected), told: lines.join('\n') }
}
