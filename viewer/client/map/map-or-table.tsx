import { useState } from 'react'
import { canDraw } from '../draw/can-draw.ts'
import { SiteTable } from '../table/site-table.tsx'
import { Boundary } from '../parts/boundary.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { Maps, type MapsProps } from './maps.tsx'

/** The maps; where none can be drawn a sentence, and the sites as a table. */
export function MapOrTable(props: MapsProps) {
  const { words } = useWorkbench().speech
  const [hasGraphics, setGraphics] = useState(canDraw)
  if (!hasGraphics) return <NoMap text={words.noWebgl} onAgain={() => setGraphics(canDraw())} />
  return (
    <Boundary instead={again => <NoMap text={words.noMap} onAgain={again} />}>
      <Maps {...props} />
    </Boundary>
  )
}

interface NoMapProps {
  readonly text: string
  readonly onAgain: () => void
}

function NoMap({ text, onAgain }: NoMapProps) {
  const { speech, view } = useWorkbench()
  return (
    <>
      <p className="notice no-map" role="status">
        {text}{' '}
        <button type="button" className="plain" onClick={onAgain}>
          {speech.words.drawAgain}
        </button>
      </p>
      {view.screen === 'map' && <SiteTable />}
    </>
  )
}
