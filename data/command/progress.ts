import type { Surroundings } from './command.ts'

/**
 * Shows the steps of a longer work: one line that redraws itself on a terminal, elsewhere one plain line every few
 * seconds. `show` takes the step's name and the share of the whole that is done, in [0, 1].
 */
export function stepDisplay(
  surroundings: Surroundings,
  intervalMs = 3000,
): {
  show: (step: string, done: number) => void
  end: () => void
} {
  let lastAt = Number.NEGATIVE_INFINITY
  let told = ''
  const tell = (step: string, done: number): void => {
    const news = `${step} ${Math.round(100 * done)}`
    if (news === told) return
    told = news
    surroundings.tell?.({ step, done })
  }
  const show = (step: string, done: number): void => {
    tell(step, done)
    const line = `${String(Math.round(100 * done)).padStart(3)} %  ${step}`
    if (surroundings.isTerminal) return surroundings.err(`\r\u001b[K${line}`)
    const now = surroundings.now()
    if (now - lastAt < intervalMs) return
    lastAt = now
    surroundings.err(`${line}\n`)
  }
  const end = (): void => {
    if (surroundings.isTerminal) surroundings.err('\r\u001b[K')
  }
  return { show, end }
}
