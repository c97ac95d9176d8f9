import { withoutAccents } from './without-accents.ts'

/** `text` as it is compared in searches: without accents and case, ligatures opened ('Œuvre' → 'oeuvre'). */
export const foldText = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : withoutAccents(text).toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss')

/** Nothing but letters of ASCII, as most addresses: there is nothing to take apart. */
const isPlain = (text: string): boolean => !/[^ -~]/.test(text)
