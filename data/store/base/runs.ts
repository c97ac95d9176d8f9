import type { Corpus } from './corpus.ts'

export interface RunStart {
  readonly command: string
  readonly waveId?: number
  /** Every option with the value it had. */
  readonly options: Readonly<Record<string, unknown>>
  readonly version: string
  readonly userAgent?: string
  readonly input?: string
  readonly inputHash?: string
  /** ISO 8601: the date that an imported file gives itself. */
  readonly inputDate?: string
}

/** Records that a command begins to write at `now`; returns the run's id. */
export function beginRun(corpus: Corpus, run: RunStart, now: number): number {
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO run (command, wave_id, options, version, runtime, user_agent, input, input_hash, input_date, pid, started_at, seen_at)
       VALUES (@command, @waveId, @options, @version, @runtime, @userAgent, @input, @inputHash, @inputDate, @pid, @now, @now)`,
    )
    .run({
      command: run.command,
      waveId: run.waveId ?? null,
      options: JSON.stringify(run.options),
      version: run.version,
      runtime: `node ${process.versions.node} ${process.platform}-${process.arch}`,
      userAgent: run.userAgent ?? '',
      input: run.input ?? '',
      inputHash: run.inputHash ?? '',
      inputDate: run.inputDate ?? '',
      pid: process.pid,
      now,
    })
  return Number(lastInsertRowid)
}

/** A command shows that it is alive: every one to five seconds (crawler/tell/progress.ts). */
export function pulseRun(corpus: Corpus, runId: number, now: number): void {
  corpus.sql('UPDATE run SET seen_at = ? WHERE id = ?').run(now, runId)
}

export function endRun(corpus: Corpus, runId: number, outcome: string, now: number): void {
  corpus.sql('UPDATE run SET ended_at = ?, seen_at = ?, outcome = ? WHERE id = ?').run(now, now, outcome, runId)
}

/**
 * Twice the 30 seconds that a pulse may wait while another program writes to the corpus (open-corpus.ts), and twelve
 * pulses of the slower kind: a long page or a busy machine makes no crawl look dead, and a killed one is known a minute later.
 */
const silenceMs = 60_000

/** A run is at work: it has not ended, and showed a sign of life lately. Times in milliseconds since 1970. */
export const isAtWork = (
  { endedAt, seenAt }: { readonly endedAt: number | null; readonly seenAt: number },
  now: number,
): boolean => endedAt === null && now - seenAt <= silenceMs

/** The last crawl did not end by itself: its process was killed, or the machine went down. */
export const wasCutShort = (corpus: Corpus): boolean =>
  corpus
    .sql<{ endedAt: number | null }>(
      `SELECT ended_at AS endedAt FROM run WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`,
    )
    .get()?.endedAt === null

/** A file with this digest was imported before. */
export const wasImported = (corpus: Corpus, inputHash: string): boolean =>
  corpus
    .sql(`SELECT 1 FROM run WHERE command = 'import' AND input_hash = ? AND outcome = 'done' LIMIT 1`)
    .get(inputHash) !== undefined
