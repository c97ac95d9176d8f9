import { LiveForces, type ForcesTask } from './live-forces.ts'

/** What the page asks of the worker. */
export type ForcesWish = { readonly task: ForcesTask; readonly ms: number } | 'stop'

/** What it answers, some times a second. */
export interface ForcesFrame {
  readonly places: Float32Array
  readonly isLast: boolean
}

/** Of forces between two frames. */
const sliceMs = 60

let until = 0

function run(task: ForcesTask): void {
  const forces = new LiveForces(task)
  const began = performance.now()
  const turn = (): void => {
    const next = performance.now() + sliceMs
    const calm = Math.min(1, Math.max(0, (performance.now() - began) / (until - began)))
    while (performance.now() < next) forces.go(1, calm)
    const isLast = performance.now() >= until
    const places = forces.places(isLast)
    self.postMessage({ places, isLast } satisfies ForcesFrame, { transfer: [places.buffer] })
    // A wish to stop is heard between two turns.
    if (!isLast) setTimeout(turn)
  }
  turn()
}

self.addEventListener('message', ({ data }: MessageEvent<ForcesWish>) => {
  if (data === 'stop') {
    until = 0
    return
  }
  until = performance.now() + data.ms
  run(data.task)
})
