import type { Stage } from '../draw/stage.ts'
import { useWorkbench } from '../workbench-context.ts'

export function ZoomButtons({ stage }: { readonly stage: React.RefObject<Stage | null> }) {
  const { words } = useWorkbench().speech
  const buttons = [
    { name: words.zoomIn, path: 'M8 3v10M3 8h10', act: () => stage.current?.camera.zoom(1.5) },
    { name: words.zoomOut, path: 'M3 8h10', act: () => stage.current?.camera.zoom(1 / 1.5) },
    { name: words.fit, path: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3', act: () => stage.current?.camera.fit() },
  ]
  return (
    <div className="zoom" role="group" aria-label={words.screenNames.map}>
      {buttons.map(({ name, path, act }) => (
        <button key={name} type="button" aria-label={name} title={name} onClick={act}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  )
}
