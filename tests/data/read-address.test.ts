import { describe, expect, it } from 'vitest'
import { readAddress } from '#data/url/read-address.ts'

const cases: readonly (readonly [string, string | null])[] = [
  ['www.example.fr', 'http://www.example.fr/'],
  ['example.fr/Équipe', 'http://example.fr/%C3%89quipe'],
  ['//example.fr/a', 'http://example.fr/a'],
  ['example.fr:8080/x', 'http://example.fr:8080/x'],
  ['127.0.0.1:41234', 'http://127.0.0.1:41234/'],
  ['localhost:8080', 'http://localhost:8080/'],
  ['l2-data.com', 'http://l2-data.com/'],
  ['270strategies.com', 'http://270strategies.com/'],
  ['https://www.270strategies.com', 'https://www.270strategies.com/'],
  ['\u00a0https://example.fr\u200b', 'https://example.fr/'],
  ['<https://example.fr/a>', 'https://example.fr/a'],
  ['HTTP://EXAMPLE.FR', 'http://example.fr/'],
  ['htp://x.org', null],
  ['http:/example.fr', null],
  ['https:///example.fr', null],
  ['ftp://example.fr', null],
  ['mailto:jean@example.fr', null],
  ['jean@example.fr', null],
  ['https://a.fr https://b.fr', null],
  ['n/a', null],
  ['none', null],
  ['1.5', null],
  ['-', null],
  ['', null],
]

describe('readAddress(raw)', () => {
  it.each(cases)('reads %j as %j', (raw, url) => expect(readAddress(raw)).toBe(url))
})
