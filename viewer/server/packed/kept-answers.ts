import type { Context } from 'hono'
import { type PackedBody, packedBody, sendPacked } from './packed-answer.ts'

/** Bytes of answers that are kept of one study: some hundred hyperlinks are ten thousand of them. */
const mostBytes = 4_000_000
/** Characters. A longer answer is packed piece by piece by whom it goes through, and not kept. */
const longestAnswer = 200_000
/** Longer addresses are nobody's click. */
const longestKey = 2_000

/** Answers what `make` gives, as JSON; the address says what is asked. */
export type KeptAnswers = (context: Context, make: () => object) => Response

interface Kept {
  readonly stamp: string
  /** Oldest first. */
  readonly answers: Map<string, PackedBody>
  bytes: number
}

/**
 * Answers that are made once for all who ask the same while `stamp` stays the same: people who sit in one room click on the same tie in the same moment. They are
 * packed at once: of some hundred hyperlinks that takes a tenth of a millisecond, and a stream for each twenty times as long.
 */
export function keepAnswers(stamp: () => string, most = mostBytes): KeptAnswers {
  let kept: Kept = { stamp: '', answers: new Map(), bytes: 0 }
  return (context, make) => {
    // Looked at before anything is read: what is written meanwhile makes the answer old.
    const now = stamp()
    if (kept.stamp !== now) kept = { stamp: now, answers: new Map(), bytes: 0 }
    const taken = context.req.header('accept-encoding') ?? ''
    const key = `${taken} ${new URL(context.req.url).search}`
    const known = kept.answers.get(key)
    if (known !== undefined) return sendPacked(context, known)
    const text = JSON.stringify(make())
    if (text.length > longestAnswer) return sendPacked(context, { body: text, packing: null })
    const made = packedBody(text, taken)
    if (key.length <= longestKey) keep(kept, key, made, most)
    return sendPacked(context, made)
  }
}

function keep(kept: Kept, key: string, made: PackedBody, most: number): void {
  kept.answers.set(key, made)
  kept.bytes += made.body.length
  for (const [old, { body }] of kept.answers) {
    if (kept.bytes <= most) return
    kept.answers.delete(old)
    kept.bytes -= body.length
  }
}
