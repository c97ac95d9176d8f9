import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { linking } from '../crawl-web.ts'
import { openWeb } from '../open-web.ts'
import { startToile } from '../start-toile.ts'

describe('a command that could not look while an answer came', () => {
  it('reads it, asks once, and does not call the host slow', async () => {
    const timeoutMs = 2_000
    const held = Promise.withResolvers<void>()
    const { web, benchOf } = await openWeb({
      'a.example': {
        '/': linking('/late'),
        '/late': (_request, response) => {
          held.resolve()
          void pause(300).then(() => response.writeHead(200, { 'content-type': 'text/html' }).end(linking()))
        },
      },
    })
    const bench = benchOf(['http://a.example/'])
    const { child, ended } = startToile(
      bench.command('--delay', '0', '--render', 'never', '--timeout', String(timeoutMs / 1000)),
    )
    await held.promise
    child.kill('SIGSTOP')
    await pause(timeoutMs * 2)
    child.kill('SIGCONT')
    expect((await ended).code).toBe(0)
    expect(bench.states()).toMatchObject({ 'http://a.example/late': 'fetched' })
    expect(web.requests.filter(({ path }) => path === '/late').length).toBe(1)
    const [visit] = bench.query<{ ms: number }>(
      `SELECT duration_ms AS ms FROM visit JOIN page ON page.id = page_id WHERE url LIKE '%/late'`,
    )
    expect(visit!.ms).toBeLessThan(timeoutMs)
  })
})
