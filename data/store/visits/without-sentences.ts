/** What a hyperlink says where it stands: its sentence, or '' where the anchor stands alone in its block. */
export interface SaidOfLink {
  readonly anchor: string
  readonly context: string
}

const cut = '…'

/** Letters and digits alone: what stands beside an anchor that is alone in its block is none. */
const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * A page's text, a block a line, without the sentences of these hyperlinks. Of a sentence that was stored cut, and of one that is not found as it was stored (its page changed
 * since), the whole block goes that holds it, or its anchor: rather too much than a word that somebody objected to.
 */
export function withoutSentences(text: string, links: readonly SaidOfLink[]): string {
  const said = [...new Map(links.map(link => [`${link.anchor}\n${link.context}`, link])).values()]
  return said.reduce((left, link) => withoutSentence(left, link), text)
}

function withoutSentence(text: string, { anchor, context }: SaidOfLink): string {
  const blocks = text.split('\n')
  const isCut = context.startsWith(cut) || context.endsWith(cut)
  const sentence = isCut ? context.replace(/^…/, '').replace(/…$/, '') : context
  if (sentence.trim() === '') {
    const alone = bare(anchor)
    return alone === '' ? text : joined(blocks.filter(block => bare(block) !== alone))
  }
  if (!text.includes(sentence))
    return anchor.trim() === '' ? text : joined(blocks.filter(block => !block.includes(anchor)))
  return joined(blocks.map(block => (isCut && block.includes(sentence) ? '' : block.replaceAll(sentence, ''))))
}

const joined = (blocks: readonly string[]): string =>
  blocks
    .map(block => block.replaceAll(/ {2,}/g, ' ').trim())
    .filter(block => block !== '')
    .join('\n')
