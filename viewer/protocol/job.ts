import type { Said } from '#data/vocabulary/words/say.ts'
import type { DeedName } from './deeds/deeds.ts'

/** A command that the page started. */
export interface JobFacts {
  readonly kind: 'crawl' | 'import' | 'demo' | DeedName
  readonly running: boolean
  /** Its exit code; null while it runs. */
  readonly exit: number | null
  /** Its last lines, in English, as the command line speaks. */
  readonly lines: readonly string[]
  /** Why it did not begin: what the user can mend. */
  readonly mistakes: readonly Said[]
  /** Where it stands, as far as it says so: its step, and the share that is done, in [0, 1]. */
  readonly progress: { readonly step: string; readonly done: number } | null
  /** Name of what it makes for the user to take away; null: it makes nothing of the kind. */
  readonly made: string | null
}
