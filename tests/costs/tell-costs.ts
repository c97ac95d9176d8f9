import type { Reporter, TestModule } from 'vitest/node'

export interface FileCost {
  /** Seen from the project's folder. */
  readonly file: string
  readonly wallMs: number
  /** See `TaskMeta.cpuMs`. */
  readonly cpuMs: number
}

const told = 10
/** A file beyond this wants to be divided, or to share what it opens. Milliseconds of processor time. */
export const muchCpuMs = 40_000

const seconds = (ms: number): string => (ms / 1_000).toFixed(1).padStart(7)

/** The ten files that took longest, as lines of a table, the longest first; each that took much processor time is marked. */
export function describeCosts(costs: readonly FileCost[]): string[] {
  const longestFirst = [...costs].sort((a, b) => b.wallMs - a.wallMs || b.cpuMs - a.cpuMs)
  const shown = longestFirst.filter((cost, rank) => rank < told || cost.cpuMs > muchCpuMs)
  const total = { wallMs: 0, cpuMs: 0 }
  for (const { wallMs, cpuMs } of costs) {
    total.wallMs += wallMs
    total.cpuMs += cpuMs
  }
  return [
    ' seconds    cpu   (cpu: with ended children, without the browser that files share)',
    ...shown.map(({ file, wallMs, cpuMs }) => `${seconds(wallMs)}${seconds(cpuMs)}   ${file}${remark(cpuMs)}`),
    `${seconds(total.wallMs)}${seconds(total.cpuMs)}   all ${costs.length} files`,
  ]
}

const remark = (cpuMs: number): string =>
  cpuMs > muchCpuMs ? `   <- more than ${muchCpuMs / 1_000} s of CPU: divide it, or share what it opens` : ''

/** At the end of a run of more files than it would name: which took longest. */
export default class TellCosts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= told) return
    const costs = modules.map(one => ({
      file: one.relativeModuleId,
      wallMs: one.diagnostic().duration,
      cpuMs: one.meta().cpuMs ?? 0,
    }))
    process.stderr.write(`\n${describeCosts(costs).join('\n')}\n`)
  }
}
