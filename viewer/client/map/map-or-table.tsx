import { useState } from 'react'
import { canDraw } from '../draw/can-draw.ts'
import { mayDrawPlainly, mostPlainSites } from '../draw/plain/may-draw-plainly.ts'
import { SiteTable } from '../table/site-table.tsx'
import { Boundary } from '../parts/boundary.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { Maps, type MapsProps } from './maps.tsx'

/** The maps; without WebGL as SVG with a sentence; where none can be drawn the sentence, and the sites as a table. */
export function MapOrTable(props: MapsProps) {
  const { shown, speech } = useWorkbench()
  const { words } = speech
  const [hasGraphics, setGraphics] = useState(canDraw)
  const again = (): void => setGraphics(canDraw())
  if (!hasGraphics && !mayDrawPlainly(shown))
    return <NoMap text={`${words.noWebgl} ${words.plainMapUpTo(speech.count(mostPlainSites))}`} onAgain={again} />
  return (
    <>
      <Boundary instead={retry => <NoMap text={words.noMap} onAgain={retry} />}>
        <Maps {...props} isPlain={!hasGraphics} />
      </Boundary>
      {!hasGraphics && <Notice text={words.plainMap} onAgain={again} />}
    </>
  )
}

interface NoticeProps {
  readonly text: string
  readonly onAgain: () => void
}

function NoMap(props: NoticeProps) {
  const { view } = useWorkbench()
  return (
    <>
      <Notice {...props} />
      {view.screen === 'map' && <SiteTable />}
    </>
  )
}

function Notice({ text, onAgain }: NoticeProps) {
  const { words } = useWorkbench().speech
  return (
    <p className="notice no-map" role="status">
      {text}{' '}
      <button type="button" className="plain" onClick={onAgain}>
        {words.drawAgain}
      </button>
    </p>
  )
}
