import { useWorkbench } from '../workbench-context.ts'

interface MapLostProps {
  /** The map is drawn as SVG meanwhile. */
  readonly isPlain: boolean
  readonly onAgain: () => void
}

/** Over a map whose graphics the browser took away, or in its corner while it is drawn as SVG. */
export function MapLost({ isPlain, onAgain }: MapLostProps) {
  const { words } = useWorkbench().speech
  return (
    <div className={isPlain ? 'map-lost map-lost-plain' : 'map-lost'} role="status">
      <p>{isPlain ? words.mapLostPlain : words.mapLost}</p>
      <button type="button" className="button" onClick={onAgain}>
        {words.drawAgain}
      </button>
    </div>
  )
}
