import { withoutAccents } from './without-accents.ts'

/** `text` as it is compared in searches: without accents and case, ligatures opened ('Œuvre' → 'oeuvre'). */
export const foldText = (text: string): string =>
  withoutAccents(text).toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss')
