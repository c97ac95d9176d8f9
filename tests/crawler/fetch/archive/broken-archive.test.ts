import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { readCopy } from '#crawler/fetch/archive/read-copy.ts'
import { maxHeadBytes } from '#crawler/fetch/archive/walk-records.ts'
import { openReplay, textOf } from './invented-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-broken-'))
afterAll(() => rmSync(folder, { recursive: true }))

const block = (html: string, head = ''): string => `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${head}\r\n${html}`
const record = (path: string, content = block(path), head = ''): Buffer =>
  Buffer.from(
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example${path}\r\n${head}` +
      `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`,
  )

/** What is read of a folder with one such file, and what is told. */
async function read(bytes: Buffer, name = 'a.warc') {
  const own = mkdtempSync(join(folder, 'one-'))
  writeFileSync(join(own, name), bytes)
  const replay = await openReplay(own)
  const urls = [...replay.urls()]
  const outcomes = await Promise.all(urls.map(url => replay.ask(url)))
  const copies = await Promise.all(
    urls.map((url, at) => {
      const place = outcomes[at]!.archived
      return place ? readCopy(place, url) : null
    }),
  )
  await replay.close()
  rmSync(own, { recursive: true })
  const texts = outcomes.map(textOf)
  expect(copies.flatMap((copy, at) => (copy === null || copy.html === texts[at] ? [] : [copy.html]))).toEqual([])
  return { told: replay.told.slice(0, -1), paths: urls.map(url => new URL(url).pathname), texts }
}

const paths = ['/1', '/2', '/3']
const plain = paths.map(path => record(path))
const packed = plain.map(bytes => gzipSync(bytes))
const [lineEnds, trailer] = [4, 0]

/** Each file of these records, cut behind each of its bytes. */
async function expectCutsRead(records: readonly Buffer[], spare: number): Promise<void> {
  const file = Buffer.concat(records)
  const ends = records.map((_, at) => Buffer.concat(records.slice(0, at + 1)).length)
  for (let length = 1; length <= file.length; length += 1) {
    const { paths: found, texts, told } = await read(file.subarray(0, length))
    const whole = paths.filter((_, at) => ends[at]! - spare <= length)
    expect({ length, found, texts }).toEqual({ length, found: whole, texts: whole })
    const isBetween = length < 9 || ends.some(end => end - spare <= length && length <= end)
    if (!isBetween) expect(told, String(length)).toHaveLength(1)
  }
}

describe('a file that a kill or a power cut left', () => {
  it('is read up to there and told of, wherever it ends', async () => {
    await expectCutsRead(plain, lineEnds)
  })

  it('so is a packed one', async () => {
    await expectCutsRead(packed, trailer)
  })

  it('the sentence names the file and the byte', async () => {
    const { told } = await read(Buffer.concat([plain[0]!, plain[1]!.subarray(0, 80)]))
    expect(told[0]).toMatch(
      new RegExp(`a\\.warc: byte ${plain[0]!.length}: the file ends in the middle of the record that begins there;`),
    )
  })
})

describe('a file that is not as it should be', () => {
  it('gives no more than its sound records when any byte of it is damaged', async () => {
    const file = Buffer.concat(packed)
    for (let at = 0; at < file.length; at += 3) {
      const damaged = Buffer.from(file)
      damaged[at]! ^= 0x55
      const { texts } = await read(damaged, 'a.warc.gz')
      // Time and system in a member's head are nobody's text.
      expect(paths.filter(path => texts.includes(path))).toEqual(texts)
    }
  })

  const damages: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a head of line ends alone', Buffer.from(`WARC/1.1${'\n'.repeat(1_000_000)}`), /no WARC record/],
    ['a head of carriage returns', Buffer.from(`WARC/1.1${'\r'.repeat(1_000_000)}`), /head of more than 65536 bytes/],
    ['a head of many fields', Buffer.from(`WARC/1.1\r\n${'a: b\r\n'.repeat(200_000)}`), /head of more than/],
    ['a head of colons', record('/x', 'x', `a${':'.repeat(maxHeadBytes)}\r\n`), /head of more than/],
    ['a record without a length', Buffer.from('WARC/1.1\r\nWARC-Type: response\r\n\r\n\r\n\r\nx'), /no WARC record/],
    ['a length that is none', record('/x', 'x', 'Content-Length: -1\r\n'), /no WARC record/],
    ['a length beyond the file', record('/x', 'x', 'Content-Length: 999999999999999\r\n'), /wrong length/],
    ['what is no archive', Buffer.from('<html>'), /no WARC record/],
  ]
  it.each(damages)(
    'is read up to %s, and from the next line on that begins like a record',
    async (_, bytes, sentence) => {
      const { paths: found, told } = await read(Buffer.concat([plain[0]!, bytes, plain[1]!]))
      expect(found).toEqual(bytes.at(-1) === 10 ? ['/1', '/2'] : ['/1'])
      expect(told).toEqual([expect.stringMatching(sentence)])
    },
  )

  it('is read when all its records, or some of them, are one gzip member', async () => {
    expect(await read(gzipSync(Buffer.concat(plain)), 'a.warc.gz')).toEqual({ told: [], paths, texts: paths })
    const both = Buffer.concat([packed[0]!, gzipSync(Buffer.concat(plain.slice(1)))])
    expect(await read(both, 'a.warc.gz')).toEqual({ told: [], paths, texts: paths })
  })
})

describe('a record', () => {
  it('may have as long a head as the bound, and so may its answer; a longer one is no HTTP', async () => {
    const long = `x: ${'a'.repeat(60_000)}\r\n`
    const page = record('/long', block('read', long), long)
    const beyond = record('/beyond', block('not read', long + long))
    const { paths: found, texts, told } = await read(Buffer.concat([page, beyond]))
    expect([found, texts, told]).toEqual([['/long', '/beyond'], ['read', 'protocol'], []])
  })

  it('may have lines without carriage returns, folded lines, an address in angles', async () => {
    const content = block('read')
    const odd = Buffer.from(
      `WARC/1.0\nwarc-type:\n response\nWARC-Target-URI: <http://a.example/odd>\ncontent-length: ${content.length}\n\n${content}\n\n`,
    )
    const { paths: found, texts } = await read(Buffer.concat([odd, plain[0]!]))
    expect([found, texts]).toEqual([
      ['/odd', '/1'],
      ['read', '/1'],
    ])
  })

  it('may have the mark of UTF-8 before it, at the beginning of a file or of a member', async () => {
    const mark = Buffer.from([0xef, 0xbb, 0xbf])
    expect(await read(Buffer.concat([mark, ...plain]))).toEqual({ told: [], paths, texts: paths })
    const [first, ...others] = plain
    const members = Buffer.concat([gzipSync(Buffer.concat([mark, first!])), ...others.map(one => gzipSync(one))])
    expect(await read(members, 'a.warc.gz')).toEqual({ told: [], paths, texts: paths })
    expect(await read(gzipSync(Buffer.concat([mark, ...plain])), 'a.warc.gz')).toEqual({
      told: [],
      paths,
      texts: paths,
    })
  })

  it('may stand in a member with an extra field, a name, a comment and a checksum of its head (RFC 1952)', async () => {
    const member = gzipSync(plain[0]!)
    const head = Buffer.from([...member.subarray(0, 3), 2 | 4 | 8 | 16, ...member.subarray(4, 10), 3, 0, 1, 2, 3])
    const named = Buffer.concat([head, Buffer.from('a.warc\0a comment\0')])
    const sum = Buffer.alloc(2)
    sum.writeUInt16LE(crc32(named) & 0xffff)
    const { texts, told } = await read(Buffer.concat([named, sum, member.subarray(10), packed[1]!]), 'a.warc.gz')
    expect([texts, told]).toEqual([['/1', '/2'], []])
  })

  it('may be longer than what is read at a time, packed or not', async () => {
    const texts = [1, 2, 3].map(n =>
      Array.from({ length: 40_000 }, (_, at) => Math.imul(at + n, 2_654_435_761)).join(' '),
    )
    const records = texts.map((text, at) => record(`/${at}`, block(text)))
    for (const [name, bytes] of [
      ['a.warc', Buffer.concat(records)],
      ['a.warc.gz', Buffer.concat(records.map(one => gzipSync(one)))],
    ] as const)
      expect((await read(bytes, name)).texts).toEqual(texts)
  })
})

describe('a record that says a wrong length', () => {
  const lying = (path: string, by: number): Buffer => {
    const text = record(path).toString('latin1')
    const [, length] = /Content-Length: (\d+)/.exec(text)!
    return Buffer.from(text.replace(`Content-Length: ${length}`, `Content-Length: ${Number(length) + by}`), 'latin1')
  }

  it.each([
    ['plain', 30, ['/1', '/3']],
    ['plain', 200, ['/1', '/3']],
    ['plain', 1_000_000, ['/1', '/3']],
    ['packed', 30, ['/1', '/3']],
    ['packed', 1_000_000, ['/1', '/3']],
    ['packed', -3, ['/1', '/3']],
  ])('(%s, %i bytes off) costs no other record, and is told with the byte', async (form, by, expected) => {
    const records = [record('/1'), lying('/2', by), record('/3')]
    const file = Buffer.concat(form === 'packed' ? records.map(bytes => gzipSync(bytes)) : records)
    const { told, paths: found, texts } = await read(file)
    expect([found, texts]).toEqual([expected, expected])
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/a\.warc: byte \d+: .*; reading goes on at byte \d+$/)
  })

  it('that is too short is read as far as it says', async () => {
    const { told, paths: found, texts } = await read(Buffer.concat([record('/1'), lying('/2', -1), record('/3')]))
    expect([found, texts]).toEqual([paths, ['/1', '/', '/3']])
    expect(told).toHaveLength(1)
  })

  it('costs what comes behind it where that is no record either', async () => {
    const { told, paths: found } = await read(Buffer.concat([record('/1'), lying('/2', 1_000), Buffer.from('rubbish')]))
    expect(found).toEqual(['/1'])
    expect(told).toHaveLength(1)
  })

  it('or one damaged, or rubbish between members, costs no other of a packed file', async () => {
    const broken = Buffer.from(packed[1]!)
    broken[20]! ^= 0xff
    for (const middle of [broken, Buffer.from('rubbish that nobody packed'), packed[1]!.subarray(0, 50)]) {
      const { told, paths: found } = await read(Buffer.concat([packed[0]!, middle, packed[2]!]))
      expect(found).toEqual(['/1', '/3'])
      expect(told).toHaveLength(1)
    }
  })

  it('a thousand times ends in a sentence, in bounded time', async () => {
    const { told, paths: found } = await read(
      Buffer.concat(Array.from({ length: 1_000 }, (_, at) => lying(`/${at}`, 1_000_000))),
    )
    expect(found).toEqual([])
    expect(told).toHaveLength(101)
  })
})

describe('a record in segments', () => {
  const whole = block(`/1 ${'words '.repeat(50)}`)
  const segment = (number: number, text: string, more = ''): Buffer =>
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: ${number === 1 ? 'response' : 'continuation'}\r\nWARC-Target-URI: http://a.example/1\r\n` +
        `WARC-Record-ID: <urn:x:${number}>\r\nWARC-Segment-Number: ${number}\r\n${number === 1 ? '' : 'WARC-Segment-Origin-ID: <urn:x:1>\r\n'}` +
        `${more}Content-Length: ${text.length}\r\n\r\n${text}\r\n\r\n`,
    )
  const parts = [whole.slice(0, 60), whole.slice(60, 130), whole.slice(130)]
  const total = `WARC-Segment-Total-Length: ${whole.length}\r\n`
  const segments = parts.map((part, at) => segment(at + 1, part, at === 2 ? total : ''))
  const openWith = async (...records: Buffer[]) => {
    const own = mkdtempSync(join(folder, 'segments-'))
    writeFileSync(join(own, 'a.warc'), Buffer.concat(records))
    const replay = await openReplay(own)
    const [url] = [...replay.urls()]
    const outcome = await replay.ask(url!)
    await replay.close()
    return outcome
  }

  it('is joined, in whatever order they come', async () => {
    const [first, second, third] = segments
    for (const records of [segments, [third!, first!, second!]]) {
      const outcome = await openWith(...records)
      expect(textOf(outcome)).toBe(whole.slice(whole.lastIndexOf('/1')))
      expect(outcome.limits ?? []).toEqual([])
    }
  })

  it('that lacks its end or a part of it is read up to there, and has its limit', async () => {
    for (const [records, text] of [
      [[segments[0]!], parts[0]!],
      [[segments[0]!, segments[1]!], parts[0]! + parts[1]!],
      [[segments[0]!, segments[2]!], parts[0]!],
    ] as const) {
      const outcome = await openWith(...records)
      expect(textOf(outcome)).toBe(text.slice(text.lastIndexOf('/1')))
      expect(outcome.limits).toEqual(['incomplete-body'])
    }
  })
})
