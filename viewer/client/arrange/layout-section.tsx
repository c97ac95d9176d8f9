import { SiteName } from '../parts/site-name.tsx'
import { numberColumn } from '../model/model.ts'
import { extentOf } from '../picture/places-in.ts'
import { sizeScale } from '../view/sizes.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Of a map on a screen, pixels. */
const usualSide = 800
const mostListed = 40

/** Where sites stand: lay out anew what is shown, take it back, and who was moved by a person. */
export function LayoutSection() {
  const { model, shown, speech, view, dotScale, arrangement, change } = useWorkbench()
  const { words } = speech
  const { moved, isRunning, begin, stop, undo } = arrangement
  const start = (): void => {
    const { x, y } = model.data
    const unit = Math.max(extentOf(x).length, extentOf(y).length, 1) / usualSide
    const radius = sizeScale(numberColumn(model, view.size), model.siteCount)
    begin(model, shown, site => radius(site) * dotScale * unit)
  }
  const pinned = model.data.pinned ?? []
  return (
    <section>
      <h2>{words.layout}</h2>
      <p className="hint">{words.layoutHint}</p>
      <p className="button-row">
        {isRunning ? (
          <button type="button" className="button" onClick={stop}>
            {words.layoutStop}
          </button>
        ) : (
          <button type="button" className="button" disabled={shown.siteCount < 2} onClick={start}>
            {words.layoutAgain(words.sites(shown.siteCount))}
          </button>
        )}
        {moved.length > 0 && !isRunning && (
          <button type="button" className="button" onClick={undo}>
            {words.layoutUndo}
          </button>
        )}
      </p>
      <p className="hint" role="status">
        {isRunning ? words.layoutRuns : moved.length > 0 ? words.layoutMoved(words.sites(moved.length)) : ''}
      </p>
      <label className="hint">
        <input type="checkbox" checked={view.density} onChange={event => change({ density: event.target.checked })} />{' '}
        {words.density}
      </label>
      {pinned.length > 0 && (
        <>
          <h3>
            {words.movedByPerson} <span className="tally">{speech.count(pinned.length)}</span>
          </h3>
          <ul className="rows">
            {pinned.slice(0, mostListed).map(site => (
              <li key={site}>
                <SiteName id={model.data.ids[site]!} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
