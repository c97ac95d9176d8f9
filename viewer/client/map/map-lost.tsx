import { useWorkbench } from '../workbench-context.ts'

/** Over a map whose graphics the browser took away. */
export function MapLost({ onAgain }: { readonly onAgain: () => void }) {
  const { words } = useWorkbench().speech
  return (
    <div className="map-lost" role="status">
      <p>{words.mapLost}</p>
      <button type="button" className="button" onClick={onAgain}>
        {words.drawAgain}
      </button>
    </div>
  )
}
