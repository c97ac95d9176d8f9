import { describe, expect, it } from 'vitest'
import type { GateContext } from '#crawler/fetch/past/gate-rows.ts'
import { TimeMaps } from '#crawler/fetch/past/time-maps.ts'
import { Refusal } from '#crawler/fetch/refusal.ts'
import type { Url } from '#data/url/brand.ts'

const site = 'http://site.example/' as Url
const mapAt = (number: number): string => `http://archive.example/timemap/${number}/${site}`
const memento = (second: number): string => {
  const at = new Date(Date.UTC(2012, 3, 20) + second * 1000)
  const digits = at.toISOString().replace(/\D/g, '').slice(0, 14)
  return `<http://archive.example/web/${digits}/${site}>; rel="memento"; datetime="${at.toUTCString()}"`
}
const further = (number: number, more = ''): string =>
  `<${mapAt(number)}>; rel="timemap"; type="application/link-format"${more}`

/** All that these maps tell, read as an earlier call kept them: nobody is asked. */
async function listed(texts: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const context = {
    service: { gate: 'http://archive.example/', delayMs: 0, indexDelayMs: 0 },
    target: { date: '2012-04-22', withinDays: 90 },
    kept: {
      read: (name: string) => {
        if (name.startsWith('http')) asked.push(name)
        return texts[name] ?? null
      },
      keep: () => undefined,
    },
  } as unknown as GateContext
  const found = await new TimeMaps(context).read(mapAt(0), site, undefined)
  if (found === null || found instanceof Refusal) throw new Error('no list')
  return { captures: found.rows.length, isAll: found.isAll, asked: asked.length }
}

describe('TimeMaps', () => {
  it('lists more captures than a call takes arguments', async () => {
    const text = Array.from({ length: 140_000 }, (_, second) => memento(second)).join(',\n')
    expect(await listed({ [mapAt(0)]: text })).toEqual({ captures: 140_000, isAll: true, asked: 1 })
  }, 60_000)

  it('follows maps of a part of the time each, once, and says when there were more than it reads', async () => {
    const parts = (count: number): Record<string, string> => {
      const numbers = Array.from({ length: count }, (_, index) => index + 1)
      const own = numbers.map(number => [mapAt(number), `${memento(number)}, ${further(0)}, ${further(number)}`])
      return { [mapAt(0)]: numbers.map(number => further(number)).join(), ...Object.fromEntries(own) }
    }
    expect(await listed(parts(39))).toEqual({ captures: 39, isAll: true, asked: 40 })
    expect(await listed(parts(45))).toEqual({ captures: 39, isAll: false, asked: 40 })
    const past = '; until="Mon, 01 Jan 2001 00:00:00 GMT"'
    expect(await listed({ [mapAt(0)]: further(1, past) })).toEqual({ captures: 0, isAll: false, asked: 1 })
  })
})
