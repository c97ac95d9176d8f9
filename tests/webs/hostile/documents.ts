import { failed, fetched, hazard, page, sendHtml } from './hazard.ts'
import type { Asked, Hazard } from './hazard.ts'

const many = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at)).join('')

/** Documents that are no HTML, or more of it than anybody expects. */
export const documentHazards: readonly Hazard[] = [
  typed('pdf', 'application/pdf', '%PDF-1.7', failed('not-html')),
  typed('text', 'text/plain', '<html><title>text</title>', failed('not-html')),
  typed('image', 'image/png', '\x89PNG\r\n', failed('not-html')),
  typed('feed', 'application/rss+xml', '<rss/>', failed('not-html')),
  typed('xhtml', 'application/xhtml+xml', `<?xml version="1.0"?>${page('xhtml')}`, fetched('xhtml')),
  typed('untyped', null, page('untyped'), fetched('untyped')),
  typed('untyped-binary', null, '\0\x01\x02\x03 binary', failed('not-html')),
  typed('unknown-type', 'unknown/unknown', page('unknown type'), fetched('unknown type')),
  typed('odd-type', 'text/html;;; charset="utf-8" ;', page('odd type'), fetched('odd type')),
  typed('empty', 'text/html', '', fetched('')),
  typed('only-zeros', 'text/html', '\0'.repeat(5000), fetched()),
  typed('zeros-inside', 'text/html', page('zeros\0 inside'), fetched()),
  typed('invalid-utf8', 'text/html; charset=utf-8', page('invalid \xff\xfe\xc3( end'), fetched()),
  typed('many-links', 'text/html', page('many links', many(100_000, at => `<a href="/l/${at}">${at}</a>\n`)), fetched()),
  typed('one-line', 'text/html', page('one line', `<p>${'mot '.repeat(1_250_000)}</p>`), fetched('one line')),
  typed('nested', 'text/html', page('nested', '<div>'.repeat(2000) + '<a href="/deep">deep</a>'), fetched('nested')),
  typed('many-attributes', 'text/html', page('attributes', `<p ${many(50_000, at => `a${at}=1 `)}>`), fetched('attributes')),
  typed('unclosed', 'text/html', `<title>unclosed</title><p><a href="/x${'y'.repeat(200_000)}`, fetched('unclosed')),
  typed('long-title', 'text/html', page('t'.repeat(1_000_000)), fetched()),
  typed('terminal', 'text/html', page('\x1b]0;pwned\x07\x1b[2J terminal'), fetched()),
  hazard('/refresh', fetched('refresh'), 'a meta refresh', asked => {
    sendHtml(asked, '<title>refresh</title><meta http-equiv="refresh" content="0; url=/refresh/target">')
  }),
  hazard('/refresh/target', fetched('refreshed'), 'where the meta refresh leads', asked => {
    sendHtml(asked, page('refreshed'))
  }),
]

function typed(name: string, type: string | null, latin1: string, expected: ReturnType<typeof fetched>): Hazard {
  return hazard(`/document-${name}`, expected, `a document of type ${type ?? '(none)'}: ${name}`, ({ response }) => {
    if (type !== null) response.setHeader('content-type', type)
    response.end(Buffer.from(latin1, 'latin1'))
  })
}

const french = 'été à Nîmes'
const oe = 'cœur à 5 €'

/** Bytes of `text` where Unicode and the charset part ways. */
const bytesOf: Readonly<Record<string, (text: string) => Buffer>> = {
  'windows-1252': text => single(text, { œ: 0x9c, '€': 0x80 }),
  'iso-8859-1': text => single(text, {}),
  'iso-8859-15': text => single(text, { œ: 0xbd, '€': 0xa4 }),
  macintosh: text => single(text, { é: 0x8e, à: 0x88, î: 0x94, œ: 0xcf, '€': 0xdb }),
  'utf-8': text => Buffer.from(text, 'utf8'),
  'utf-16le': text => Buffer.from(text, 'utf16le'),
  'utf-16be': text => Buffer.from(text, 'utf16le').swap16(),
}

const single = (text: string, special: Readonly<Record<string, number>>) =>
  Buffer.from([...text].map(char => special[char] ?? char.charCodeAt(0)))

const bom = '\ufeff'

interface Written {
  /** What the bytes are. */
  readonly as: string
  /** The document; `T` stands for the title. */
  readonly html: string
  /** Content-Type without its charset parameter is text/html. */
  readonly header?: string
  readonly title?: string
}

/** The French web of 2005: what was declared, and where. */
const writings: Readonly<Record<string, Written>> = {
  'header-latin1': { as: 'iso-8859-1', header: 'iso-8859-1', html: '<title>T</title>' },
  'header-latin1-is-windows': { as: 'windows-1252', header: 'ISO-8859-1', html: '<title>T</title>', title: oe },
  'header-latin9': { as: 'iso-8859-15', header: 'iso-8859-15', html: '<title>T</title>', title: oe },
  'header-quoted': { as: 'iso-8859-15', header: '"iso-8859-15"', html: '<title>T</title>', title: oe },
  'header-wins': { as: 'utf-8', header: 'utf-8', html: '<meta charset=iso-8859-1><title>T</title>' },
  'header-unknown': { as: 'iso-8859-1', header: 'iso-latin-9', html: '<meta charset=iso-8859-1><title>T</title>' },
  meta: { as: 'iso-8859-15', html: '<meta charset="iso-8859-15"><title>T</title>', title: oe },
  'meta-pragma': {
    as: 'windows-1252',
    html: '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"><TITLE>T</TITLE>',
    title: oe,
  },
  'meta-mac': { as: 'macintosh', html: '<meta charset=x-mac-roman><title>T</title>', title: oe },
  'meta-late': {
    as: 'iso-8859-15',
    html: `<!-- ${'généré '.repeat(400)} --><meta charset=iso-8859-15><title>T</title>`,
    title: oe,
  },
  'meta-says-utf16': { as: 'utf-8', html: '<meta charset=utf-16><title>T</title>' },
  'meta-broken': { as: 'utf-8', html: '<meta http-equiv=content-type content="text/html; charset"><title>T</title>' },
  'meta-in-comment': { as: 'utf-8', html: '<!-- <meta charset=macintosh> --><title>T</title>' },
  'xml-declaration': { as: 'iso-8859-15', html: '<?xml version="1.0" encoding="iso-8859-15"?><title>T</title>', title: oe },
  'bom-utf8': { as: 'utf-8', header: 'iso-8859-1', html: `${bom}<title>T</title>` },
  'bom-utf16le': { as: 'utf-16le', header: 'utf-8', html: `${bom}<title>T</title>`, title: oe },
  'bom-utf16be': { as: 'utf-16be', html: `${bom}<title>T</title>`, title: oe },
  'header-utf16': { as: 'utf-16le', header: 'utf-16', html: '<title>T</title>', title: oe },
  'undeclared-latin1': { as: 'windows-1252', html: '<title>T</title>', title: oe },
  'undeclared-utf8': { as: 'utf-8', html: '<title>T</title>', title: oe },
}

export const charsetHazards: readonly Hazard[] = Object.entries(writings).map(([name, { as, html, header, title = french }]) =>
  hazard(`/charset-${name}`, fetched(title), `bytes in ${as}, declared by ${name}`, (asked: Asked) => {
    const bytes = bytesOf[as]!(html.replace('T<', `${title}<`))
    asked.response.setHeader('content-type', header === undefined ? 'text/html' : `text/html; charset=${header}`)
    asked.response.end(bytes)
  }),
)
