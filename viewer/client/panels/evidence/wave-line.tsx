import type { MapData } from '#viewer/protocol/map.ts'
import { shownDates, shownWave } from '#viewer/client/view/shown-wave.ts'
import { datesName } from '#viewer/client/words/layer-name.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Of which wave the hyperlinks below are, where there are several, and of which dates, where the map shows some. */
export function WaveLine() {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const wave = shownWave(view, model.data)
  const shown = datesName(shownDates(view), speech)
  const dates = shown === '' ? daysOf(model.data, words.range) : shown
  return (
    <>
      {model.data.wave !== null && (
        <p className="hint">{wave === '' ? words.linksOfAllWaves : words.linksOfWave(words.waveNamed(wave))}</p>
      )}
      {dates !== '' && <p className="hint">{words.linksOfDates(dates)}</p>}
    </>
  )
}

/** Of the page, or of the analysis; empty: any date. */
function daysOf({ written, analysis }: MapData, range: (from: string, to: string) => string): string {
  const days = analysis?.options['written'] as { readonly since?: string; readonly until?: string } | undefined
  const [from = '', to = ''] = written?.split('..') ?? [days?.since, days?.until]
  return from + to === '' ? '' : range(from || '…', to || '…')
}
