import { basename } from 'node:path'
import { printable, printedColumns } from '#data/command/printable.ts'
import { duration } from '../tell/duration.ts'
import type { SharesFolder, ShareStatus } from './status-of-shares.ts'

/** A folder of shares as a person reads it: each share, those of which there is no file, and what `merge` would refuse. `now`: milliseconds since 1970. */
export function describeShares(folder: SharesFolder, now: number): string {
  const { shares, unreadable } = folder
  const objections = [...unreadable, ...strangers(shares)].map(sentence => `${printable(sentence)}\n`)
  const of = usual(shares, one => one.of)
  if (of === undefined) return objections.join('')
  const own = shares.filter(one => one.of === of)
  const known = new Set(own.map(({ share }) => share))
  const missing = Array.from({ length: of }, (_, share) => share).filter(share => !known.has(share))
  return [
    printedColumns(shares.map(one => [`${one.share}/${one.of}`, basename(one.file), ...told(one, now)])),
    missing.length === 0 ? '' : `No file of share ${missing.join(', ')} is here.\n`,
    ...objections,
    `${summed(own, of)}\n`,
  ].join('')
}

function told({ stand, seenAt: sign, host, isCopied, ...counts }: ShareStatus, now: number): string[] {
  const { fetched, pending, secondsLeft } = counts
  const read = isCopied ? `${fetched} pages read` : 'nothing copied yet'
  if (stand === 'not-begun') return ['dealt out, not begun', read, '']
  if (stand === 'done') return ['done', read, '']
  const waiting = pending === 0 ? 'none waits' : `${pending} wait, at least ${duration(secondsLeft * 1000)}`
  const left = isCopied ? waiting : ''
  const where = host === '' ? '' : ` on ${host}`
  if (stand === 'at-work') return [`at work${where}`, read, left]
  return [`silent${sign === null ? '' : ` for ${duration(now - sign)}`}${where}`, read, left]
}

function summed(own: readonly ShareStatus[], of: number): string {
  const isDone = new Set(own.filter(({ stand }) => stand === 'done').map(({ share }) => share))
  const sum = (count: (one: ShareStatus) => number): number => own.reduce((all, one) => all + count(one), 0)
  const waiting = sum(one => one.pending)
  const longest = Math.max(...own.map(one => one.secondsLeft))
  const left = waiting === 0 ? '' : `, ${waiting} wait, at least ${duration(longest * 1000)}`
  return `${isDone.size} of ${of} shares are done: ${sum(one => one.fetched)} pages read${left}.`
}

/** What does not belong together: shares of another number or list, and one share in two files. */
function strangers(shares: readonly ShareStatus[]): string[] {
  const [of, seeds] = [usual(shares, one => one.of), usual(shares.filter(one => one.isCopied), one => one.seeds)] // prettier-ignore
  const odd = shares.flatMap(({ file, share, of: own, seeds: list }) => {
    if (own !== of) return [`${basename(file)}: share ${share}/${own} lies among shares of ${of}.`]
    return list === seeds || list === ''
      ? []
      : [`${basename(file)}: it is of another seed list, or was dealt out of another corpus, than most.`]
  })
  const twice = [...Map.groupBy(shares.filter(one => one.of === of), ({ share }) => share)].flatMap(([share, files]) =>
    files.length < 2 ? [] : [`Share ${share} has ${files.length} files: ${files.map(one => basename(one.file)).join(', ')}.`],
  ) // prettier-ignore
  return [...odd, ...twice].map(sentence => `${sentence} \`merge\` takes one crawl's shares, each once.`)
}

/** What most say; of two that are as many, the first. */
function usual<Value>(shares: readonly ShareStatus[], valueOf: (one: ShareStatus) => Value): Value | undefined {
  const [most] = [...Map.groupBy(shares, valueOf)].toSorted(([, a], [, b]) => b.length - a.length)
  return most?.[0]
}
