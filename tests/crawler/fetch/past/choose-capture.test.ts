import { describe, expect, it } from 'vitest'
import { chooseCapture, type ListedCapture } from '#crawler/fetch/past/choose-capture.ts'
import { driftDays, noonOf } from '#data/past-target.ts'
import type { Url } from '#data/url/brand.ts'

const asked = 'http://a.example/' as Url
const target = { date: '2012-04-22', withinDays: 10 }

interface Told extends ListedCapture {
  readonly real: number
  readonly redirectTo: Url | null
}

/** A capture whose status the list tells or not; `to`: where it redirects. */
const capture = (iso: string, real = 200, more: { to?: string; url?: string; status?: number } = {}): Told => ({
  url: (more.url ?? asked) as Url,
  at: Date.parse(iso),
  status: more.status ?? null,
  real,
  redirectTo: (more.to ?? null) as Url | null,
})

/** The date of the chosen one, and of each that was read for it. */
async function choose(...captures: readonly Told[]): Promise<{ chosen: string | null; read: string[] }> {
  const read: string[] = []
  const found = await chooseCapture(captures, {
    asked,
    target,
    mostReads: 20,
    read: async ({ at, real, redirectTo }) => {
      read.push(new Date(at!).toISOString())
      return { at, status: real, redirectTo }
    },
  })
  return { chosen: found === null ? null : new Date(found.at!).toISOString().replace('.000', ''), read }
}

const chosenOf = async (...captures: readonly Told[]) => (await choose(...captures)).chosen

describe('chooseCapture(captures, choice)', () => {
  it('takes the one nearest to noon UTC of the day, before or after it', async () => {
    expect(await chosenOf(capture('2012-04-22T00:00:01Z'), capture('2012-04-22T23:00:00Z'))).toBe(
      '2012-04-22T23:00:00Z',
    )
    expect(await chosenOf(capture('2012-04-21T12:00:01Z'), capture('2012-04-23T12:00:00Z'))).toBe(
      '2012-04-21T12:00:01Z',
    )
  })

  it('takes the earlier one of two that are as near, whatever the order of the list and fractions of a second', async () => {
    const [before, after] = [capture('2012-04-20T12:00:00.900Z'), capture('2012-04-24T12:00:00Z')]
    for (const list of [
      [before, after],
      [after, before],
    ])
      expect(await chosenOf(...list)).toBe('2012-04-20T12:00:00.900Z')
  })

  it("counts the window's first and last day, from midnight to midnight, and nothing beyond", async () => {
    expect(await chosenOf(capture('2012-04-12T00:00:00Z'))).toBe('2012-04-12T00:00:00Z')
    expect(await chosenOf(capture('2012-05-02T23:59:59Z'))).toBe('2012-05-02T23:59:59Z')
    expect(await chosenOf(capture('2012-04-11T23:59:59Z'), capture('2012-05-03T00:00:00Z'))).toBe(null)
    expect(await chosenOf({ ...capture('2012-04-22T12:00:00Z'), at: null })).toBe(null)
  })

  it('passes over a redirect to the same key for the nearest 200, and takes it where there is none', async () => {
    const redirects = [
      capture('2012-04-22T12:00:00Z', 301, { to: 'https://a.example/' }),
      capture('2012-04-22T12:00:01Z', 302, { to: 'http://www.a.example/' }),
    ]
    const page = capture('2012-04-30T00:00:00Z', 200, { url: 'https://www.a.example/' })
    expect(await chosenOf(...redirects, page)).toBe('2012-04-30T00:00:00Z')
    expect(await chosenOf(...redirects)).toBe('2012-04-22T12:00:00Z')
  })

  it('never takes a redirect to the very address, which leads round in a circle', async () => {
    const back = capture('2012-04-22T12:00:00Z', 301, { url: 'http://www.a.example/', to: asked })
    expect(await chosenOf(back)).toBe(null)
    expect(await chosenOf(back, capture('2012-04-29T12:00:00Z', 404))).toBe('2012-04-29T12:00:00Z')
  })

  it('takes a redirect elsewhere for what the site answered', async () => {
    const moved = capture('2012-04-22T12:00:00Z', 301, { to: 'http://b.example/' })
    expect(await chosenOf(moved, capture('2012-04-23T12:00:00Z'))).toBe('2012-04-22T12:00:00Z')
  })

  it("takes the past site's own 404 or 503 only where no 200 lies in the window", async () => {
    const errors = [capture('2012-04-22T12:00:00Z', 503), capture('2012-04-21T12:00:00Z', 404)]
    expect(await chosenOf(...errors, capture('2012-05-02T12:00:00Z'))).toBe('2012-05-02T12:00:00Z')
    expect(await chosenOf(...errors, capture('2012-05-03T12:00:00Z'))).toBe('2012-04-22T12:00:00Z')
  })

  it('reads nothing that the list says to be an error, unless nothing better is there', async () => {
    const listed = capture('2012-04-22T12:00:00Z', 404, { status: 404 })
    const page = capture('2012-04-25T12:00:00Z', 200, { status: 200 })
    expect(await choose(listed, page)).toEqual({ chosen: '2012-04-25T12:00:00Z', read: ['2012-04-25T12:00:00.000Z'] })
    expect(await chosenOf(listed)).toBe('2012-04-22T12:00:00Z')
  })
})

describe('driftDays(at, date)', () => {
  it('counts whole days of the calendar, with their sign', () => {
    const drift = (iso: string) => driftDays(Date.parse(iso), '2012-04-22')
    expect(drift('2012-04-22T00:00:00Z')).toBe(0)
    expect(drift('2012-04-22T23:59:59Z')).toBe(0)
    expect(drift('2012-04-21T23:59:59Z')).toBe(-1)
    expect(drift('2012-05-02T00:00:00Z')).toBe(10)
  })

  it('knows no day that the calendar has not', () => {
    for (const text of ['2012-02-30', '2012-4-22', '22/04/2012', '2012-04', '']) expect(noonOf(text)).toBe(null)
  })
})
