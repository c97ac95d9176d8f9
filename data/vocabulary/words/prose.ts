import type { Num } from './num.ts'

/** A piece of running text. A bare string is in the report's own words; what strangers wrote is a `theirs`. */
export type Inline =
  | string
  | { readonly kind: 'number'; readonly num: Num; readonly as: NumberStyle; readonly decimals?: number }
  | { readonly kind: 'theirs'; readonly text: string }
  /** The anchor of a hyperlink, within its sentence. */
  | { readonly kind: 'anchor'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: Prose }
  | { readonly kind: 'link'; readonly url: string; readonly text: Prose }
  /** A link to a place of this document. */
  | { readonly kind: 'see'; readonly id: string; readonly text: Prose }

export type Prose = readonly Inline[]

/** How a number is written: three significant digits, a share in percent, a p-value, a z-score. */
export type NumberStyle = 'plain' | 'share' | 'p' | 'z'

type Piece = Inline | Prose | Num

const isNum = (piece: Inline | Num): piece is Num => typeof piece === 'object' && 'from' in piece

/** Puts pieces together: prose`${sites} sites`. A number is written plainly unless it is wrapped. */
export function prose(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Prose {
  const all = strings.flatMap((text, at): (Inline | Num)[] => {
    const piece = pieces[at]
    return [text, ...(piece === undefined ? [] : Array.isArray(piece) ? (piece as Prose) : [piece as Inline | Num])]
  })
  return all.filter(piece => piece !== '').map(piece => (isNum(piece) ? plain(piece) : piece))
}

const written =
  (as: NumberStyle) =>
  (num: Num): Inline => ({ kind: 'number', num, as })
export const plain = written('plain')
export const share = written('share')
export const pValue = written('p')
export const zScore = written('z')

/** A mean and its standard deviation: two digits of the deviation, and as many decimals of the mean. */
export function around(mean: Num, sd: Num | null): Prose {
  if (sd === null || sd.value <= 0) return sd === null ? [plain(mean)] : [plain(mean), ' ± ', plain(sd)]
  const decimals = Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(sd.value))))
  return [fixed(mean, decimals), ' ± ', fixed(sd, decimals)]
}

/** With exactly so many decimals. */
export const fixed = (num: Num, decimals: number): Inline => ({ kind: 'number', num, as: 'plain', decimals })

export const theirs = (text: string): Inline => ({ kind: 'theirs', text })
export const anchor = (text: string): Inline => ({ kind: 'anchor', text })
export const code = (text: string): Inline => ({ kind: 'code', text })
export const strong = (text: Prose | string): Inline => ({
  kind: 'strong',
  text: typeof text === 'string' ? [text] : text,
})
export const see = (id: string, text: Prose | string): Inline => ({
  kind: 'see',
  id,
  text: typeof text === 'string' ? [text] : text,
})

/** A link, where the address is http or https; else its text alone. */
export const link = (url: string, text: Prose): Prose =>
  /^https?:\/\//i.test(url) && URL.canParse(url) ? [{ kind: 'link', url, text }] : text

/** `parts` with `between` between them. */
export const joined = (parts: readonly Prose[], between: string): Prose =>
  parts.flatMap((part, at) => (at === 0 ? part : [between, ...part]))

/** The numbers of a text, in its order. */
export const numbersOf = (text: Prose): Num[] =>
  text.flatMap(piece => {
    if (typeof piece === 'string') return []
    if (piece.kind === 'number') return [piece.num]
    return piece.kind === 'strong' || piece.kind === 'link' || piece.kind === 'see' ? numbersOf(piece.text) : []
  })
