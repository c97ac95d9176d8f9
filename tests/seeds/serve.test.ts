import { spawnSync } from 'node:child_process'
import { ProxyAgent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSite } from '#seeds/demo-web/demo-site.ts'
import { type ServedDemoWeb, serveDemoWeb } from '#seeds/demo-web/serve.ts'

let web: ServedDemoWeb
let agent: ProxyAgent

beforeAll(async () => {
  web = await serveDemoWeb()
  agent = new ProxyAgent(web.proxy)
})

afterAll(async () => {
  await agent.close()
  await web.close()
})

const ask = async (url: string, method: 'GET' | 'HEAD' = 'GET') => {
  const answer = await request(url, { dispatcher: agent, method })
  const body = Buffer.from(await answer.body.arrayBuffer())
  return { status: answer.statusCode, headers: answer.headers, body }
}

describe('serveDemoWeb()', () => {
  it('answers for the invented hosts, as the pure function does', async () => {
    for (const [host, path] of [
      ['palier.example', '/'],
      ['tractage.example', '/spip.php?article1'],
      ['isoloir-conseil.example', '/cabinet.htm'],
      ['porte-et-palier.example', '/about/'],
      ['palier.example', '/nothing'],
    ] as const) {
      const expected = demoSite(host, path)!
      const answer = await ask(`http://${host}${path}`)
      expect(answer.status, host + path).toBe(expected.status)
      expect(answer.headers).toMatchObject(expected.headers)
      expect(answer.body.equals(expected.body), host + path).toBe(true)
    }
  })

  it('has nothing but the head for HEAD', async () => {
    const answer = await ask('http://palier.example/', 'HEAD')
    expect([answer.status, answer.body.length]).toEqual([200, 0])
  })

  it('refuses every other host, and https', async () => {
    expect((await ask('http://elsewhere.example/')).status).toBe(502)
    expect((await ask('http://127.0.0.1/')).status).toBe(502)
    await expect(ask('https://palier.example/')).rejects.toThrow(/501/)
  })

  it('reports a port that is taken', async () => {
    await expect(serveDemoWeb({ port: Number(new URL(web.proxy).port) })).rejects.toThrow(/EADDRINUSE/)
  })
})

describe('demoSite(host, path)', () => {
  it('gives the same bytes in another process, time zone and language', () => {
    const script = `
      import { createHash } from 'node:crypto'
      import { demoPages } from ${JSON.stringify(new URL('../../seeds/demo-web/pages.ts', import.meta.url).href)}
      import { demoSite } from ${JSON.stringify(new URL('../../seeds/demo-web/demo-site.ts', import.meta.url).href)}
      const hash = createHash('sha256')
      for (const view of demoPages()) hash.update(demoSite(view.site.host, view.path).body)
      console.log(hash.digest('hex'))`
    const digest = (env: Record<string, string>) => {
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' })
      expect(run.stderr).toBe('')
      return run.stdout.trim()
    }
    const here = digest({ TZ: 'Europe/Paris', LC_ALL: 'fr_FR.UTF-8' })
    expect(here).toMatch(/^[0-9a-f]{64}$/)
    expect(digest({ TZ: 'Pacific/Auckland', LC_ALL: 'ar_EG.UTF-8' })).toBe(here)
  })
})
