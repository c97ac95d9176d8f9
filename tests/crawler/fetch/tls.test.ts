import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '#crawler/fetch/create-client.ts'
import type { HttpClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import type { Url } from '#data/url/brand.ts'
import { badCertificates, serveHostileWeb } from '../../webs/hostile/serve-hostile-web.ts'
import type { HostileWeb } from '../../webs/hostile/serve-hostile-web.ts'

const identity = buildIdentity('crawl@study.example')
let web: HostileWeb
let client: HttpClient
const usual = getCACertificates('default')

beforeAll(async () => {
  web = await serveHostileWeb()
  setDefaultCACertificates([...usual, readFileSync(web.ca, 'utf8')])
  client = createClient({ identity, proxy: web.proxy, timeoutMs: 2000 })
})
afterAll(async () => {
  setDefaultCACertificates(usual)
  await client.close()
  await web.close()
})

describe('https', () => {
  it('reads a page through a tunnel of the proxy', async () => {
    expect(await client.fetch('https://hostile.example/packed-gzip' as Url)).toMatchObject({ status: 200, ip: null })
  })

  it('reads a page without a proxy', async () => {
    const direct = createClient({ identity, allowPrivate: true })
    expect(await direct.fetch(`${web.tlsOrigin}/packed-gzip` as Url)).toMatchObject({ status: 200, ip: '127.0.0.1' })
    await direct.close()
  })

  it.each([
    ['self-signed.example', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired.example', /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/],
    ['wrong-host.example', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('refuses %s', async (host, code) => {
    expect(Object.keys(badCertificates)).toContain(host)
    const outcome = await client.fetch(`https://${host}/` as Url)
    expect(outcome).toMatchObject({ kind: 'failed', slug: 'tls', code: expect.stringMatching(code) })
  })

  it('keeps checking certificates when the environment says not to', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      expect(await client.fetch('https://self-signed.example/again' as Url)).toMatchObject({ slug: 'tls' })
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    }
  })

  it.each([
    ['unknown.example', 'connect'],
    ['forbidden.example', 'proxy'],
  ])('a tunnel to %s that the proxy refuses is %s', async (host, slug) => {
    expect(await client.fetch(`https://${host}/` as Url)).toMatchObject({ kind: 'failed', slug })
  })

  it('says tls when the other side speaks no TLS', async () => {
    const other = createServer(socket => socket.on('error', () => undefined).end('SSH-2.0-OpenSSH_9.9\r\n'))
    await new Promise<void>(ready => other.listen(0, '127.0.0.1', ready))
    const direct = createClient({ identity, allowPrivate: true })
    const { port } = other.address() as AddressInfo
    expect(await direct.fetch(`https://127.0.0.1:${port}/` as Url)).toMatchObject({ slug: 'tls' })
    await direct.close()
    other.close()
  })
})

/** Asks for one address in a process of its own, with `env` added. */
async function askWith(env: Record<string, string>, flags: readonly string[] = []): Promise<string> {
  const source = `
    import { createClient } from './crawler/fetch/create-client.ts'
    import { buildIdentity } from './crawler/fetch/identity.ts'
    const client = createClient({ identity: buildIdentity('crawl@study.example'), allowPrivate: true })
    const outcome = await client.fetch('${web.tlsOrigin}/packed-gzip')
    console.log(outcome.kind === 'answer' ? outcome.status : outcome.slug)
    await client.close()`
  const root = join(import.meta.dirname, '../../..')
  const child = spawn(process.execPath, [...flags, '--input-type=module-typescript', '-e', source], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  const printed: Buffer[] = []
  child.stdout.on('data', chunk => printed.push(chunk))
  await new Promise(done => child.once('close', done))
  return Buffer.concat(printed).toString().trim()
}

describe('certificate authorities of the environment', () => {
  it('NODE_EXTRA_CA_CERTS and SSL_CERT_FILE are honoured; without them the authority is unknown', async () => {
    const [none, extra, file] = await Promise.all([
      askWith({ NODE_EXTRA_CA_CERTS: '' }),
      askWith({ NODE_EXTRA_CA_CERTS: web.ca }),
      // The launcher adds this flag when SSL_CERT_FILE is set.
      askWith({ SSL_CERT_FILE: web.ca }, ['--use-openssl-ca']),
    ])
    expect({ none, extra, file }).toEqual({ none: 'tls', extra: '200', file: '200' })
  })
})
