import { howMany } from '#data/command/how-many.ts'
import type { TextLimit } from '#data/store/visits/unpack-text.ts'

/** Counts the kept texts that could not be read whole. */
export class TextLimits {
  readonly #counts = { cut: 0, unreadable: 0 }

  readonly note = (limit: TextLimit): void => {
    this.#counts[limit]++
  }

  /** Ends with a line break, or is empty. */
  say(): string {
    const { cut, unreadable } = this.#counts
    return [
      cut > 0 ? `${howMany(cut, 'text')} longer than 4 MB: what stands beyond is not counted.\n` : '',
      unreadable > 0 ? `${howMany(unreadable, 'text')} that can't be read: what they say is not known.\n` : '',
    ].join('')
  }
}
