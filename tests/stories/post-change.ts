import { join } from 'node:path'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { AskedChange, ChangeOutcome } from '#viewer/protocol/change.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap } from '#viewer/server/serve-map.ts'

const index = new TextEncoder().encode('<!doctype html><head><title>Toile</title></head>')
const client = new Map([['/index.html', { type: 'text/html; charset=utf-8', bytes: index }]])

const err = (text: string): void => void process.stderr.write(text)

/** Makes a change as the map's page does, through a server of its own; fails when it is refused. */
export async function postChange(folder: string, change: AskedChange): Promise<void> {
  const file = join(folder, 'story.sqlite')
  const corpus = openCorpus(file, 'read')
  const writing = openCorpus(file, 'write')
  const jobs = createJobs([process.execPath], {})
  const parts = { corpus, file, title: 'story', now: Date.now, client, openForChanges: () => writing, jobs, err }
  const served = await serveMap(parts, { port: 0 })
  try {
    const token = /name="toile-token" content="([^"]+)"/.exec(await (await fetch(served.address)).text())![1]!
    const answer = await fetch(`${served.address}api/change`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-toile-token': token },
      body: JSON.stringify({ by: 'user', reason: '', change }),
    })
    const { outcome } = (await answer.json()) as ChangeOutcome
    if (outcome !== 'done') throw new Error(`the change was ${outcome}`)
  } finally {
    await served.close()
    for (const opened of [corpus, writing]) opened.close()
  }
}
