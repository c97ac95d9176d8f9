/**
 * `text` without accents: decomposed (NFD), marks left out. Those that stand by themselves go first: engines put a run of them in
 * order (Unicode, 3.11) in time quadratic in its length, and a letter brings few.
 */
export const withoutAccents = (text: string): string =>
  text.replace(/\p{M}/gu, '').normalize('NFD').replace(/\p{M}/gu, '')
