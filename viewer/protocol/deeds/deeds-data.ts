import type { JobFacts } from '../job.ts'
import type { DeedName } from './deeds.ts'
import type { DeedPlace } from './deed-args.ts'
import type { Chosen } from './deed-choice.ts'

/** Answer of /api/deeds: what the page needs to show commands, what was made, and how the last deed went. */
export interface DeedsData extends DeedPlace {
  /** How the program is called here: './toile', or 'node' and 'toile'. */
  readonly program: readonly string[]
  /** Node's name of the platform: 'linux', 'darwin', 'win32'. */
  readonly system: string
  readonly made: readonly MadeFile[]
  readonly job: JobFacts | null
}

export interface MadeFile {
  readonly name: string
  readonly isFolder: boolean
  /** Of a folder the sum of its files. */
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** It has a page to read. */
  readonly hasPage: boolean
}

/** What the page asks of /api/job to do a deed. */
export interface DeedRequest {
  readonly kind: 'deed'
  readonly deed: DeedName
  readonly chosen: Chosen
}

/** Answer of /api/told: what the last deed that tells something printed, a value a line. */
export interface ToldData {
  readonly deed: DeedName | null
  readonly lines: readonly unknown[]
}
