import { useEffect, useRef } from 'react'
import type { AnyStage } from '../draw/any-stage.ts'
import type { Camera } from '../view/view.ts'

const restMs = 350

/** The camera comes into the address when it rests, so that an address brings back what was seen. */
export function useCameraInAddress(
  change: (part: { camera: Camera | null }) => void,
  stages: ReadonlySet<AnyStage>,
  own: React.RefObject<AnyStage | null>,
  sent: React.RefObject<Camera | null>,
): (camera: Camera | null) => void {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  return camera => {
    for (const stage of stages) if (stage !== own.current) stage.camera.look(camera)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      sent.current = camera
      change({ camera })
    }, restMs)
  }
}
