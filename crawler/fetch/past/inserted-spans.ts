/** A part of a text. */
export interface InsertedSpan {
  readonly begin: number
  readonly end: number
}

/** What stands between such comments is an archive's, comments included: the Wayback Machine and OpenWayback, pywb. */
const blocks: readonly (readonly [begin: string, end: string])[] = [
  ['<!-- BEGIN WAYBACK TOOLBAR INSERT -->', '<!-- END WAYBACK TOOLBAR INSERT -->'],
  ['<!-- WB Insert -->', '<!-- End WB Insert -->'],
]

/** The Wayback Machine says only where its scripts and styles end; they begin right behind the head's tag. */
const endOfHead = '<!-- End Wayback Rewrite JS Include -->'
const mostOfHead = 30_000

/** Comments of the archive on when it answered. */
const remarks = ['FILE ARCHIVED ON ', 'playback timings (ms):', 'JAVASCRIPT APPENDED BY WAYBACK MACHINE']

/** Scripts and styles of its own: by their address, or by what they begin with. */
const ownSource =
  /\bsrc\s{0,9}=\s{0,9}["']?[^"'\s>]{0,200}(?:\/_static\/|archive\.org\/(?:includes|static)\/|\/static\/(?:[\w/.-]{0,60}\/)?(?:wombat|wb|analytics|disclaim-element|graph-calc|default_banner|ait-client-rewrite|bundle-playback)[\w.-]{0,40}\.js)/i
const ownWords =
  /\b(?:__wm\.(?:init|bt|rw|wombat)|WB_wombat_Init|_WBWombatInit|archive_analytics\.|wbinfo\.\w+ =|var _____WB\$wombat)/

const ownStyle =
  /<link\b[^<>]{0,300}\bhref\s{0,9}=\s{0,9}["']?[^"'\s<>]{0,200}(?:\/_static\/css\/|\/static\/(?:[\w/.-]{0,60}\/)?(?:banner-styles|iconochive|default_banner|vue_banner|wb)\.css)[^<>]{0,300}>/gi

/** What an archive wrote into a page, in the order of the kinds; spans may lie within each other. O(length). */
export function insertedSpans(html: string): InsertedSpan[] {
  return [
    ...blocks.flatMap(([begin, end]) => between(html, begin, end)),
    ...headSpan(html),
    ...remarkSpans(html),
    ...scriptSpans(html),
    ...styleSpans(html),
  ]
}

function between(html: string, begin: string, end: string): InsertedSpan[] {
  const spans: InsertedSpan[] = []
  for (let at = html.indexOf(begin); at !== -1; at = html.indexOf(begin, at + 1)) {
    const last = html.indexOf(end, at)
    if (last === -1) break
    spans.push({ begin: at, end: last + end.length })
    at = last
  }
  return spans
}

function headSpan(html: string): InsertedSpan[] {
  const last = html.indexOf(endOfHead)
  if (last === -1) return []
  const before = html.slice(Math.max(0, last - mostOfHead), last)
  const from = last - before.length
  const head = /<head(?:\s[^<>]{0,1000})?>/i.exec(before)
  const begin = head === null ? before.search(/<script\b/i) : head.index + head[0].length
  return [{ begin: begin === -1 ? last : from + begin, end: last + endOfHead.length }]
}

function remarkSpans(html: string): InsertedSpan[] {
  return remarks.flatMap(remark => {
    const at = html.lastIndexOf(remark)
    if (at === -1) return []
    const begin = html.lastIndexOf('<!--', at)
    const end = html.indexOf('-->', at)
    return begin === -1 || end === -1 || html.slice(begin, at).includes('-->') ? [] : [{ begin, end: end + 3 }]
  })
}

const openScript = /<script\b[^<>]{0,2000}>/gi
const looked = 4_000

function scriptSpans(html: string): InsertedSpan[] {
  const spans: InsertedSpan[] = []
  const close = /<\/script\s{0,9}>/gi
  let closing = close.exec(html)
  for (const { 0: tag, index } of html.matchAll(openScript)) {
    const begin = index + tag.length
    while (closing !== null && closing.index < begin) closing = close.exec(html)
    if (closing === null) break
    const code = html.slice(begin, Math.min(closing.index, begin + looked))
    if (ownSource.test(tag) || ownWords.test(code)) spans.push({ begin: index, end: close.lastIndex })
  }
  return spans
}

const styleSpans = (html: string): InsertedSpan[] =>
  [...html.matchAll(ownStyle)].map(({ 0: tag, index }) => ({ begin: index, end: index + tag.length }))
