import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBody } from '#crawler/fetch/decode-body.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('decodeBody(body, contentType)', () => {
  // The table of the HTML and Encoding standards: what wins over what.
  it.each([
    ['the BOM wins over the header', '\xef\xbb\xbf\xc3\xa9', 'text/html; charset=iso-8859-1', 'é', 'utf-8'],
    [
      'the header wins over meta',
      '<meta charset=utf-8>\xe9',
      'text/html; charset=latin1',
      '<meta charset=utf-8>é',
      'windows-1252',
    ],
    ['latin1 means windows-1252', '\x93\x80\x9c', 'text/html; charset=ISO-8859-1', '“€œ', 'windows-1252'],
    ['latin9 is its own', '\xa4\xbd', 'text/html; charset=ISO-8859-15', '€œ', 'iso-8859-15'],
    ['an unknown label is as none', '\xe9', 'text/html; charset=klingon', 'é', 'windows-1252'],
    ['meta that says UTF-16 is UTF-8', '<meta charset=utf-16>\xc3\xa9', 'text/html', '<meta charset=utf-16>é', 'utf-8'],
    [
      'meta wins over the XML declaration',
      '<?xml encoding="x"?><meta charset=koi8-r>\xc1',
      '',
      '<?xml encoding="x"?><meta charset=koi8-r>а',
      'koi8-r',
    ],
    ['undeclared UTF-8 is seen', 'caf\xc3\xa9', 'text/html', 'café', 'utf-8'],
    ['undeclared and not UTF-8 is windows-1252', 'caf\xe9 \x80', 'text/html', 'café €', 'windows-1252'],
    ['Greek pages', '\xe1\xe2', 'text/html; charset=iso-8859-7', 'αβ', 'iso-8859-7'],
    ['Japanese pages', '\x93\xfa\x96{', 'text/html; charset=shift_jis', '日本', 'shift_jis'],
    [
      'a late meta in a script declares nothing',
      `${'<p>'.repeat(400)}<script>"<meta charset=macintosh>"</script>\xe9`,
      '',
      null,
      'windows-1252',
    ],
  ])('%s', (_title, latin1, contentType, text, charset) => {
    const decoded = decodeBody(bytes(latin1), contentType)
    expect(decoded.charset).toBe(charset)
    if (text !== null) expect(decoded.text).toBe(text)
  })

  it('replaces what makes no character, and never throws', () => {
    expect(decodeBody(bytes('a\xffb'), 'text/html; charset=utf-8').text).toBe('a\ufffdb')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (body, type) => {
        expect(typeof decodeBody(body, type).text).toBe('string')
      }),
    )
  })

  it('reads whatever stands in a meta element without falling over', () => {
    const part = fc.constantFrom(
      'charset',
      '=',
      ' ',
      '"',
      "'",
      'utf-8',
      ';',
      'content',
      'http-equiv',
      '/',
      'content-type',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        expect(decodeBody(bytes(`<meta ${parts.join('')}>é`), 'text/html').text).toContain('<meta')
      }),
    )
  })
})
