import { describe, expect, it } from 'vitest'
import { expandEntities } from '#crawler/extract/markup/internal-entities.ts'

const expanded = (subset: string, body: string) => expandEntities(`<!DOCTYPE html [${subset}]><p>${body}</p>`)
const whole = (body: string) => ({ xml: `<!DOCTYPE html ><p>${body}</p>`, wasCut: false })

describe('expandEntities(xml): bounded, whatever is declared', () => {
  it('a thousand million laughs stay references where there is no room for them', () => {
    const laughs = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
    const { xml, wasCut } = expanded(`<!ENTITY l0 "lol">${laughs.join('')}`, '&l10;'.repeat(3))
    expect(xml.length).toBeLessThan(2_100_000)
    expect(wasCut || xml.includes('&l')).toBe(true)
  })

  it('one large entity said often is put in until there is no room, and the page says so', () => {
    const { xml, wasCut } = expanded(`<!ENTITY big "${'x'.repeat(100_000)}">`, '&big;'.repeat(1_000))
    expect(xml.length).toBeLessThan(1_200_000)
    expect(wasCut).toBe(true)
  })

  it.each([
    ['one that holds itself', '<!ENTITY a "x&a;y">', '&a;', 'xy'],
    ['two that hold each other', '<!ENTITY a "1&b;"><!ENTITY b "2&a;">', '&a;', '12'],
    ['one that nobody declares', '<!ENTITY a "&other;">', '&a;&more;', '&other;&more;'],
    ['one of another file', '<!ENTITY a SYSTEM "http://b.example/x"><!ENTITY c PUBLIC "p" "q">', '&a;&c;', '&a;&c;'],
    ['none', '', '&amp;', '&amp;'],
    ['references in a comment', '<!ENTITY a "x">', '<!-- &a; -->&a;', '<!-- &a; -->x'],
  ])('%s', (_about, subset, body, result) => {
    expect(expanded(subset, body)).toEqual(whole(result))
  })

  it.each(['<!DOCTYPE a [<!--', '<!DOCTYPE a [<?x', '<!DOCTYPE a [<!ENTITY b "', '<!DOCTYPE a [', '<p>&a;'])(
    'a document that ends in its midst stays as it is: %s',
    xml => {
      expect(expandEntities(xml)).toEqual({ xml, wasCut: false })
    },
  )
})
