import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'

const head = (markup: string): string => `<!doctype html><head>${markup}</head><body><p>x</p></body>`

describe('extractPage(html, page): the country that the page states', () => {
  it.each([
    ['JSON-LD', '<script type="application/ld+json">{"address":{"addressCountry":"FR"}}</script>', 'FR address'],
    [
      'JSON-LD with a country as an object',
      '<script type="application/ld+json">{"addressCountry": {"@type":"Country","name":"États-Unis"}}</script>',
      'US address',
    ],
    ['geo.region', '<meta name="geo.region" content="FR-75">', 'FR address'],
    ['an address with a French city', '<address>12 rue de la Paix, 75002 Paris</address>', 'FR address'],
    ['an address with a state and its code', '<p class="adr">1101 14th St NW, Washington, DC 20005</p>', 'US address'],
    ['a postcode', '<div itemprop="address"><span>10 Downing Street</span> <span>SW1A 2AA</span></div>', 'GB address'],
    ['a telephone number', '<address>Tél. <a href="tel:0">+32 2 123 45 67</a></address>', 'BE address'],
    ['German five digits', '<address>Unter den Linden 1, 10117 Berlin</address>', ' '],
    ['an author’s address element', '<address>by <a href="/me">Somebody</a></address>', ' '],
    ['two countries', '<address>12 rue X, 75002 Paris. Also: Boston, MA 02110</address>', ' '],
    ['a country elsewhere on the page', '<p>In France, 75002 Paris</p>', ' '],
    [
      'an address behind a template of one',
      '<template class="adr"></template><address>75002 Paris</address>',
      'FR address',
    ],
    ['a template', '<template><address>75002 Paris</address></template>', ' '],
  ])('%s', (_, markup, expected) => {
    const { country, countryFrom } = extract(`<body>${markup}<p>France</p></body>`)
    expect(`${country} ${countryFrom}`).toBe(expected)
  })

  it('takes the region of its own hreflang, not that of other versions', () => {
    const alternates = (own: string): string =>
      head(
        `<link rel="alternate" hreflang="${own}" href="/blog/post"><link rel="alternate" hreflang="de-CH" href="/de/">
         <link rel="alternate" hreflang="x-default" href="/blog/post">`,
      )
    expect(extract(alternates('fr-be'))).toMatchObject({ country: 'BE', countryFrom: 'hreflang' })
    expect(extract(alternates('fr'))).toMatchObject({ country: '', countryFrom: '' })
    expect(extract(alternates('en-XX'))).toMatchObject({ country: '', countryFrom: '' })
  })

  it('believes an address before hreflang', () => {
    const html = head('<link rel="alternate" hreflang="en-US" href="/blog/post">') + '<address>75002 Paris</address>'
    expect(extract(html)).toMatchObject({ country: 'FR', countryFrom: 'address' })
  })
})
