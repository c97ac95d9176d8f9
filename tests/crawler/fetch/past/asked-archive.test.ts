import { expect, it } from 'vitest'
import type { RecordedAnswer } from '#crawler/fetch/archive/web-archive.ts'
import { openAskedArchive } from '#crawler/fetch/past/asked-archive.ts'
import type { AskedCapture } from '#crawler/fetch/past/asked-capture.ts'
import { payloadTag } from '#crawler/fetch/past/payload-tag.ts'
import { Refusal } from '#crawler/fetch/refusal.ts'
import type { Url } from '#data/url/brand.ts'

const url = 'http://site.example/' as Url
const at = Date.UTC(2012, 3, 20)
const row: AskedCapture = { url, at, status: 200, original: url, digest: 'A2B3'.repeat(8) }
const answer: RecordedAnswer = {
  ...{ status: 200, statusText: 'OK', flatHeaders: [], body: Buffer.from('page') },
  ...{ ended: null, isAsItCame: true, limits: [] },
}

/** Asks twice for an address whose one capture the archive gives as that of `given`: [ETag, reads]. */
async function askTwice(given: number): Promise<[string | undefined, number]> {
  let reads = 0
  const { find } = openAskedArchive(
    {
      list: async () => ({ rows: [row], isAll: true }),
      read: async () => (reads++, { at: given, answer, memento: 'http://archive.example/' }),
      mementoOf: () => 'http://archive.example/',
    },
    { date: '2012-04-22', withinDays: 90 },
  )
  await find(url, 1000, undefined)
  const found = await find(url, 1000, undefined)
  if (found === null || found instanceof Refusal) throw new Error('not found')
  const headers = found.answer!.flatHeaders
  return [headers[headers.indexOf('ETag') + 1], reads]
}

it('gives nobody the capture of another owner, listed or led to, and counts none of theirs', async () => {
  const border = Date.UTC(2012, 3, 25)
  const listed = [at, border + 86_400_000, border + 2 * 86_400_000].map(at => ({ ...row, at }))
  const read: number[] = []
  const ask = async (rows: readonly AskedCapture[], given: (at: number) => number) => {
    const { find } = openAskedArchive(
      {
        list: async () => ({ rows, isAll: true }),
        read: async ({ at }) => (read.push(at!), { at: given(at!), answer, memento: '' }),
        mementoOf: () => '',
      },
      { date: '2012-04-26', withinDays: 90, isTheirs: (_url, at) => at >= border },
    )
    return find(url, 1000, undefined)
  }
  // The payload of all three is the same: a digest that was read for one owner is no reason to count another's capture.
  expect(await ask(listed, at => at)).toMatchObject({ at: listed[1]!.at, chosen: { captures: 2 } })
  expect(read).toEqual([listed[1]!.at])
  expect(await ask(listed.slice(0, 1), at => at)).toMatchObject({
    message: 'nearest capture 2012-04-20, of another owner',
  })
  expect(await ask(listed.slice(1), () => at)).toMatchObject({
    slug: 'not-archived',
    message: expect.stringMatching(/of another owner$/),
  })
})

it('remembers a page by the payload that is listed, unless the archive led to a capture near it', async () => {
  expect(await askTwice(at)).toEqual([payloadTag(row), 1])
  expect(await askTwice(at + 86_400_000)).toEqual([undefined, 2])
})
