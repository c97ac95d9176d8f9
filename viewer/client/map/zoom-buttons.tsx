import type { AnyStage } from '../draw/any-stage.ts'
import { useWorkbench } from '../workbench-context.ts'

interface ZoomButtonsProps {
  readonly stage: React.RefObject<AnyStage | null>
  readonly hasLasso: boolean
  readonly onLasso: () => void
}

export function ZoomButtons({ stage, hasLasso, onLasso }: ZoomButtonsProps) {
  const { words } = useWorkbench().speech
  const buttons = [
    { name: words.zoomIn, path: 'M8 3v10M3 8h10', act: () => stage.current?.camera.zoom(1.5) },
    { name: words.zoomOut, path: 'M3 8h10', act: () => stage.current?.camera.zoom(1 / 1.5) },
    { name: words.fit, path: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3', act: () => stage.current?.camera.fit() },
    {
      name: words.lasso,
      path: 'M8 3c3.2 0 5.5 1.4 5.5 3.4S11.200 10 8 10 2.500 8.500 2.500 6.400 4.800 3 8 3M5 9.500c-1.500 1 0 2.200 0.500 1.200M5.400 11c0 1.200-0.600 2-1.900 2.300',
      act: onLasso,
      isOn: hasLasso,
    },
  ]
  return (
    <div className="zoom" role="group" aria-label={words.screenNames.map}>
      {buttons.map(({ name, path, act, isOn }) => (
        <button key={name} type="button" aria-label={name} title={name} aria-pressed={isOn} onClick={act}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  )
}
