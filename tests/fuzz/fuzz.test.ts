import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Of each reader; `npm run fuzz -- --seconds 600` goes on longer. */
const rounds = 120

describe('what reads strangers’ bytes', () => {
  it('ends, throws nothing but a Mistake, and keeps its memory within bounds', async () => {
    const program = join(import.meta.dirname, 'run-fuzz.ts')
    const child = spawn(process.execPath, ['--max-old-space-size=512', program, '--rounds', String(rounds)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)))
    const code = await new Promise(resolve => child.on('close', resolve))
    expect([code, said]).toEqual([0, expect.stringMatching(/^\d+ readings, seed 1, no finding;/)])
  })
})
