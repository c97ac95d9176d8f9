import { createContext, useContext } from 'react'
import type { Focus } from './draw/focus.ts'
import type { FindSites } from './model/find-sites.ts'
import type { Arrangement } from './arrange/use-arrangement.ts'
import type { Curation } from './curate/use-curation.ts'
import type { Model } from './model/model.ts'
import type { Shown } from './model/shown.ts'
import type { ShownChanges } from './view/use-changes.ts'
import type { ViewControl } from './view/use-view.ts'
import type { StoryTelling } from './story/use-telling.ts'
import type { Speech } from './words/format.ts'

/** What every part of the workbench may read and do. */
export interface Workbench extends ViewControl {
  /** The sites with the ties of the view's layer. */
  readonly model: Model
  readonly shown: Shown
  /** What became of each tie, where the two maps show two waves; null: they don't. */
  readonly changes: ShownChanges | null
  /** The guided reading that is open beside the map; null: none. */
  readonly telling: StoryTelling | null
  readonly speech: Speech
  readonly find: FindSites
  /** How much larger or smaller than usual dots are drawn, for the size of the stage. */
  readonly dotScale: number
  /** The map's size, and so dotScale, is known. */
  readonly isMeasured: boolean
  /** What changes the corpus; null: it can only be looked at. */
  readonly curation: Curation | null
  /** Other places of the sites than those stored, on this page alone. */
  readonly arrangement: Arrangement
  /** Makes something stand out on the map while the pointer or the focus is on its row. */
  readonly point: (focus: Focus) => void
}

const context = createContext<Workbench | null>(null)

export const WorkbenchProvider = context.Provider

export function useWorkbench(): Workbench {
  const workbench = useContext(context)
  if (workbench === null) throw new Error('useWorkbench is used outside the workbench')
  return workbench
}
