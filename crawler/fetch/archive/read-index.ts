import { ArchiveIndex } from './archive-index.ts'
import { BrokenArchive, type BrokenReason } from './broken-archive.ts'
import type { FileBlocks } from './file-blocks.ts'
import { openMember } from './gzip-member.ts'
import type { Gap } from './next-record.ts'
import type { RecordHead } from './record-head.ts'
import { RecordCounts } from './record-counts.ts'
import { mostUnpacked, unpackSource } from './unpack-source.ts'
import { maxHeadBytes, walkRecords } from './walk-records.ts'
import type { WarcSource } from './warc-source.ts'

export interface ReadIndex {
  readonly index: ArchiveIndex
  readonly counts: RecordCounts
  /** Those given, and those that had to be unpacked. */
  readonly sources: readonly WarcSource[]
}

/**
 * Reads what `sources` hold, one after the other. One that ends in the middle of a record, after a crash, or can't be
 * understood from some record on, is read up to there, and `tell` gets a sentence.
 */
export async function readIndex(given: readonly WarcSource[], tell: (sentence: string) => void): Promise<ReadIndex> {
  const [index, counts] = [new ArchiveIndex(), new RecordCounts()]
  const sources: WarcSource[] = []
  const waiting = [...given]
  try {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const from = source
      sources.push(from)
      const take: TakeRecord = (head, offset, isOwn) => counts.count(head, index.add(head, from, offset, isOwn))
      const unpacked = await readSource(from, tell, take)
      if (unpacked !== null) waiting.unshift(unpacked)
    }
  } catch (error) {
    for (const source of [...sources, ...waiting]) await source.close()
    throw error
  }
  return { index, counts, sources }
}

type TakeRecord = (head: RecordHead, offset: number, isOwn: boolean) => void

/** Returns what is still to be read: the rest of the source, which had to be unpacked. */
async function readSource(
  source: WarcSource,
  tell: (sentence: string) => void,
  take: TakeRecord,
): Promise<WarcSource | null> {
  const blocks = await source.open()
  let isOwn = false
  let last: { readonly head: RecordHead; readonly offset: number } | null = null
  const takeLast = () => last !== null && take(last.head, last.offset, isOwn)
  try {
    const onGap = (gap: Gap): void => {
      // What claims bytes of the next record can't be told from it.
      if (gap.isClaimed || last?.offset === gap.error.offset) last = null
      tell(sayGap(source.name, gap))
    }
    for await (const { head, offset, take: bytes } of walkRecords(blocks, source.begin, onGap)) {
      takeLast()
      if (head.type === 'warcinfo') isOwn = /^software: Toile\//m.test((await bytes(1_000)).toString('latin1'))
      last = { head, offset }
    }
    takeLast()
    return null
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error
    // What was come upon before the record that is broken is whole.
    if (last?.offset !== error.offset) takeLast()
    if (error.reason === 'one-member') return await unpackRest(source, blocks, error.offset, tell)
    tell(sayBroken(source.name, error))
    return null
  } finally {
    await blocks.close()
  }
}

/** Several records in one gzip member, against WARC 1.1, annex D: none of them can be reached by itself. */
function unpackRest(
  source: WarcSource,
  blocks: FileBlocks,
  begin: number,
  tell: (sentence: string) => void,
): Promise<WarcSource> {
  let at = begin
  async function* pieces(): AsyncGenerator<Buffer> {
    while ((await blocks.at(at)).length > 0) {
      const member = openMember(blocks, at)
      yield* member.unpacked
      at = member.end()
    }
  }
  return unpackSource(source.name, pieces(), {
    mostBytes: () => mostUnpacked(blocks.reached() - begin),
    onCut: error =>
      tell(
        error instanceof BrokenArchive
          ? sayBroken(source.name, error)
          : `${source.name}: ${(error as Error).message}; what stands before is read`,
      ),
  })
}

const found: Readonly<Record<BrokenReason, string>> = {
  cut: 'the file ends in the middle of the record that begins there; what stands before it is read',
  damaged: 'damaged gzip data found; what stands before it is read, what follows is not',
  'no-record':
    'no WARC record with a version and a Content-Length found, nor one of ARC; what stands before it is read, what follows is not',
  'long-head': `a head of more than ${maxHeadBytes} bytes found; what stands before it is read, what follows is not`,
  'one-member': 'several records in one gzip member found',
}

const sayGap = (name: string, { error: { offset, reason }, resumedAt }: Gap): string =>
  `${name}: byte ${offset}: ${atGap[reason]}; reading goes on at byte ${resumedAt}`

const atGap: Readonly<Record<BrokenReason, string>> = {
  cut: 'a record found that says a wrong length, and is left out',
  damaged: 'damaged gzip data found',
  'no-record':
    'no WARC record with a version and a Content-Length found, nor one of ARC: the one before says a wrong length',
  'long-head': `a head of more than ${maxHeadBytes} bytes found`,
  'one-member': 'several records in one gzip member found',
}

const sayBroken = (name: string, { offset, reason }: BrokenArchive): string =>
  `${name}: byte ${offset}: ${found[reason]}`
