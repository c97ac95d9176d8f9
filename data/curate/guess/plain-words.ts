import { withoutAccents } from '#data/vocabulary/without-accents.ts'

/** The words of a text in lower case, without accents; what joins them in addresses parts them here. */
export const plainWords = (text: string): readonly string[] =>
  withoutAccents(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** An address in the place of a name: its words are its site's sections. */
export const isAddress = (anchor: string): boolean => /^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(anchor)
