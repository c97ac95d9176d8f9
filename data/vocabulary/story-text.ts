/** A piece of a story's paragraph: words, or words that lead to a view of the map. */
export type StoryPart = { readonly text: string; readonly address?: string }

/** `[12 ties](#cell=country&row=FR&col=US)`; an address has no brackets and no spaces of its own. */
const link = /\[([^[\]\n]{1,300})\]\(#([^()\s]{0,4000})\)/g

/** Takes a text apart at its links to views; all else, markup included, is text. Linear. */
export function storyParts(text: string): StoryPart[] {
  const parts: StoryPart[] = []
  let end = 0
  for (const { 0: whole, 1: words, 2: address, index } of text.matchAll(link)) {
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push({ text: words!, address: address! })
    end = index + whole.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** Paragraphs: what blank lines part. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n\n')
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')

/** The text with `change` done to the address of each link; null: its words stay, the link goes. */
export const withAddresses = (text: string, change: (address: string) => string | null): string =>
  storyParts(text)
    .map(({ text: words, address }) => {
      if (address === undefined) return words
      const now = change(address)
      return now === null ? words : `[${words}](#${now})`
    })
    .join('')
