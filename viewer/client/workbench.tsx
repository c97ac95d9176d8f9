import { useCallback, useMemo, useRef } from 'react'
import type { Focus } from './draw/focus.ts'
import type { Stage } from './draw/stage.ts'
import { Legend } from './map/legend.tsx'
import { MapStage } from './map/map-stage.tsx'
import { prepareFindSites } from './model/find-sites.ts'
import { numberColumn, rankBy, type Model } from './model/model.ts'
import { ReadingPanel } from './panels/reading-panel.tsx'
import { SiteTable } from './panels/site-table.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { useView } from './view/use-view.ts'
import { WorkbenchProvider, type Workbench } from './workbench-context.ts'
import type { Language, Speech } from './words/format.ts'

interface WorkbenchScreenProps {
  readonly model: Model
  readonly speech: Speech
  readonly onLanguage: (language: Language) => void
}

/** The whole screen: bar, legend, map or table, and the panel that reads out what is selected. */
export function WorkbenchScreen({ model, speech, onLanguage }: WorkbenchScreenProps) {
  const { view, change, select } = useView(model)
  const stage = useRef<Stage | null>(null)
  const find = useMemo(() => prepareFindSites(model, rankBy(model, numberColumn(model, 'in_degree'))), [model])
  const point = useCallback((focus: Focus) => stage.current?.hover(focus), [])
  const bench: Workbench = { model, speech, find, view, change, select, point }
  return (
    <WorkbenchProvider value={bench}>
      <div className="workbench">
        <a className="skip" href="#reading" onClick={skipTo}>
          {speech.words.skipToPanel}
        </a>
        <TopBar onLanguage={onLanguage} />
        <main className="sheet">
          {view.screen === 'map' ? (
            <>
              <Legend />
              <MapStage stage={stage} />
            </>
          ) : (
            <SiteTable />
          )}
        </main>
        <ReadingPanel />
      </div>
    </WorkbenchProvider>
  )
}

/** The address after '#' is the view's, so that a jump inside the page moves the focus only. */
function skipTo(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('reading')?.focus()
}
