import { useState } from 'react'
import { canDraw } from '../draw/can-draw.ts'
import { mayDrawPlainly, mostPlainSites } from '../draw/plain/may-draw-plainly.ts'
import { Boundary } from '../parts/boundary.tsx'
import { useWorkbench } from '../workbench-context.ts'

interface IfDrawnProps {
  /** Drawn as SVG: this browser has no WebGL. */
  readonly children: (isPlain: boolean) => React.ReactNode
  /** What is shown where no map can be drawn. */
  readonly instead?: React.ReactNode
}

/** A map; without WebGL as SVG, with a sentence, as long as it is small enough; else the sentence, and what there is instead. */
export function IfDrawn({ children, instead = null }: IfDrawnProps) {
  const { shown, speech } = useWorkbench()
  const { words } = speech
  const [hasGraphics, setGraphics] = useState(canDraw)
  const again = (): void => setGraphics(canDraw())
  if (!hasGraphics && !mayDrawPlainly(shown))
    return (
      <>
        <Notice text={`${words.noWebgl} ${words.plainMapUpTo(speech.count(mostPlainSites))}`} onAgain={again} />
        {instead}
      </>
    )
  return (
    <>
      <Boundary
        instead={retry => (
          <>
            <Notice text={words.noMap} onAgain={retry} />
            {instead}
          </>
        )}
      >
        {children(!hasGraphics)}
      </Boundary>
      {!hasGraphics && <Notice text={words.plainMap} onAgain={again} isOfPlain />}
    </>
  )
}

interface NoticeProps {
  readonly text: string
  readonly onAgain: () => void
  /** There is a map all the same. */
  readonly isOfPlain?: boolean
}

function Notice({ text, onAgain, isOfPlain = false }: NoticeProps) {
  const { words } = useWorkbench().speech
  return (
    <p className={`notice no-map ${isOfPlain ? 'no-map-plain' : ''}`} role="status">
      {text}{' '}
      <button type="button" className="plain" onClick={onAgain}>
        {words.drawAgain}
      </button>
    </p>
  )
}
