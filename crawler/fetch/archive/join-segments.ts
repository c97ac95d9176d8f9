import type { RecordSpot, Segment } from './archive-index.ts'
import type { ReadRecord } from './read-record.ts'

/** More would be a file for each kilobyte of a page. */
const mostSegments = 1_000

/**
 * A record that was cut over several (WARC 1.1, 7, 'Record segmentation'), with the blocks of those that follow it put behind its own, `mostBytes` in
 * sum at most. One that lacks its end keeps its segment number, which says so.
 */
export async function joinSegments(
  first: ReadRecord,
  segments: readonly Segment[],
  read: (spot: RecordSpot) => Promise<ReadRecord | null>,
  mostBytes: number,
): Promise<ReadRecord> {
  const blocks = [first.block]
  let size = first.block.length
  let isWhole = false
  for (let number = 2; number <= mostSegments && size < mostBytes && !isWhole && !first.isBeyond; number += 1) {
    const spot = segments.find(segment => segment.number === number)
    const next = spot === undefined ? null : await read(spot)
    if (next === null) break
    blocks.push(next.block)
    size += next.block.length
    isWhole = next.head.header('WARC-Segment-Total-Length') !== null
  }
  const block = Buffer.concat(blocks).subarray(0, mostBytes)
  const { head } = first
  const header: typeof head.header = name => (/^WARC-Segment-Number$/i.test(name) ? null : head.header(name))
  return { head: isWhole ? { ...head, header } : head, block, isBeyond: first.isBeyond || size > mostBytes }
}
