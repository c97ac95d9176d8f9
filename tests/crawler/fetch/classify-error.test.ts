import { describe, expect, it } from 'vitest'
import { classifyError } from '#crawler/fetch/classify-error.ts'
import type { Stage } from '#crawler/fetch/classify-error.ts'
import { couldBeOffline, isTransient, statusSlug } from '#crawler/fetch/outcome.ts'
import type { FetchOutcome } from '#crawler/fetch/outcome.ts'

const failure = (code: string, message = 'it broke') => Object.assign(new Error(message), { code })

describe('classifyError(error, stage)', () => {
  it.each<[string, Stage, string]>([
    ['ENOTFOUND', 'connecting', 'dns'],
    ['EAI_AGAIN', 'connecting', 'dns'],
    ['ECONNREFUSED', 'connecting', 'connect'],
    ['EHOSTUNREACH', 'connecting', 'connect'],
    ['ENETUNREACH', 'connecting', 'connect'],
    ['ECONNRESET', 'connecting', 'connect'],
    ['ECONNRESET', 'waiting', 'closed'],
    ['ECONNRESET', 'reading', 'incomplete'],
    ['UND_ERR_SOCKET', 'waiting', 'closed'],
    ['UND_ERR_SOCKET', 'reading', 'incomplete'],
    ['ETIMEDOUT', 'connecting', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connecting', 'timeout'],
    ['CERT_HAS_EXPIRED', 'connecting', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'connecting', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'connecting', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'connecting', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'connecting', 'tls'],
    ['EPROTO', 'connecting', 'tls'],
    ['UND_ERR_HEADERS_OVERFLOW', 'waiting', 'too-large'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'reading', 'incomplete'],
    ['ESOMETHING_NEW', 'connecting', 'connect'],
  ])('%s while %s is %s', (code, stage, slug) => {
    expect(classifyError(failure(code), stage)).toMatchObject({ slug, code })
  })

  it.each([
    [['ECONNREFUSED', 'ENETUNREACH'], 'ECONNREFUSED'],
    [['ENETUNREACH', 'ECONNREFUSED'], 'ECONNREFUSED'],
    [['ENETUNREACH', 'ENETUNREACH'], 'ENETUNREACH'],
  ])('of several attempts (%s) the first that got anywhere tells: %s', (codes, code) => {
    const attempts = new AggregateError(codes.map(one => failure(one)))
    expect(classifyError(attempts, 'connecting')).toMatchObject({ slug: 'connect', code })
  })

  it('keeps what a stranger wrote to one line that a terminal only prints', () => {
    const { detail } = classifyError(failure('X', `a\x1b[31m\r\n${'b'.repeat(500)}`), 'waiting')
    expect(detail).toMatch(/^a \[31m b+$/)
    expect(detail.length).toBeLessThanOrEqual(300)
  })
})

const outcome = (facts: object) => ({ kind: 'failed', slug: 'connect', code: '', ...facts }) as FetchOutcome
const answered = (status: number) => ({ kind: 'answer', status }) as FetchOutcome

describe('isTransient(outcome)', () => {
  it.each([
    [outcome({ slug: 'timeout' }), true],
    [outcome({ slug: 'connect', code: 'ECONNREFUSED' }), true],
    [outcome({ slug: 'dns', code: 'EAI_AGAIN' }), true],
    [outcome({ slug: 'dns', code: 'ENOTFOUND' }), false],
    [outcome({ slug: 'tls' }), false],
    [outcome({ slug: 'too-large' }), false],
    [answered(503), true],
    [answered(429), true],
    [answered(404), false],
    [answered(200), false],
  ])('%j: %s', (outcome, expected) => {
    expect(isTransient(outcome)).toBe(expected)
  })
})

describe('couldBeOffline(outcome)', () => {
  it.each([
    [outcome({ slug: 'dns', code: 'ENOTFOUND' }), true],
    [outcome({ slug: 'connect', code: 'ENETUNREACH' }), true],
    [outcome({ slug: 'proxy', code: 'ECONNREFUSED' }), true],
    [outcome({ slug: 'connect', code: 'ECONNREFUSED' }), false],
    [answered(503), false],
  ])('%j: %s', (outcome, expected) => {
    expect(couldBeOffline(outcome)).toBe(expected)
  })
})

it('statusSlug(status) is the contract’s', () => {
  expect(statusSlug(404)).toBe('http-404')
})
