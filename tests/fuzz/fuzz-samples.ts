import { deflateSync, gzipSync } from 'node:zlib'
import { httpBlock, responseOf, warcRecord } from '#tests/crawler/fetch/archive/invented-archive.ts'
import { zipOf } from '#tests/crawler/fetch/archive/invented-zip.ts'

const site = 'http://a.example'
const text = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'))

export const html = text(
  '<!doctype html><html lang="fr"><head><meta charset="windows-1252"><title>Un carnet</title><base href="/b/">',
  '<link rel="canonical" href="http://a.example/x"><meta name="robots" content="nofollow"><meta http-equiv="refresh" content="3;url=/y">',
  '<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2012-01-01"}</script></head><body>',
  '<nav><ul><li><a href="/">Accueil</a><li><a href="//b.example/é?q=a|b">Lien</a></ul></nav><main><article><h1>Titre</h1>',
  '<p>Une phrase. Une autre avec <a rel="nofollow ugc" href="http://c.example:80/%7Ea;jsessionid=1A2B3C4D">un lien <b>gras</b></a>, et la fin.',
  '<iframe src="http://d.example/"></iframe><table><tr><td><a href="mailto:x@a.example">x</a></table></article>',
  '<section id="comments"><time datetime="2010-05-06">hier</time><a href="http://e.example">moi</a></section></main>',
  '<noscript><a href="/n">n</a></noscript><template><a href="/t">t</a></template><!-- <a href="/c"> --><footer>&copy; &#x41; &amp</footer>',
)

export const xhtml = text(
  '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html [<!-- ]> --><!ENTITY to "/&n;"><!ENTITY n "2"><!ENTITY menu \'<a href="&to;">z</a>\'>]>',
  '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>',
  '<body><p><![CDATA[<a>]]><a href="/x">y</a>&menu;<a href="&to;">&n;</a></p><script/></body></html>',
)

const chunked = Buffer.from('5;a=b\r\n<p>on\r\n4\r\ne<p>\r\n0\r\nX: y\r\n\r\n')

/** Blocks of response records, and heads as they come over the wire. */
export const exchanges: readonly Buffer[] = [
  httpBlock('<p>one', ['Content-Length: 6', 'Set-Cookie: a=b; Path=/', 'X: a\r\n folded']),
  httpBlock(gzipSync('<p>packed'), ['Content-Encoding: gzip']),
  httpBlock(deflateSync('<p>packed'), ['Content-Encoding: deflate, gzip']),
  httpBlock(chunked, ['Transfer-Encoding: chunked']),
  httpBlock('', ['Location: http://b.example/é', 'Refresh: 0;url=/x'], 'HTTP/1.0 301 Moved'),
  Buffer.from('HTTP/1.1 100 Continue\r\n\r\nhttp/2 200\nContent-Type: text/html\n\n<p>'),
]

const records = [
  warcRecord('warcinfo', '', 'software: Toile/1\r\n', { 'Content-Type': 'application/warc-fields' }),
  responseOf(`${site}/`, html.toString(), { 'WARC-Payload-Digest': 'sha1:AAAA', 'WARC-Truncated': 'length' }),
  warcRecord('response', `${site}/2`, exchanges[3]!, { 'WARC-IP-Address': '192.0.2.1' }),
  warcRecord('revisit', `${site}/3`, httpBlock(''), {
    'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
    'WARC-Payload-Digest': 'sha1:AAAA',
    'WARC-Refers-To-Target-URI': `<${site}/>`,
    'WARC-Refers-To-Date': '2020-01-01T00:00:00Z',
  }),
  warcRecord('resource', `${site}/4`, '<p>resource', { 'Content-Type': 'text/html' }),
  warcRecord('response', `${site}/5`, httpBlock('<p>in '), { 'WARC-Segment-Number': 1, 'WARC-Record-ID': '<urn:a>' }),
  warcRecord('continuation', `${site}/5`, 'segments', {
    'WARC-Segment-Number': 2,
    'WARC-Segment-Origin-ID': '<urn:a>',
    'WARC-Segment-Total-Length': 70,
  }),
  warcRecord('conversion', `${site}/`, '<p>rendered', { 'Toile-Base-URI': `${site}/` }),
]
const arcBlock = httpBlock('<p>arc')
const arcRecords = [
  Buffer.from('filedesc://a.arc 0.0.0.0 20080604151515 text/plain 5\n1 0 x\n'),
  Buffer.concat([
    Buffer.from(`${site}/ 192.0.2.7 20080604151515 text/html ${arcBlock.length}\n`),
    arcBlock,
    Buffer.from('\n'),
  ]),
]
const eachPacked = (list: readonly Buffer[]): Buffer => Buffer.concat(list.map(bytes => gzipSync(bytes)))

/** By the ending of their files. */
export const archives: readonly (readonly [ending: string, bytes: Buffer])[] = [
  ['warc', Buffer.concat(records)],
  ['warc.gz', eachPacked(records)],
  ['warc.gz', gzipSync(Buffer.concat(records))],
  ['arc', Buffer.concat(arcRecords)],
  ['arc.gz', eachPacked(arcRecords)],
  ['wacz', zipOf({ 'archive/a.warc.gz': eachPacked(records), 'archive/b.warc': records[1]! }, 'stored')],
  ['wacz', zipOf({ 'archive/a.warc.gz': eachPacked(records), 'datapackage.json': Buffer.from('{}') }, 'deflated')],
]

export const robots: readonly Buffer[] = [
  text(
    '# hello',
    'User-agent: *',
    'User-agent: toile',
    'Disallow: /a*b$',
    'Allow: /%C3%A9',
    'Crawl-delay: 2',
    '',
    'Sitemap: /s.xml',
  ),
  Buffer.from('\ufeffUser-agent: Toile\nDisallow: /', 'utf16le'),
]

export const sitemaps: readonly Buffer[] = [
  text(
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.example/&amp;x</loc></url></urlset>',
  ),
  text('<sitemapindex><sitemap><loc>/s2.xml</loc><lastmod>2020</lastmod></sitemap></sitemapindex>'),
  text('<rss><channel><item><link>http://a.example/1</link></item></channel></rss>'),
  text('<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="http://a.example/2"/></entry></feed>'),
  text('http://a.example/1', 'http://a.example/2'),
]

export const seedLists: readonly Buffer[] = [
  text(
    'url,prefixes,name,country',
    'http://a.example/,"http://a.example/ http://b.example/",Un,FR',
    'https://c.example/x,,"Deux, ""trois""",',
  ),
  text('"sep=;"', 'Site web;nom', 'a.example;Un', 'http://b.example/é;Deux'),
  text('a.example', 'www.b.example/x', 'http://c.example/'),
  Buffer.from('url\tname\nhttp://a.example/\tUn\n', 'utf16le'),
]

export const networks: readonly (readonly [ending: string, bytes: Buffer])[] = [
  [
    'gexf',
    text(
      '<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="directed" mode="static">',
      '<attributes class="node"><attribute id="0" title="country" type="string"><default>FR</default></attribute></attributes>',
      '<nodes><node id="a" label="A"><attvalues><attvalue for="0" value="FR"/></attvalues><viz:color r="1" g="2" b="3"/><viz:position x="1" y="2"/></node><node id="b"/></nodes>',
      '<edges><edge id="0" source="a" target="b" weight="2.5"/></edges></graph></gexf>',
    ),
  ],
  [
    'graphml',
    text(
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" attr.type="double"/>',
      '<graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b"><data key="w">1</data></edge></graph></graphml>',
    ),
  ],
  [
    'gml',
    text('graph [ directed 1 node [ id 1 label "a &amp; b" ] node [ id 2 ] edge [ source 1 target 2 value 1.5 ] ]'),
  ],
  ['net', text('*Vertices 2', '1 "a" 0.1 0.2 ic Red', '2 "b"', '*Arcs', '1 2 3', '*Edges', '1 2')],
  [
    'json',
    text(
      '{"attributes":{},"options":{"type":"directed"},"nodes":[{"key":"a"},{"key":"b","attributes":{"x":1}}],"edges":[{"source":"a","target":"b"}]}',
    ),
  ],
  ['csv', text('source,target,weight', 'a,b,1', '"b ""x""",a,2')],
]
