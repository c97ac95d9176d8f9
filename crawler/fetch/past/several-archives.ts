import { redirectOf } from '../archive/redirect-of.ts'
import type { RecordedExchange, WebArchive } from '../archive/web-archive.ts'
import { Refusal } from '../refusal.ts'
import { worthOf } from './choose-capture.ts'

type Found = Awaited<ReturnType<WebArchive['find']>>

/**
 * Several archives as one, page by page: the next is asked for what the one before lacks. An error of the past site, or a redirect to the
 * very address, counts only where no archive has better in the window.
 */
export function severalArchives(archives: readonly WebArchive[]): WebArchive {
  return {
    find: async (url, ...rest) => {
      let spare: RecordedExchange | null = null
      const missing: Found[] = []
      for (const archive of archives) {
        const found = await archive.find(url, ...rest)
        if (found === null || found instanceof Refusal) missing.push(found)
        else if (isGood(found, url)) return found
        else spare ??= found
      }
      return spare ?? nearestOf(missing)
    },
    close: async () => {
      for (const archive of archives) await archive.close()
    },
  }
}

/** Whoever says that nothing has changed has the page. */
function isGood({ url, answer }: RecordedExchange, asked: RecordedExchange['url']): boolean {
  if (answer === null) return false
  if (answer.status === 304) return true
  return worthOf({ status: answer.status, redirectTo: redirectOf(url, answer) }, asked) === 'chosen'
}

const nearest = /^nearest capture /

/** Why none has it: one that could not be asked may have it, and one that does not show it, too; else the one that has it at another time, or may. */
function nearestOf(missing: readonly Found[]): Found {
  const refusals = missing.filter(one => one instanceof Refusal)
  const of = (slug: string, detail = ''): Refusal | undefined =>
    refusals.find(one => one.slug === slug && one.message.includes(detail))
  return (
    of('archive-failed') ??
    of('archive-refused') ??
    refusals.find(one => nearest.test(one.message)) ??
    of('not-archived', 'none in those days') ??
    missing[0] ??
    null
  )
}
