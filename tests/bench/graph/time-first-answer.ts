import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveBench } from '../map/serve-bench.ts'
import { writeBenchCorpus } from '../map/bench-corpus.ts'

/** What Chromium takes from a server of its own machine. */
const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** The server's first answer on a corpus of this size, to the last byte over loopback, and unpacked. */
export async function timeFirstAnswer(sites: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-bench-'))
  const corpus = writeBenchCorpus(join(folder, 'bench.sqlite'), { sites, ties: sites * 5, links: sites * 20 })
  try {
    const served = await serveBench(corpus)
    const before = process.cpuUsage()
    const start = performance.now()
    const body = await (await fetch(`${served.address}api/map`, { headers })).arrayBuffer()
    const wall = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    await served.close()
    return `first answer, ${sites} sites, ${sites * 5} ties: ${(wall / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} CPU s, ${Math.round(body.byteLength / 1000)} kB (load ${loadavg()[0]!.toFixed(1)})\n`
  } finally {
    corpus.close()
    rmSync(folder, { recursive: true })
  }
}
