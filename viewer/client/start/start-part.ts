import type { Speech } from '../words/format.ts'
import type { StudiesControl } from './use-studies.ts'

export interface StartPartProps {
  readonly speech: Speech
  readonly ask: StudiesControl['ask']
}
