import { recordedAddress } from '../archive/archive-index.ts'
import { bufferBlocks } from '../archive/file-blocks.ts'
import { readRecord, type ReadRecord } from '../archive/read-record.ts'
import { readRecordedAnswer } from '../archive/recorded-answer.ts'
import { maxHeadBytes } from '../archive/walk-records.ts'
import { Refusal } from '../refusal.ts'
import { askArchive, ownAnswer } from './ask-archive.ts'
import type { AskedArchive, ReadCapture, Reading } from './asked-capture.ts'
import {
  askIndex,
  CaptureLists,
  daysAround,
  enter,
  type ListingContext,
  type NoIndex,
  type ReadListing,
} from './list-captures.ts'
import { type CdxRow, readCdx } from './read-cdx.ts'

/** How a crawl of Common Crawl is asked. */
export interface CommonCrawlContext extends ListingContext {
  /** A record lies in the file that the index names, below this address. */
  readonly data: string
}

/**
 * One crawl of Common Crawl: its index answers in numbered pages, and names for each capture the bytes of a file in which its record lies. Those are asked for
 * by a Range, and are one gzip member: a WARC record, or one of ARC before 2013 (https://commoncrawl.org/get-started, index.commoncrawl.org).
 */
export function commonCrawl(context: CommonCrawlContext): AskedArchive<CdxRow> {
  const lists = new CaptureLists(context, readPages)
  return {
    list: (url, signal) => lists.of(url, signal),
    read: (row, reading) => readCapture(context, row, { lists, ...reading }),
    mementoOf,
  }
}

/** Nobody shows it: it is named by its place. */
const mementoOf = ({ record }: CdxRow): string => (record === null ? '' : `${record.file}:${record.offset}`)

/** An index of more pages than this is no site's. */
const mostPages = 400

const readPages: ReadListing = async ({ service, target, asking, kept }, { what, isPrefix }, signal) => {
  const [from, to] = daysAround(target)
  const query = new URLSearchParams({ url: what, output: 'json', from, to, matchType: isPrefix ? 'prefix' : 'exact' })
  const ask = async (address: string): Promise<string | Refusal | NoIndex> => {
    const known = kept.read(address)
    const text = known ?? (await askIndex(asking, service, address, signal))
    const isText = typeof text === 'string' && text !== 'no-index' && text !== 'silent'
    if (known === null && isText) kept.keep(address, text)
    return text
  }
  const count = await ask(`${service.index}?${query}&showNumPages=true`)
  if (count instanceof Refusal || count === 'no-index' || count === 'silent') return count
  const rows = new Map<string, CdxRow[]>()
  const pages = pagesOf(count)
  for (let page = 0; page < Math.min(pages, mostPages); page++) {
    const text = await ask(`${service.index}?${query}&page=${page}`)
    if (text instanceof Refusal || text === 'no-index' || text === 'silent') return text
    const read = readCdx(text)
    if (read === null) return 'no-index'
    enter(rows, read.rows)
  }
  return { rows, isCut: pages > mostPages }
}

/** '{"pages": 3, "pageSize": 5, "blocks": 12}', or the number alone. */
function pagesOf(text: string): number {
  const [, pages = '0'] = /^\s*(?:\{.{0,200}?"pages"\s{0,9}:\s{0,9})?(\d{1,6})/s.exec(text) ?? []
  return Number(pages)
}

/** No record is packed into more: bodies are cut at 1 MiB, or 5. */
const mostRecordBytes = 20_000_000

async function readCapture(
  context: CommonCrawlContext,
  row: CdxRow,
  { lists, ...reading }: Reading & { readonly lists: CaptureLists },
): Promise<ReadCapture | Refusal> {
  const read = await askRecord(context, row, reading)
  if (read instanceof Refusal) return read
  const first = read.head.type === 'revisit' ? await payloadOf(context, row, { lists, ...reading }) : read
  if (first instanceof Refusal) return first
  const answer = readRecordedAnswer(first)
  if (answer === null) return failed('its record holds no answer')
  const isCut = row.record?.isCut === true && !answer.limits.includes('incomplete-body')
  const limits = isCut ? [...answer.limits, 'incomplete-body'] : answer.limits
  return { at: row.at, answer: { ...answer, limits }, memento: mementoOf(row) }
}

/** A revisit holds no payload: another capture of the address in the listing has it. */
async function payloadOf(
  context: CommonCrawlContext,
  { url, digest }: CdxRow,
  { lists, ...reading }: Reading & { readonly lists: CaptureLists },
): Promise<ReadRecord | Refusal> {
  const listed = await lists.of(url, reading.signal)
  if (listed instanceof Refusal) return listed
  const first = listed.rows.find(row => row.digest === digest && digest !== '' && row.status !== null)
  return first === undefined ? failed('its record repeats one that is not listed') : askRecord(context, first, reading)
}

async function askRecord(
  { data, service, asking }: CommonCrawlContext,
  { record, url }: CdxRow,
  { maxBytes, signal }: Reading,
): Promise<ReadRecord | Refusal> {
  if (record === null || record.length > mostRecordBytes) return failed('its index names no record')
  const { file, offset, length } = record
  const range = `bytes=${offset}-${offset + length - 1}`
  const question = { address: data + file, range, delayMs: service.delayMs, maxBytes: length, signal }
  const answer = await askArchive(asking, question)
  if (answer instanceof Refusal) return answer
  if (answer.status !== 206) {
    const said = ownAnswer(answer)
    return said instanceof Refusal ? said : failed('it gave no part of the file')
  }
  const source = { name: file, open: async () => bufferBlocks(answer.body) }
  // Bytes at hand can't be read for one reason alone: they are no record.
  const read = await readRecord(source, 0, maxHeadBytes + maxBytes + 1).catch(() => null)
  return read !== null && recordedAddress(read.head.url) === url ? read : failed('no record of the address lies there')
}

const failed = (detail: string): Refusal => new Refusal('archive-failed', detail, 'NOT_ARCHIVED')
