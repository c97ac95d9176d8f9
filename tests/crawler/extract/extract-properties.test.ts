import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '#crawler/extract/facts/iso-date.ts'
import { sentenceAround } from '#crawler/extract/text/sentence-around.ts'
import { sentenceEnds } from '#crawler/extract/text/sentence-ends.ts'
import { maxPlace } from '#crawler/extract/zones/place-of.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { extract } from './extract.ts'

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div class="sidebar">',
      '</div>',
      '<nav>',
      '</nav>',
      '<ul><li>',
      '</ul>',
      '<table><tr><td>',
      '</table>',
    ],
    ...[
      '<a href="http://x.example/a">',
      '<a href="/b" rel="nofollow">',
      '<a name=x>',
      '</a>',
      '<br>',
      '<img alt="image">',
      '<svg>',
      '</svg>',
    ],
    ...[
      '<template>',
      '</template>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<title>',
      '</title>',
      '<h2>',
      '</h2>',
      '<b>',
      '</b>',
      '<area href=/c alt=d>',
    ],
    ...[
      'Selon M. Dupont, oui. ',
      'Then it ended! ',
      '&amp;',
      '&nbsp;',
      '\u0000',
      '\ud800',
      '<',
      '>',
      '"',
      '=',
      "<a href='",
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const soup = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))

describe('extractPage(html, page), whatever the page', () => {
  it('gives evidence that holds together', () => {
    fc.assert(
      fc.property(soup, html => {
        const { links } = extract(html)
        expect(links.map(({ ordinal }) => ordinal)).toEqual(links.keys().toArray())
        for (const { anchor, context, anchorAt, zone, place, rel, heading } of links) {
          expect(context.length).toBeLessThanOrEqual(400)
          expect(zones).toContain(zone)
          expect(place.length).toBeLessThanOrEqual(maxPlace)
          if (anchorAt !== null) expect(context.slice(...anchorAt)).toBe(anchor)
          for (const text of [anchor, context, rel, heading]) {
            expect(text).not.toMatch(/\s{2}|^\s|\s$|\0/)
            expect(text.isWellFormed()).toBe(true)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('says the same of the same page', () => {
    fc.assert(
      fc.property(soup, html => {
        expect(extract(html)).toEqual(extract(html))
      }),
      { numRuns: 200 },
    )
  })
})

describe('sentenceAround(block, start, end)', () => {
  const words = fc.array(
    fc.constantFrom('mot', 'Mot', 'fin.', 'M.', 'p. 3', 'etc.', '« oui »', 'non !', 'a'.repeat(90), '\n'),
    { maxLength: 80 },
  )

  it('holds the anchor, at most 400 characters, and is of the block', () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom('ici', 'par ici', 'b'.repeat(399), 'b'.repeat(500)),
        (before, after, anchor) => {
          const block = [...before, anchor, ...after].join(' ')
          const start = [...before, ''].join(' ').length
          const { text, anchorAt } = sentenceAround(block, start, start + anchor.length)
          expect(text.length).toBeLessThanOrEqual(400)
          if (anchorAt !== null) expect(text.slice(...anchorAt)).toBe(anchor)
          expect(block.replaceAll('\n', ' ')).toContain(text.replace(/^…|…$/g, ''))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('cuts a block into sentences that make it up again, in order', () => {
    fc.assert(
      fc.property(words, all => {
        const block = all.join(' ')
        const ends = sentenceEnds(block)
        expect(ends.toSorted((a, b) => a - b)).toEqual(ends)
        expect(ends.every(end => end > 0 && end <= block.length)).toBe(true)
      }),
    )
  })
})

describe('isoDate(text)', () => {
  it('reads what it wrote, and days of the calendar in French and English', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), date => {
        const iso = date.toISOString().slice(0, 10)
        expect(isoDate(iso)).toBe(iso)
        for (const language of ['fr', 'en-US', 'en-GB'])
          expect(isoDate(date.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }))).toBe(iso)
      }),
    )
  })
})
