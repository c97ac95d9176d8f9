import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import type { Look } from './look.ts'

/** Everything that is drawn. */
export interface Drawn {
  readonly model: Model
  readonly look: Look
  readonly shown: Shown
  /** Lines of density lie beneath. */
  readonly hasDensity?: boolean
}
