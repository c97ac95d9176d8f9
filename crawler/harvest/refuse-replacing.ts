import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { Mistake } from '#data/mistake.ts'

/** Key of a part's metadata that tells archives of one name apart. */
export const headKey = 'archive_head'

/** An archive that a program still writes to has grown the next time: what it begins with is the same. */
const headBytes = 1024

/** How an archive file begins, by which those of one name are told apart: the number of bytes and their SHA-256, in hexadecimal. */
export function headOf(archive: string, most = headBytes): string {
  const handle = openSync(archive, 'r')
  try {
    const head = Buffer.alloc(most)
    const read = readSync(handle, head, 0, most, 0)
    return `${read} ${createHash('sha256').update(head.subarray(0, read)).digest('hex')}`
  } finally {
    closeSync(handle)
  }
}

/**
 * A part is made again of its own archive, as a job that is begun again does; one of another archive of the same name is not replaced.
 * @throws Mistake when there is one.
 */
export async function refuseReplacing(part: string, archive: string): Promise<void> {
  const told = existsSync(part) ? await headTold(part) : undefined
  if (told === undefined) return
  const most = Math.min(Number.parseInt(told, 10), headBytes)
  if (told !== headOf(archive, most))
    throw new Mistake(
      `${part} was extracted from another archive of the name of ${archive}; expected a folder of its own (--out) for each folder of archives, or archives renamed`,
    )
}

/** Undefined, too, for a part that is cut, and for one of an older Toile: nothing tells of what they were. */
async function headTold(part: string): Promise<string | undefined> {
  try {
    const { key_value_metadata: told = [] } = await parquetMetadataAsync(await asyncBufferFromFile(part))
    return told.find(({ key, value }) => key === headKey && /^\d+ [0-9a-f]{64}$/.test(value ?? ''))?.value
  } catch {
    return undefined
  }
}
