import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import type { View } from '../view/view.ts'
import type { ShownChanges } from '../view/use-changes.ts'
import type { Speech } from '../words/format.ts'

/** What a picture is drawn of, and how large. */
export interface PictureQuestion {
  readonly model: Model
  readonly shown: Shown
  readonly view: View
  readonly speech: Speech
  /** Null: no two waves are compared. */
  readonly changes: ShownChanges | null
  /** Pixels at 96 to the inch: 3.78 to the millimetre. */
  readonly width: number
  readonly height: number
  /** Width of a text in a CSS font. */
  readonly widthOf: (text: string, font: string) => number
}
