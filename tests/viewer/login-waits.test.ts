import { describe, expect, it } from 'vitest'
import { LoginWaits } from '#viewer/server/login-waits.ts'

function clockwork(maxClients?: number) {
  let time = 1_000_000
  const waits = new LoginWaits({ now: () => time, ...(maxClients !== undefined && { maxClients }) })
  /** Fails `count` times, each as soon as it is judged; returns the waits in between. */
  const fail = (address: string, count: number): number[] =>
    Array.from({ length: count }, () => {
      const { seconds } = waits.failed(address)
      time += seconds * 1000
      return seconds
    })
  return { waits, fail, pass: (seconds: number) => void (time += seconds * 1000) }
}

describe('LoginWaits', () => {
  it('lets an address mistype four times, then doubles the wait up to five minutes', () => {
    expect(clockwork().fail('192.0.2.1', 15)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  })

  it('lets others in meanwhile, until too many have failed', () => {
    const { waits, fail } = clockwork()
    waits.failed('192.0.2.1')
    for (let time = 0; time < 8; time++) waits.failed('192.0.2.1')
    expect(waits.before('192.0.2.1').seconds).toBeGreaterThan(0)
    expect(waits.before('192.0.2.2').seconds).toBe(0)
    const many = Array.from({ length: 20 }, (_, at) => fail(`198.51.100.${at}`, 1)[0]!)
    expect(many.at(-1)).toBe(30)
    for (let time = 0; time < 3; time++) waits.failed('203.0.113.1')
    expect(waits.before('192.0.2.99').seconds).toBe(30)
  })

  it('takes an IPv6 network for one address, and a mapped address for what it maps', () => {
    const { waits } = clockwork()
    for (let time = 0; time < 5; time++) waits.failed(`2001:db8:1:2::${time}`)
    expect(waits.before('2001:db8:1:2:a:b:c:d').seconds).toBe(1)
    expect(waits.before('2001:db8:1:3::1').seconds).toBe(0)
    for (let time = 0; time < 5; time++) waits.failed('::ffff:192.0.2.1')
    expect(waits.before('192.0.2.1').seconds).toBe(1)
  })

  it('forgets after success, after an hour, and the oldest of too many', () => {
    const { waits, fail, pass } = clockwork(3)
    fail('a', 6)
    waits.succeeded('a')
    expect(waits.before('a')).toEqual({ seconds: 0, failures: 0 })
    fail('a', 6)
    for (const address of ['b', 'c', 'd']) fail(address, 1)
    expect(waits.before('a').failures).toBe(0)
    fail('d', 5)
    pass(4000)
    expect(fail('d', 1)).toEqual([0])
  })
})
