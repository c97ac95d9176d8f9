import { describe, expect, it } from 'vitest'
import { readProxyAddress } from '#crawler/fetch/proxy-address.ts'

describe('readProxyAddress(named, env)', () => {
  const login = 'http://ada:p%40ss@proxy.example:8080/'
  it.each([
    ['nothing', undefined, {}, undefined, undefined],
    ['one without login', 'http://proxy.example:8080', {}, 'http://proxy.example:8080/', 'http://proxy.example:8080'],
    ['one with a login', login, {}, login, 'http://proxy.example:8080'],
    ['the environment’s', undefined, { TOILE_PROXY: login }, login, 'http://proxy.example:8080'],
    [
      'the same, named without login',
      'http://proxy.example:8080',
      { TOILE_PROXY: login },
      login,
      'http://proxy.example:8080',
    ],
    [
      'another one: the login is not its own',
      'http://other.example',
      { TOILE_PROXY: login },
      'http://other.example/',
      'http://other.example',
    ],
    ['a name alone', 'http://ada@proxy.example', {}, 'http://ada@proxy.example/', 'http://proxy.example'],
  ])('takes %s', (_what, named, env, proxy, bare) => {
    expect(readProxyAddress(named, env)).toEqual({ proxy, bare })
  })

  it.each(['ftp://u:S3cret@proxy.example', 'u:S3cret@proxy.example:80', 'http://u:S3c/ret@proxy.example:80', ''])(
    'does not repeat what it can’t read: %s',
    text => {
      expect(() => readProxyAddress(text, {})).toThrow(/^--proxy: .*expected such as/)
      expect(() => readProxyAddress(text, {})).not.toThrow(/S3c/)
    },
  )
})
