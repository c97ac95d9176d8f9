import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { readArchivedAddress } from './archived-address.ts'
import { insertedSpans, type InsertedSpan } from './inserted-spans.ts'

/** How a capture came. */
export interface CapturedForm {
  /** Address that answered. */
  readonly address: string
  /** It was asked for as captured, not as the archive shows it. */
  readonly isRaw: boolean
}

/** A page without what the archive wrote into it. */
export interface Unrewritten {
  readonly body: Buffer
  /** What the site answered, where the page only tells of it. */
  readonly status: number
  readonly redirectTo?: string
}

interface Edit extends InsertedSpan {
  readonly text: string
}

/**
 * Takes out of a page what an archive wrote into it: the prefix of its own before addresses, its banner, its scripts and styles, in the
 * forms of the Wayback Machine, OpenWayback and pywb. One layer alone: a link that the page itself had to an archive stays one. Null:
 * there is nothing of the kind; of a page that was asked for as captured, no banner. Bytes that stay are as they came. O(length).
 */
export function unrewrite(body: Buffer, { address, isRaw }: CapturedForm): Unrewritten | null {
  // One character a byte: every mark of an archive is ASCII, whatever the page's encoding.
  const html = body.toString('latin1')
  const told = isRaw ? null : toldRedirect(html, address)
  if (told !== null) return { body: Buffer.alloc(0), ...told }
  const inserted = insertedSpans(html)
  if (isRaw && inserted.length === 0) return null
  const edits = inOrder([...inserted.map(span => ({ ...span, text: '' })), ...addressEdits(html, address)])
  if (edits.length === 0) return null
  let at = 0
  let text = ''
  for (const edit of edits) {
    text += html.slice(at, edit.begin) + edit.text
    at = edit.end
  }
  return { body: Buffer.from(text + html.slice(at), 'latin1'), status: 200 }
}

/** What lies within another one goes with it. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = []
  for (const edit of edits.toSorted((a, b) => a.begin - b.begin || b.end - a.end))
    if (edit.begin >= (kept.at(-1)?.end ?? 0)) kept.push(edit)
  return kept
}

/** The values of attributes, each with the archive's own prefixes taken off. */
function addressEdits(html: string, address: string): Edit[] {
  const prefix = prefixOf(address)
  if (prefix === null) return []
  const edits: Edit[] = []
  let [begin, end] = [-1, -1]
  const reader: Partial<TokenizerCallbacks> = {
    onattribname: () => void ([begin, end] = [-1, -1]),
    onattribdata: (from, to) => {
      if (begin === -1) begin = from
      end = to
    },
    onattribend: () => {
      if (begin === -1) return
      const value = html.slice(begin, end)
      const text = value.replace(prefix, (_all, scheme: string = '') => (scheme === '' ? '' : `${scheme}//`))
      if (text !== value) edits.push({ begin, end, text })
    },
  }
  const tokenizer = new Tokenizer({ decodeEntities: false }, { ...idle, ...reader })
  tokenizer.write(html)
  tokenizer.end()
  return edits
}

const nothing = (): void => undefined
const idle: TokenizerCallbacks = {
  ...{ onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onattribname: nothing, oncdata: nothing },
  ...{ onclosetag: nothing, oncomment: nothing, ondeclaration: nothing, onend: nothing, onopentagend: nothing },
  ...{ onopentagname: nothing, onprocessinginstruction: nothing, onselfclosingtag: nothing, ontext: nothing },
  ...{ ontextentity: nothing },
}

/**
 * '/web/20120420090000im_/http://' and its like at the beginning of an address: below the archive's own root, or below any of its host
 * with a whole date. Captures the scheme, whose slashes may have become one.
 */
function prefixOf(address: string): RegExp | null {
  const own = URL.parse(address)
  if (own === null) return null
  const host = String.raw`(?:(?:https?:)?\/\/${literally(own.hostname)}(?::\d{1,5})?)?`
  const root = readArchivedAddress(address, address)?.root
  const below = root === undefined ? '' : String.raw`${literally(new URL(root).pathname)}\d{4,14}|`
  const stamp = String.raw`(?:${below}(?:\/[\w.~-]{1,60}){0,4}\/\d{14})(?:[a-z]{2}_)?\/`
  const beginning = String.raw`(?<=^|[\s,('";]|url=)`
  // Whoever wrote the page may have written its colons and slashes as character references, which archives leave.
  const written = String.raw`(?:https?|ftp|mailto|javascript|tel|data)(?::|&#x0{0,4}3a;|&#0{0,4}58;|&colon;)|(?:\/|&#x0{0,4}2f;|&#0{0,4}47;|&sol;){2}`
  const target = String.raw`(?:(https?:|ftp:)\/{1,2}|(?=${written}))`
  return new RegExp(beginning + host + stamp + target, 'gi')
}

/** RegExp.escape, which not every Node.js has that we run on. */
const literally = (text: string): string => text.replace(/\W/g, '\\$&')

/** Redirects of then are shown as pages of the archive's own, by the Wayback Machine and OpenWayback alike. */
function toldRedirect(html: string, address: string): { status: number; redirectTo: string } | null {
  const [, status] = /Got an HTTP (30[12378]) response at crawl time/.exec(html) ?? []
  if (status === undefined) return null
  const [, href = ''] = /class="impatient">\s{0,20}<a href="([^"<>]{1,8192})"/.exec(html) ?? []
  const to = readArchivedAddress(href.replaceAll('&amp;', '&'), address)
  return to === null ? null : { status: Number(status), redirectTo: to.original }
}
