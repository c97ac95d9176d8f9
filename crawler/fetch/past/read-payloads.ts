import type { RecordedAnswer } from '../archive/web-archive.ts'
import type { AskedCapture } from './asked-capture.ts'
import { isDigest } from './payload-tag.ts'

const mostBytes = 32_000_000
const mostOfOne = 1_000_000

/** Pages that were read in this process, by their payload: another capture with the same one is not asked for. The last ones stay. */
export class ReadPayloads {
  readonly #kept = new Map<string, RecordedAnswer>()
  #bytes = 0

  /** Null: not read, or too long ago. Of what the index says to be no page nothing is told. */
  of({ digest, status }: AskedCapture): RecordedAnswer | null {
    return status === null || status === 200 ? (this.#kept.get(digest) ?? null) : null
  }

  keep({ digest }: AskedCapture, answer: RecordedAnswer): void {
    const { status, body, ended } = answer
    if (!isDigest(digest) || status !== 200 || ended !== null || body.length > mostOfOne || this.#kept.has(digest))
      return
    this.#kept.set(digest, answer)
    this.#bytes += body.length
    for (const [oldest, { body: gone }] of this.#kept) {
      if (this.#bytes <= mostBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= gone.length
    }
  }
}
