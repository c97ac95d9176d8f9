import type { Url } from '#data/url/brand.ts'
import type { Answer } from '../outcome.ts'

/** Scripts that many pages share, so that a run asks for each once. */
export interface ScriptCache {
  readonly get: (url: Url) => Answer | undefined
  readonly set: (url: Url, answer: Answer) => void
}

/** Holds at most `maxBytes`; what was used longest ago goes first. */
export function createScriptCache(maxBytes = 64_000_000): ScriptCache {
  const kept = new Map<Url, Answer>()
  let size = 0
  return {
    get(url) {
      const answer = kept.get(url)
      if (answer !== undefined) {
        kept.delete(url)
        kept.set(url, answer)
      }
      return answer
    },
    set(url, answer) {
      if (answer.status !== 200 || kept.has(url) || answer.bytes > maxBytes / 4) return
      kept.set(url, answer)
      size += answer.bytes
      for (const [oldest, { bytes }] of kept) {
        if (size <= maxBytes) break
        kept.delete(oldest)
        size -= bytes
      }
    },
  }
}
