import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openFolderArchive } from '#crawler/fetch/archive/folder-archive.ts'
import type { RecordedExchange } from '#crawler/fetch/archive/web-archive.ts'
import { readCopy } from '#crawler/fetch/archive/read-copy.ts'
import { Mistake } from '#data/mistake.ts'
import { archiveFolder, httpBlock, openReplay, readFiles, responseOf, warcRecord } from './invented-archive.ts'
import { zipOf } from './invented-zip.ts'

const site = 'http://a.example'
const page = '<!doctype html><p>une page, répétée</p>'
const long = `<!doctype html>${'<p>Une phrase de plus, et encore une.</p>'.repeat(200)}`
const folders: (() => void)[] = []
afterAll(() => folders.forEach(remove => remove()))

/** What is read of one response record of '/'. */
async function readBlock(block: Buffer | string, fields: Record<string, string | number> = {}): Promise<string> {
  return (await readFiles({ 'a.warc': warcRecord('response', `${site}/`, block, fields) }, [`${site}/`])).texts[0]!
}

describe('a response as other programs keep it', () => {
  const codings: readonly (readonly [string, Buffer])[] = [
    ['gzip', gzipSync(page)],
    ['x-gzip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['br', brotliCompressSync(page)],
    ['zstd', zstdCompressSync(page)],
  ]
  it.each(codings)('is read packed by %s, and undone of it', async (coding, packed) => {
    const lines = [`Content-Encoding: ${coding}`, `Content-Length: ${packed.length}`]
    expect(await readBlock(httpBlock(packed, lines))).toBe(page)
    expect(await readBlock(httpBlock(page, lines))).toBe(page)
    expect(await readBlock(httpBlock(long, lines))).toBe(long)
  })

  const chunked = ['Transfer-Encoding: chunked']
  const chunksOf = (...parts: readonly string[]): string =>
    [...parts, ''].map(part => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`).join('')
  const chunkings: readonly (readonly [string, string, string])[] = [
    ['in chunks', chunksOf('<p>one', '<p>two'), '<p>one<p>two'],
    ['in one chunk', chunksOf(page), page],
    ['undone of its chunks', page, page],
    ['undone of its chunks, beginning with what could be a size', 'a\r\n<p>that is no size', 'a\r\n<p>that is no size'],
    ['in chunks with extensions', `6;a=b\r\n<p>one\r\n0\r\n\r\n`, '<p>one'],
    ['cut between two chunks', '6\r\n<p>one\r\n', '<p>one'],
    ['cut in a chunk', '40\r\n<p>one', '<p>one'],
  ]
  it.each(chunkings)('is read %s', async (_, body, text) => {
    expect(await readBlock(httpBlock(body, chunked))).toBe(text)
  })

  it('is read in chunks and packed', async () => {
    const packed = gzipSync(page)
    const body = Buffer.concat([Buffer.from(`${packed.length.toString(16)}\r\n`), packed, Buffer.from('\r\n0\r\n\r\n')])
    expect(await readBlock(httpBlock(body, [...chunked, 'Content-Encoding: gzip']))).toBe(page)
  })

  const heads: readonly (readonly [string, string])[] = [
    ['of HTTP/2', 'HTTP/2 200\r\ncontent-type: text/html\r\n\r\n'],
    ['of HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n'],
    ['without a reason', 'HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n'],
    ['with bare line feeds', 'HTTP/1.1 200 OK\nContent-Type: text/html\n\n'],
    ['after an early hint', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'],
    [
      'with two lengths',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    ],
    ['with a wish of then', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nRetry-After: 3600\r\n\r\n'],
  ]
  it.each(heads)('is read %s', async (_, head) => {
    expect(await readBlock(Buffer.from(head + page))).toBe(page)
  })

  it.each(['100 Continue', '101 Switching Protocols', '103 Early Hints', '199 x'])(
    'that is only %s is no answer, and nobody waits for one',
    async status => {
      const { texts } = await readFiles(
        { 'a.warc': warcRecord('response', `${site}/`, `HTTP/1.1 ${status}\r\n\r\n${page}`) },
        [`${site}/`],
      )
      expect(texts).toEqual(['protocol'])
    },
  )

  it('says what was cut, as a limit, and is read all the same', async () => {
    for (const why of ['length', 'disconnect', 'unspecified']) {
      const { folder, remove } = archiveFolder({ 'a.warc': responseOf(`${site}/`, page, { 'WARC-Truncated': why }) })
      folders.push(remove)
      expect(await (await openReplay(folder)).ask(`${site}/`)).toMatchObject({ limits: ['incomplete-body'] })
    }
    expect(await readBlock(httpBlock(page), { 'WARC-Truncated': 'time' })).toBe('timeout')
    expect(await readBlock(httpBlock(''), { 'WARC-Truncated': 'disconnect' })).toBe('incomplete')
  })

  it('is read with a bound, whatever its length', async () => {
    const huge = Buffer.alloc(3_000_000, 'x')
    const { folder, remove } = archiveFolder({
      'a.warc': Buffer.concat([warcRecord('response', `${site}/`, httpBlock(huge)), responseOf(`${site}/2`, page)]),
    })
    folders.push(remove)
    const replay = await openReplay(folder)
    expect(await replay.ask(`${site}/`, { maxBytes: 1000 })).toMatchObject({ kind: 'failed', slug: 'too-large' })
    expect(await replay.ask(`${site}/`, { maxBytes: 1000, tooLarge: 'cut' })).toMatchObject({
      bytes: 1000,
      cut: 'size',
    })
    const found = (await replay.find(`${site}/` as never, 1000)) as RecordedExchange
    expect(found.answer!.body.length).toBeLessThan(70_000)
    expect(await replay.ask(`${site}/2`)).toMatchObject({ body: Buffer.from(page) })
  })
})

describe('records that are not responses', () => {
  const profile = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'
  const first = responseOf(`${site}/`, page, { 'WARC-Payload-Digest': 'sha1:AAAABBBBCCCCDDDD' })

  it('revisit: the payload is that of the address and date referred to, else that of its digest', async () => {
    const head = httpBlock('', ['X-Again: 1'])
    const refers = { 'WARC-Refers-To-Target-URI': `${site}/`, 'WARC-Refers-To-Date': '2020-01-01T00:00:00Z' }
    const digest = { 'WARC-Payload-Digest': 'sha1:AAAABBBBCCCCDDDD' }
    const revisit = (path: string, fields: Record<string, string>, block = head): Buffer =>
      warcRecord('revisit', site + path, block, { 'WARC-Date': '2021-01-01T00:00:00Z', ...fields })
    const records = [
      revisit('/before', { 'WARC-Profile': profile, ...digest }),
      first,
      revisit('/named', { 'WARC-Profile': profile, ...refers }),
      revisit('/old', { 'WARC-Profile': profile.replace('1.1', '1.0'), ...digest }, Buffer.alloc(0)),
      revisit('/elsewhere', { 'WARC-Profile': profile.replace('identical', 'uri-agnostic-identical'), ...digest }),
      revisit('/unknown', { 'WARC-Profile': 'http://a.example/profile', ...digest }),
      revisit('/dangling', { 'WARC-Profile': profile, 'WARC-Payload-Digest': 'sha1:NOWHERE' }),
      revisit(
        '/moved',
        { 'WARC-Profile': profile, ...digest },
        httpBlock('', ['Location: /named'], 'HTTP/1.1 301 Moved'),
      ),
    ]
    const paths = ['/before', '/named', '/old', '/elsewhere', '/unknown', '/dangling', '/moved']
    const { texts, told } = await readFiles(
      { 'a.warc': Buffer.concat(records) },
      paths.map(path => site + path),
    )
    expect(texts).toEqual([page, page, page, page, 'not-archived', 'not-archived', `→ ${site}/named`])
    expect(told).toEqual(['FOLDER: 8 records read (7 revisit, 1 response), 0 skipped'])
  })

  it('revisit of what the server said had not changed: what was received before', async () => {
    const same = warcRecord('revisit', `${site}/`, 'HTTP/1.1 304 Not Modified\r\n\r\n', {
      'WARC-Profile': profile.replace('identical-payload-digest', 'server-not-modified'),
      'WARC-Date': '2021-01-01T00:00:00Z',
    })
    const plain = warcRecord('response', `${site}/`, 'HTTP/1.1 304 Not Modified\r\n\r\n', {
      'WARC-Date': '2022-01-01T00:00:00Z',
    })
    expect((await readFiles({ 'a.warc': Buffer.concat([first, same, plain]) }, [`${site}/`])).texts).toEqual([page])
    expect((await readFiles({ 'a.warc': Buffer.concat([same, plain]) }, [`${site}/`])).texts).toEqual(['not-archived'])
  })

  it('resource: a body without HTTP; others are skipped and counted', async () => {
    const html = { 'Content-Type': 'text/html' }
    const files = {
      'a.warc': Buffer.concat([
        warcRecord('warcinfo', '', 'software: another\r\n'),
        warcRecord('resource', `${site}/`, Buffer.from(page), html),
        warcRecord('resource', `${site}/picture`, 'GIF89a', { 'Content-Type': 'image/gif' }),
        warcRecord('resource', 'metadata://a.example/log', 'x'),
        warcRecord('response', 'dns:a.example', '20200101 a.example. IN A 192.0.2.1', { 'Content-Type': 'text/dns' }),
        warcRecord('response', 'ftp://a.example/', 'x'),
        warcRecord('metadata', `${site}/meta`, 'x'),
        warcRecord('conversion', `${site}/text`, 'only its words', { 'Content-Type': 'text/plain' }),
        warcRecord('continuation', `${site}/rest`, 'x'),
        warcRecord('strange', `${site}/strange`, 'x'),
      ]),
    }
    const paths = ['/', '/picture', '/meta', '/text', '/rest', '/strange']
    const { texts, told } = await readFiles(
      files,
      paths.map(path => site + path),
    )
    expect(texts).toEqual([page, 'not-html', ...paths.slice(2).map(() => 'not-archived')])
    expect(told).toEqual([
      'FOLDER: 2 records read (2 resource), 8 skipped (1 warcinfo, 3 of other schemes, 1 metadata, 1 conversion, 1 continuation, 1 of unknown types)',
    ])
  })
})

describe('addresses in another form', () => {
  const forms: readonly (readonly [recorded: string, asked: string])[] = [
    ['HTTP://A.Example:80/x', `${site}/x`],
    [`${site}/x#part`, `${site}/x`],
    [`<${site}/x>`, `${site}/x`],
    [`${site}/x;jsessionid=0A1B2C3D4E5F60718293A4B5C6D7E8F9`, `${site}/x`],
    [`${site}/x?PHPSESSID=0a1b2c3d4e5f60718293a4b5c6d7e8f9`, `${site}/x`],
    [`${site}/a%7eb%2dc`, `${site}/a~b-c`],
    [`${site}/a b`, `${site}/a%20b`],
    ['http://b\u00fccher.example/', 'http://xn--bcher-kva.example/'],
    ['https://a.example/x', `${site}/x`],
    ['http://www.a.example/x', `${site}/x`],
    [`${site}/x`, 'https://www.a.example/x'],
    [`${site}/x/`, `${site}/x`],
    [`${site}/X`, `${site}/x`],
    [`${site}/x?b=2&a=1`, `${site}/x?a=1&b=2`],
  ]
  it.each(forms)('%s is found by %s', async (recorded, asked) => {
    const bytes = Buffer.from(
      responseOf('RECORDED', page).toString('latin1').replace('RECORDED', Buffer.from(recorded).toString('latin1')),
      'latin1',
    )
    expect((await readFiles({ 'a.warc': bytes }, [asked])).texts).toEqual([page])
  })

  it('the very address comes first, and links resolve against the one recorded', async () => {
    const files = {
      'a.warc': Buffer.concat([
        responseOf('https://a.example/x', 'other scheme'),
        responseOf(`${site}/x`, 'very'),
        responseOf(`${site}/X`, 'other case'),
        responseOf(`${site}/folder/`, page),
      ]),
    }
    expect((await readFiles(files, [`${site}/x`, `${site}/X`, 'https://a.example/x'])).texts).toEqual([
      'very',
      'other case',
      'other scheme',
    ])
    const { folder, remove } = archiveFolder(files)
    folders.push(remove)
    expect(await (await openReplay(folder)).ask(`${site}/folder`)).toMatchObject({
      url: `${site}/folder`,
      base: `${site}/folder/`,
    })
  })

  it('a redirect to the very address asked for, recorded under another spelling, is none', async () => {
    const moved = warcRecord(
      'response',
      `${site}/x`,
      httpBlock('', [`Location: https://a.example/x`], 'HTTP/1.1 301 Moved'),
    )
    expect((await readFiles({ 'a.warc': moved }, [`${site}/x`, 'https://a.example/x'])).texts).toEqual([
      '→ https://a.example/x',
      'not-archived',
    ])
  })

  it('a redirect that says nowhere to go is what it shows, under another spelling too', async () => {
    const lost = warcRecord('response', `${site}/x`, httpBlock(page, [], 'HTTP/1.1 302 Found'))
    expect((await readFiles({ 'a.warc': lost }, [`${site}/x`, 'https://a.example/x'])).texts).toEqual([page, page])
  })

  it('a head alone that states a body is no capture where there is another', async () => {
    // As archives hold it of what the browser that was recorded had kept itself.
    const hollow = (path: string, date: string) =>
      warcRecord('response', `${site}${path}`, httpBlock('', ['Content-Length: 275622']), { 'WARC-Date': date })
    const bytes = Buffer.concat([
      responseOf(`${site}/x`, page, { 'WARC-Date': '2018-01-23T16:00:00Z' }),
      hollow('/x', '2018-01-23T16:24:36Z'),
      hollow('/y', '2018-01-23T16:24:36Z'),
      warcRecord('response', `${site}/z`, httpBlock('', ['Content-Length: 0']), {
        'WARC-Date': '2019-01-01T00:00:00Z',
      }),
      responseOf(`${site}/z`, page, { 'WARC-Date': '2018-01-01T00:00:00Z' }),
    ])
    expect((await readFiles({ 'a.warc': bytes }, [`${site}/x`, `${site}/y`, `${site}/z`])).texts).toEqual([
      page,
      '',
      '',
    ])
  })

  it('of several captures the last by date is taken, whatever file it is in', async () => {
    const of = (text: string, year: number): Buffer =>
      responseOf(`${site}/`, text, { 'WARC-Date': `${year}-05-01T00:00:00Z` })
    const files = { 'a.warc': Buffer.concat([of('2019', 2019), of('2021', 2021)]), 'b.warc': of('2020', 2020) }
    expect((await readFiles(files, [`${site}/`])).texts).toEqual(['2021'])
  })
})

describe('files and folders', () => {
  it('WARC 0.18, 1.0 and 1.1, in subfolders, packed or not, finished or not', async () => {
    const of = (path: string, version: string): Buffer =>
      warcRecord('response', site + path, httpBlock(path), {}, version)
    const files = {
      'a.warc': of('/a', '0.18'),
      'x/y/B.WARC.GZ': gzipSync(of('/b', '1.0')),
      'x/c.warc.gz.open': gzipSync(of('/c', '1.1')),
      'x/c.cdx': Buffer.from(' CDX N b a m s k r M S V g\n'),
    }
    expect(
      await readFiles(
        files,
        ['/a', '/b', '/c'].map(path => site + path),
      ),
    ).toEqual({
      texts: ['/a', '/b', '/c'],
      told: ['FOLDER: 3 records read (3 response), 0 skipped'],
    })
  })

  const arcs: readonly (readonly [string, string, (length: number) => string])[] = [
    [
      '1',
      'URL IP-address Archive-date Content-type Archive-length',
      length => `${site}/ 192.0.2.7 20080604151515 text/html ${length}`,
    ],
    [
      '2',
      'URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length',
      length => `${site}/ 192.0.2.7 20080604151515 text/html 200 - - 0 a.arc ${length}`,
    ],
  ]
  it.each(arcs)('ARC version %s, packed or not', async (version, fields, line) => {
    const about = `${version} 0 an archive\n${fields}\n\n`
    const block = httpBlock(page)
    const records = [
      Buffer.from(`filedesc://a.arc 0.0.0.0 20080604151515 text/plain ${about.length}\n${about}\n`),
      Buffer.concat([Buffer.from(`${line(block.length)}\n`), block, Buffer.from('\n')]),
      Buffer.from(`dns:a.example 192.0.2.1 20080604151515 text/dns 3\nabc\n`),
    ]
    const packed = Buffer.concat(records.map(bytes => gzipSync(bytes)))
    for (const files of [
      { 'a.arc': Buffer.concat(records) },
      { 'a.arc.gz': packed },
      { 'a.arc.gz': gzipSync(Buffer.concat(records)) },
    ])
      expect(await readFiles(files as never, [`${site}/`])).toEqual({
        texts: [page],
        told: ['FOLDER: 1 records read (1 response), 2 skipped (1 warcinfo, 1 of other schemes)'],
      })
    const { folder, remove } = archiveFolder({ 'a.arc.gz': packed })
    folders.push(remove)
    const outcome = await (await openReplay(folder)).ask(`${site}/`)
    expect(outcome).toMatchObject({ startedAt: Date.UTC(2008, 5, 4, 15, 15, 15), ip: '192.0.2.7' })
    expect((await readCopy(outcome.archived!, `${site}/`))?.html).toBe(page)
  })

  it('an ARC file that is cut is read up to there', async () => {
    const record = (path: string): string =>
      `${site}${path} 192.0.2.7 20080604151515 text/html 30\n${httpBlock('').toString().slice(0, 30)}\n`
    const bytes = Buffer.from(record('/1') + record('/2'))
    for (const length of [record('/1').length + 9, bytes.length - 9]) {
      const { told } = await readFiles({ 'a.arc': bytes.subarray(0, length) }, [])
      expect(told[0]).toMatch(/a\.arc: byte \d+: the file ends in the middle/)
    }
  })

  it('WACZ: entries that are stored are read where they stand, packed ones unpacked', async () => {
    const warc = gzipSync(responseOf(`${site}/`, page))
    const entries = {
      'archive/data.warc.gz': warc,
      'archive/deep/plain.warc': responseOf(`${site}/plain`, 'plain'),
      'archive/one.warc.gz': gzipSync(Buffer.concat([responseOf(`${site}/1`, 'one'), responseOf(`${site}/2`, 'two')])),
      'datapackage.json': Buffer.from('{"profile":"data-package","wacz_version":"1.1.1"}'),
      'indexes/index.cdx.gz': gzipSync('com,example)/ 20200101000000 {}\n'),
    }
    const urls = ['/', '/plain', '/1', '/2'].map(path => site + path)
    const expected = { texts: [page, 'plain', 'one', 'two'], told: ['FOLDER: 4 records read (4 response), 0 skipped'] }
    for (const method of ['stored', 'deflated'] as const)
      expect(await readFiles({ 'a.wacz': zipOf(entries, method) }, urls)).toEqual(expected)
    const { folder, remove } = archiveFolder({ 'a.wacz': zipOf(entries, 'stored') })
    folders.push(remove)
    const replay = await openReplay(`${folder}/a.wacz`)
    const outcome = await replay.ask(`${site}/`)
    await replay.close()
    expect((await readCopy(outcome.archived!, `${site}/`))?.html).toBe(page)
  })

  it('WACZ in a WACZ, as Browsertrix gives the files of one crawl: each record at its place in the outer file', async () => {
    const inner = (path: string, method: 'stored' | 'deflated') =>
      zipOf({ [`archive/${path}.warc.gz`]: gzipSync(responseOf(`${site}/${path}`, page)), 'pages/pages.jsonl': Buffer.from('{') }, method) // prettier-ignore
    const entries = {
      'datapackage.json': Buffer.from('{"profile":"multi-wacz-package"}'),
      'one.wacz': inner('1', 'stored'),
      'broken.wacz': inner('2', 'stored').subarray(0, -30),
      'sub/three.wacz': inner('3', 'deflated'),
      // Not further down: a ZIP file may be made to hold itself.
      'deep.wacz': zipOf({ 'again.wacz': inner('4', 'stored') }, 'stored'),
    }
    const urls = [1, 2, 3, 4].map(path => `${site}/${path}`)
    const { texts, told } = await readFiles({ 'a.wacz': zipOf(entries, 'stored') }, urls)
    expect(texts).toEqual([page, 'not-archived', page, 'not-archived'])
    expect(told).toEqual([expect.stringMatching(/^a\.wacz: broken\.wacz: it can't be read as a WACZ/), 'FOLDER: 2 records read (2 response), 0 skipped']) // prettier-ignore
    const { folder, remove } = archiveFolder({ 'a.wacz': zipOf(entries, 'stored') })
    folders.push(remove)
    const replay = await openReplay(`${folder}/a.wacz`)
    const outcome = await replay.ask(`${site}/1`)
    await replay.close()
    expect((await readCopy(outcome.archived!, `${site}/1`))?.html).toBe(page)
    const packed = await readFiles({ 'a.wacz': zipOf({ 'one.wacz': inner('1', 'stored') }, 'deflated') }, [])
    expect(packed.told[0]).toMatch(/^a\.wacz: one\.wacz is packed in it once more/)
  })

  it('a WACZ that is damaged, empty or a bomb ends in a sentence', async () => {
    const whole = zipOf({ 'archive/a.warc': responseOf(`${site}/`, page) }, 'deflated')
    const bomb = zipOf(
      { 'archive/a.warc': Buffer.concat([responseOf(`${site}/`, page), Buffer.alloc(30_000_000)]) },
      'deflated',
    )
    const told = async (bytes: Buffer): Promise<string> => (await readFiles({ 'a.wacz': bytes }, [])).told[0]!
    expect(await told(whole.subarray(0, -20))).toMatch(/^a\.wacz: it can't be read as a WACZ/)
    expect(await told(Buffer.from('no zip'))).toMatch(/^a\.wacz: it can't be read as a WACZ/)
    expect(await told(zipOf({ 'pages/pages.jsonl': Buffer.from('{}') }, 'stored'))).toMatch(
      /no \.warc or \.warc\.gz was found/,
    )
    expect(await told(bomb)).toMatch(
      /^a\.wacz: archive\/a\.warc: unpacked it has more than \d+ bytes; what stands before is read$/,
    )
    expect(await told(zipOf({ 'archive/a.warc': responseOf(`${site}/`, page) }, 'stored', { overlap: 40 }))).toMatch(
      /its entries have more bytes than the file/,
    )
  })

  it.each([
    ['that says more than it holds', (size: number) => size + 5000],
    ['that says less than it holds', (size: number) => size - 5],
    ['that says nothing', () => 0],
  ])('a WACZ with an entry %s ends in a sentence, and what stands before is read', async (_what, lie) => {
    const record = responseOf(`${site}/`, page)
    const bytes = zipOf({ 'archive/a.warc': record }, 'deflated')
    // Unpacked size in the central directory (APPNOTE 4.3.12), which is what a reader goes by.
    const at = bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24
    expect(bytes.readUInt32LE(at)).toBe(record.length)
    bytes.writeUInt32LE(lie(record.length), at)
    const { told } = await readFiles({ 'a.wacz': bytes }, [`${site}/`])
    expect(told[0]).toMatch(/^a\.wacz: archive\/a\.warc: .*; what stands before is read$/)
  })

  it('a gzip member that unpacks without end ends in a sentence, and what stands before is read', async () => {
    const bomb = gzipSync(
      Buffer.concat([responseOf(`${site}/`, page), responseOf(`${site}/2`, page), Buffer.alloc(40_000_000)]),
    )
    const { texts, told } = await readFiles({ 'a.warc.gz': bomb }, [`${site}/`])
    expect(texts).toEqual([page])
    expect(told[0]).toMatch(/^a\.warc\.gz: unpacked it has more than \d+ bytes/)
  })

  it('without any archive, or in a packing that is not read, is refused with a sentence', async () => {
    const { folder, remove } = archiveFolder({ 'x/notes.txt': Buffer.from('x') })
    folders.push(remove)
    await expect(openFolderArchive(folder)).rejects.toThrow(Mistake)
    await expect(openFolderArchive(folder)).rejects.toThrow(
      /no archive was found in it or its subfolders, expected \.warc,/,
    )
    await expect(openFolderArchive(`${folder}/none`)).rejects.toThrow(/nothing was found there/)
    const zstd = archiveFolder({ 'a.warc.zst': Buffer.from('x') })
    folders.push(zstd.remove)
    await expect(openFolderArchive(zstd.folder)).rejects.toThrow(
      /a\.warc\.zst: its packing is not read; unpacked \(zstd -d/,
    )
    const index = archiveFolder({ 'indexes/index.cdxj': Buffer.from('x') })
    folders.push(index.remove)
    await expect(openFolderArchive(index.folder)).rejects.toThrow(/index\.cdxj is an index: it names records of files/)
    const both = { 'a.warc.zst': Buffer.from('x'), 'b.warc': responseOf(`${site}/`, page) }
    expect((await readFiles(both, [`${site}/`])).told[0]).toMatch(/^a\.warc\.zst: its packing is not read/)
  })
})
