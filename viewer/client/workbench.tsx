import { useCallback, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useArrangement } from './arrange/use-arrangement.ts'
import { changeModel } from './change/change-model.ts'
import { ChangeScreen } from './change/change-screen.tsx'
import { useCuration } from './curate/use-curation.ts'
import { endsInstead, type Focus } from './draw/focus.ts'
import type { AnyStage } from './draw/any-stage.ts'
import { Legend } from './map/legend.tsx'
import { MapOrTable } from './map/map-or-table.tsx'
import { Trail } from './map/trail.tsx'
import { FoldBar } from './map/fold-bar.tsx'
import { PrintFigure } from './picture/print-figure.tsx'
import { useDotScale } from './map/use-dot-scale.ts'
import { useFold, type Fold } from './map/use-fold.ts'
import { prepareFindSites } from './model/find-sites.ts'
import { numberColumn, rankBy, type Model } from './model/model.ts'
import { shownBy } from './filters/shown-by.ts'
import { ReadingPanel } from './panels/reading-panel.tsx'
import { SiteTable } from './table/site-table.tsx'
import { Matrix } from './panels/about/matrix.tsx'
import { LostNotice } from './parts/lost-notice.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { useTelling } from './story/use-telling.ts'
import { useChanges } from './view/use-changes.ts'
import { useEscape } from './view/use-escape.ts'
import { useLayer } from './view/use-layer.ts'
import { saysColumn, useFound, useSays } from './view/use-said.ts'
import { useView } from './view/use-view.ts'
import { WorkbenchProvider, type Workbench } from './workbench-context.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Speech } from './words/format.ts'

interface WorkbenchScreenProps {
  readonly whole: Model
  readonly speech: Speech
  readonly onLanguage: (language: Language) => void
}

/** The whole screen: bar, legend, map or tables, and the panel that reads out what is selected. */
export function WorkbenchScreen({ whole: unsaid, speech, onLanguage }: WorkbenchScreenProps) {
  const control = useView(unsaid)
  const whole = useSays(unsaid, control.view.says, speech)
  const isColoured = whole.columns.has(saysColumn)
  const view = useMemo(
    () => (isColoured ? { ...control.view, colour: saysColumn } : control.view),
    [control.view, isColoured],
  )
  const found = useFound(view.selection)
  useEscape(view.selection, control.select)
  const isChange = view.screen === 'change'
  const stages = useRef(new Set<AnyStage>())
  const { placed, arrangement } = useArrangement(whole, stages.current)
  const layered = useLayer(placed, isChange ? null : view.layer)
  const changes = useChanges(whole, view)
  const union = useMemo(
    () => (isChange && changes !== null ? changeModel(placed, changes.data) : null),
    [isChange, changes, placed],
  )
  const model = union ?? layered
  const shown = useMemo(() => shownBy(model, view.filters), [model, view.filters])
  const [sheet, setSheet] = useState<HTMLElement | null>(null)
  const dotScale = useDotScale(sheet, view.against !== null)
  const find = useMemo(() => prepareFindSites(whole, () => rankBy(whole, numberColumn(whole, 'in_degree'))), [whole])
  const point = useCallback(
    (focus: Focus) => {
      // A tie's number is that of one map; its ends are the same on all.
      const seen = stages.current.size > 1 ? endsInstead(model, focus) : focus
      stages.current.forEach(stage => stage.hover(seen))
    },
    [model],
  )
  const curation = useCuration(speech)
  const telling = useTelling(whole, control, curation)
  const bench: Workbench = {
    ...control,
    view,
    found,
    curation,
    telling,
    arrangement,
    model,
    shown,
    changes,
    speech,
    find,
    dotScale: dotScale ?? 1,
    isMeasured: dotScale !== null,
    point,
  }
  const fold = useFold(view)
  const hasMap = isChange || view.screen === 'map' || view.screen === 'both'
  return (
    <WorkbenchProvider value={bench}>
      <div
        className={`workbench ${fold.isFolded ? 'is-folded' : fold.isPair ? 'is-pair' : ''} ${fold.isTall ? 'is-tall' : ''} ${telling ? 'is-story' : ''} ${telling?.isEdited ? 'is-written' : ''}`}
      >
        <a className="skip" href="#reading" onClick={event => skipTo(event, fold)}>
          {speech.words.skipToPanel}
        </a>
        <TopBar onLanguage={onLanguage} />
        <main className={`sheet sheet-${view.screen}`} ref={setSheet}>
          {hasMap && !fold.isBelow && <Legend />}
          <div className="sheet-body">
            <LostNotice />
            {fold.isBelow && !fold.isPair && view.screen === 'map' && (
              <h1 className="unseen">{speech.words.relationTitles[model.as]}</h1>
            )}
            <Trail />
            {isChange && <ChangeScreen stages={stages.current} />}
            {hasMap && !isChange && <MapOrTable whole={placed} stages={stages.current} />}
            {(view.screen === 'both' || view.screen === 'table') && <SiteTable />}
            {view.screen === 'matrix' && <Matrix />}
            {fold.isBelow && <FoldBar fold={fold} hasMap={hasMap} />}
          </div>
        </main>
        <PrintFigure />
        <ReadingPanel isFolded={fold.isFolded} />
      </div>
    </WorkbenchProvider>
  )
}

/** The address after '#' is the view's, so that a jump inside the page moves the focus only. */
function skipTo(event: React.MouseEvent, { isFolded, toggle }: Fold): void {
  event.preventDefault()
  if (isFolded) flushSync(toggle)
  document.getElementById('reading')?.focus()
}
