import type { CrawlJob } from './crawl-job.ts'
import { offerSitemaps } from './offer-sitemaps.ts'
import { openContext, type StartedRun } from './open-context.ts'
import { resolveLinks, resolveQuestion } from './resolve-links.ts'
import { runTurns } from './run-turns.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Sitemaps, pages, and where short addresses lead, until nothing is left or the user stops. All that was written is then
 * committed, whatever ended it.
 */
export async function takeTurns(job: CrawlJob, run: StartedRun): Promise<void> {
  const { settings, wave } = job
  const { context, close } = await openContext(job, run)
  const { stop } = context
  try {
    // Once more when a person has changed the scope meanwhile.
    do {
      if (settings.sitemaps) await offerSitemaps(context)
      context.begin()
      await runTurns({ ...context, take: turn => takeTurn(context, turn) })
      const question = resolveQuestion(settings.resolve, wave.id)
      if (question !== null && !stop.aborted) await resolveLinks(context, question)
      await context.batch.stored()
    } while (!stop.aborted && (await context.takeUpEdits()))
  } finally {
    await close()
  }
}
