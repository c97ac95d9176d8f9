import { describe, expect, it } from 'vitest'
import type { Url } from '#data/url/brand.ts'
import type { FetchFailure, FetchOutcome } from '#crawler/fetch/outcome.ts'
import { RedirectStates } from '#crawler/fetch/redirect-states.ts'

const url = 'http://campaign.example/' as Url
const spelled = 'http://campaign.example/?utm_source=letter'
const facts = { url, startedAt: 0, durationMs: 1, bytesWire: 0, ip: null, contentType: '' }
const sentBack: FetchOutcome = {
  ...facts,
  kind: 'answer',
  status: 302,
  headers: { location: spelled },
  redirect: { kind: 'to', url },
  body: Buffer.alloc(0),
  bytes: 0,
  cut: null,
}
const closed: FetchFailure = {
  ...facts,
  kind: 'failed',
  slug: 'closed',
  detail: '',
  code: 'UND_ERR_SOCKET',
  status: null,
  headers: {},
}

describe('a redirect to the same address in another spelling', () => {
  it('is asked so at the second try, too, when the first did not reach the host', () => {
    const states = new RedirectStates(() => '')
    expect(states.note(sentBack, '')).toMatchObject({ redirect: { again: true } })
    expect(states.spellingOf(url)).toBe(spelled)
    states.note({ ...closed, again: true }, '')
    expect(states.spellingOf(url)).toBe(spelled)
  })

  it('is forgotten once it has failed', () => {
    const states = new RedirectStates(() => '')
    states.note(sentBack, '')
    states.note(closed, '')
    expect(states.spellingOf(url)).toBe(url)
  })
})
