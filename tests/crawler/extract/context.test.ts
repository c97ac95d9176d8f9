import { describe, expect, it } from 'vitest'
import { extract, marked, onlyLink } from './extract.ts'

const link = '<a href="http://x.example/">lien</a>'
const around = (html: string): string => marked(onlyLink(html.replace('LINK', link)))

describe('extractPage(html, page): the sentence around a link', () => {
  it.each([
    ['the sentence, not its neighbours', '<p>Before. We read LINK today! After.</p>', 'We read [lien] today!'],
    ['the first', '<p>LINK is good. After.</p>', '[lien] is good.'],
    ['the last', '<p>Before? And LINK</p>', 'And [lien]'],
    ['block boundaries end it', '<div>Before<p>see LINK</p>after</div>', 'see [lien]'],
    ['an unclosed paragraph ends at the next', '<p>Before<p>see LINK<p>after', 'see [lien]'],
    ['list items are apart', '<ul><li>one<li>two LINK<li>three</ul>', 'two [lien]'],
    ['table cells are apart', '<table><tr><td>one<td>two LINK<td>three</table>', 'two [lien]'],
    ['inline elements do not cut', '<p>We <em>read <b>LINK</b></em> now</p>', 'We read [lien] now'],
    ['a line break ends a line', '<p>First line<br>Second LINK<br/>Third</p>', 'Second [lien]'],
    [
      'unless the sentence goes on',
      '<p>First line and<br>second LINK<br>third</p>',
      'First line and second [lien] third',
    ],
    ['nothing beside the anchor: empty', '<li>LINK</li>', ''],
    ['nothing but punctuation: empty', '<p>« LINK » | —</p>', ''],
    ['spaces are collapsed', '<p>\n We   read\tLINK\n\n today</p>', 'We read [lien] today'],
    ['spaces at the ends of inline elements, too', '<p>We <b> read </b>\n<i>\tnow </i>LINK</p>', 'We read now [lien]'],
    [
      'no-break and zero-width ones',
      '<p>We&nbsp;<b>read\u200b</b>LINK\u200b<i>\u3000now</i></p>',
      'We read [lien] now',
    ],
    ['characters that nobody sees are no space', '<p>We \u0007<b>re\u0007ad\u0007</b>\u0007LINK</p>', 'We read[lien]'],
    [
      'but the spaces beside them are',
      '<p>We<b>\u0007 read \u0007</b>\u200e LINK\u0007 <i>now</i></p>',
      'We read [lien] now',
    ],
    ['M. is no end', '<p>Selon M. Dupont et Mme. Durand, LINK. Fin.</p>', 'Selon M. Dupont et Mme. Durand, [lien].'],
    ['words that look like titles end', '<p>Write to me. Then read LINK.</p>', 'Then read [lien].'],
    ['no. 5 is a number, no is a word', '<p>She said no. Then no. 5 had LINK.</p>', 'Then no. 5 had [lien].'],
    ['nor initials', '<p>Read J. F. Kennedy on LINK. End.</p>', 'Read J. F. Kennedy on [lien].'],
    ['nor U.S.', '<p>The U.S. Senate cites LINK here. End.</p>', 'The U.S. Senate cites [lien] here.'],
    ['nor e.g. and i.e.', '<p>Vendors, e.g. LINK, i.e. Those. End.</p>', 'Vendors, e.g. [lien], i.e. Those.'],
    ['nor art. and p.', '<p>Voir art. L. 52, p. 12, LINK. Fin.</p>', 'Voir art. L. 52, p. 12, [lien].'],
    ['etc. ends before a capital', '<p>Cartes, listes, etc. Voir LINK ici.</p>', 'Voir [lien] ici.'],
    ['and not before a small letter', '<p>Cartes, etc. sont chez LINK ici.</p>', 'Cartes, etc. sont chez [lien] ici.'],
    [
      'French quotes close with their sentence',
      '<p>Il dit : « Vive LINK ! » Puis il part.</p>',
      'Il dit : « Vive [lien] ! »',
    ],
    ['a mark before French spaces', '<p>Vraiment&nbsp;? Oui, LINK&nbsp;! Non.</p>', 'Oui, [lien] !'],
    ['an ellipsis before a small letter goes on', '<p>Mais… voici LINK. Fin.</p>', 'Mais… voici [lien].'],
    ['an ellipsis before a capital ends', '<p>Mais… Voici LINK. Fin.</p>', 'Voici [lien].'],
    [
      'decimals and names with dots',
      '<p>Version 2.0 of data.gouv.fr has LINK. End.</p>',
      'Version 2.0 of data.gouv.fr has [lien].',
    ],
    [
      'a note’s number ends with its sentence',
      '<p>As it was.<a>34</a> Then read LINK.<sup>[35]</sup> End.</p>',
      'Then read [lien].[35]',
    ],
    ['an opening quote begins', '<p>End. “Read LINK,” she said. End.</p>', '“Read [lien],” she said.'],
  ])('%s', (_, html, expected) => {
    expect(around(html)).toBe(expected)
  })

  it('keeps 400 characters at most, the anchor inside, cut at words', () => {
    const word = 'mot '.repeat(300)
    const { context, anchorAt, anchor } = onlyLink(`<p>${word}${link} ${word}</p>`)
    expect(context.length).toBeLessThanOrEqual(400)
    expect(context.length).toBeGreaterThan(380)
    expect(context.slice(...anchorAt!)).toBe(anchor)
    expect(context).toMatch(/^…(?:mot )+lien(?: mot)+…$/)
  })

  it('gives the room of a short side to the other', () => {
    const { context } = onlyLink(`<p>Voir ${link} ${'mot '.repeat(300)}</p>`)
    expect(context).toMatch(/^Voir lien(?: mot)+…$/)
    expect(context.length).toBeGreaterThan(390)
  })

  it('cuts an anchor that is longer than that, and says so', () => {
    const { context, anchorAt } = onlyLink(`<p>Voir <a href="/">${'mot '.repeat(300)}</a> fin.</p>`)
    expect(context.length).toBeLessThanOrEqual(400)
    expect(anchorAt).toBeNull()
  })

  it('gives each of a sentence’s links the sentence, with its own anchor marked', () => {
    const { links } = extract('<p>See <a href="/1">one</a>, <a href="/2">two</a> and <a href="/3">one</a>.</p>')
    expect(links.map(marked)).toEqual(['See [one], two and one.', 'See one, [two] and one.', 'See one, two and [one].'])
  })

  it('gives an image the sentence that it stands in', () => {
    expect(onlyLink('<p>Read it <a href="/"><img alt="Here"></a> now.</p>')).toMatchObject({
      anchor: 'Here',
      context: 'Read it now.',
      anchorAt: null,
    })
  })

  it('takes a row of links for no sentence', () => {
    expect(extract('<p><a href="/1">One</a> | <a href="/2">Two</a></p>').links.map(({ context }) => context)).toEqual([
      '',
      '',
    ])
  })
})

describe('extractPage(html, page): the heading above', () => {
  it.each([
    ['the nearest', '<h1>Title</h1><h2>First</h2><p>x</p><h2>Second <em>part</em></h2><p>LINK</p>', 'Second part'],
    ['a link in a heading has the one above', '<h1>Title</h1><h2>LINK</h2>', 'Title'],
    ['none', '<p>LINK</p><h2>After</h2>', ''],
    ['that of an article ends with it', '<h1>Blog</h1><article><h2>Post</h2></article><p>LINK</p>', 'Blog'],
    [
      'an article’s header speaks for the article',
      '<article><header><h1>Post</h1></header><p>LINK</p></article>',
      'Post',
    ],
    ['a footer has none of the page’s', '<h1>Blog</h1><footer>LINK</footer>', ''],
    ['a box of the side has its own', '<h1>Blog</h1><aside><h3>Friends</h3>LINK</aside>', 'Friends'],
  ])('%s', (_, html, expected) => {
    expect(onlyLink(html.replace('LINK', link)).heading).toBe(expected)
  })
})
