/** What one crawler needed, printed as one JSON line by the process that ran it. */
export interface Figures {
  readonly pages: number
  readonly seconds: number
  /** User and system time of the crawler's process. */
  readonly cpuMs: number
  readonly peakMb: number
}

/** Runs `work`, which returns the number of pages read, and prints what it took. */
export async function measure(work: () => Promise<number>): Promise<void> {
  const begun = performance.now()
  const before = process.cpuUsage()
  const read = await work()
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(before)
  const figures: Figures = {
    pages: read,
    seconds,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
