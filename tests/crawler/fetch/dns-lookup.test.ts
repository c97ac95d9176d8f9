import { describe, expect, it } from 'vitest'
import { createLookup } from '#crawler/fetch/dns-lookup.ts'

const answer = [{ address: '192.0.2.1', family: 4 }]

function counted(resolve = async (_name: string) => answer) {
  const asked: string[] = []
  const lookup = (name: string) => {
    asked.push(name)
    return resolve(name)
  }
  return { asked, lookup }
}

describe('createLookup(options)', () => {
  it('asks once while an answer is under way or kept, and again when it is old', async () => {
    let now = 0
    const { asked, lookup } = counted()
    const cached = createLookup({ resolve: lookup, ttlMs: 1000, now: () => now })
    expect(await Promise.all([cached('a.example'), cached('a.example')])).toEqual([answer, answer])
    now = 999
    await cached('a.example')
    expect(asked).toEqual(['a.example'])
    now = 1000
    await cached('a.example')
    expect(asked).toEqual(['a.example', 'a.example'])
  })

  it('keeps no failure', async () => {
    let isUp = false
    const { asked, lookup } = counted(async () => {
      if (!isUp) throw Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' })
      return answer
    })
    const cached = createLookup({ resolve: lookup })
    await expect(cached('a.example')).rejects.toThrow('EAI_AGAIN')
    isUp = true
    expect(await cached('a.example')).toEqual(answer)
    expect(asked).toHaveLength(2)
  })

  it('forgets the oldest names beyond its size', async () => {
    const { asked, lookup } = counted()
    const cached = createLookup({ resolve: lookup, maxNames: 2 })
    for (const name of ['a', 'b', 'c', 'b', 'a']) await cached(name)
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })

  it('asks the system by default', async () => {
    const found = await createLookup()('localhost')
    expect(found.some(({ address }) => address === '127.0.0.1' || address === '::1')).toBe(true)
  })
})
