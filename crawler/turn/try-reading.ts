import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer } from '../fetch/outcome.ts'

/** What a trial is about: the document, and what its reading depends on. */
export type TrialPage = Pick<Answer, 'base' | 'body' | 'headers' | 'url'>

/** The process itself ends after so much of the processor's time as is too much; this is for one that does not even begin. */
const trialMs = 300_000

/** Whether a process of its own survives the reading of `page`, in time. */
export async function tryReading({ base, url, headers, body }: TrialPage, allowPrivate: boolean): Promise<boolean> {
  const program = fileURLToPath(new URL('./trial-process.ts', import.meta.url))
  const child = spawn(process.execPath, [program], {
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: trialMs,
    killSignal: 'SIGKILL',
  })
  // A child that died reads no more.
  child.stdin.on('error', () => undefined)
  child.stdin.write(`${JSON.stringify({ url: base ?? url, headers, allowPrivate })}\n`)
  child.stdin.end(body)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  child.on('error', () => resolve(false))
  child.on('close', code => resolve(code === 0))
  return promise
}
