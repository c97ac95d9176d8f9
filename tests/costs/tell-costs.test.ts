import { describe, expect, it } from 'vitest'
import { describeCosts, muchCpuMs } from './tell-costs.ts'

const cost = (file: string, wallMs: number, cpuMs = 0) => ({ file, wallMs, cpuMs })

describe('describeCosts(costs)', () => {
  it('names the ten files that took longest, the longest first, and the sum of all', () => {
    const lines = describeCosts(Array.from({ length: 12 }, (_, at) => cost(`${at}.test.ts`, at * 1_000, 500)))
    expect(lines.slice(1, -1).map(line => line.trim().split(/\s+/).at(-1))).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map(at => `${at}.test.ts`),
    )
    expect(lines.at(-1)).toBe('   66.0    6.0   all 12 files')
  })

  it('names every file that took much processor time, too, and says what to do', () => {
    const quick = Array.from({ length: 10 }, (_, at) => cost(`${at}.test.ts`, 90_000))
    const lines = describeCosts([...quick, cost('busy.test.ts', 80_000, muchCpuMs + 1), cost('short.test.ts', 1)])
    expect(lines).toHaveLength(13)
    expect(lines[11]).toBe(
      '   80.0   40.0   busy.test.ts   <- more than 40 s of CPU: divide it, or share what it opens',
    )
  })
})
