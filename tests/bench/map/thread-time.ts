import type { CDPSession, Page } from 'playwright'

/** Time of the page's own thread so far, milliseconds, whatever else the machine does: of scripts, and of all that it did. */
interface ThreadTime {
  readonly script: number
  readonly all: number
}

export const watchThread = (session: CDPSession): Promise<unknown> =>
  session.send('Performance.enable', { timeDomain: 'threadTicks' })

export async function threadTime(session: CDPSession): Promise<ThreadTime> {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)!.value * 1000
  return { script: of('ScriptDuration'), all: of('TaskDuration') }
}

/** What each step took until two frames after it. */
export async function timeSteps(
  page: Page,
  session: CDPSession,
  steps: readonly (() => Promise<unknown>)[],
): Promise<ThreadTime[]> {
  const times: ThreadTime[] = []
  for (const step of steps) {
    const before = await threadTime(session)
    await step()
    await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))')
    const after = await threadTime(session)
    times.push({ script: after.script - before.script, all: after.all - before.all })
  }
  return times
}
