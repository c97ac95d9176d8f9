import type { Prose } from '#data/vocabulary/words/prose.ts'

/** A report as a sequence of blocks, whatever it is written to. */
export type ReportBlock = Heading | Paragraph | Note | List | TableBlock | Figure | Quotes | Verbatim

/** Level 2 begins a section, level 3 a part of one. `id` is a place to link to. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 2 | 3 | 4
  readonly id?: string
  readonly text: Prose
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: Prose
}

/** What a reader must not miss. */
export interface Note {
  readonly kind: 'note'
  readonly text: Prose
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly Prose[]
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: Prose
  readonly columns: readonly TableColumn[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Prose[])[]
}

export interface TableColumn {
  readonly head: Prose
  /** 'short': words that stay on one line. */
  readonly align: 'start' | 'short' | 'end'
}

export interface Figure {
  readonly kind: 'figure'
  /** Name of its file, without extension. */
  readonly name: string
  readonly caption: Prose
  /** A whole SVG element with title and description. */
  readonly svg: string
  readonly alt: string
}

/** Words of others, each with where they stand. */
export interface Quotes {
  readonly kind: 'quotes'
  readonly items: readonly { readonly words: Prose; readonly place: Prose }[]
}

/** Text to be copied as it is. */
export interface Verbatim {
  readonly kind: 'verbatim'
  readonly text: string
}

export const heading = (level: Heading['level'], text: Prose, id?: string): Heading => ({
  kind: 'heading',
  level,
  text,
  ...(id !== undefined && { id }),
})
export const paragraph = (...text: readonly Prose[]): Paragraph => ({ kind: 'paragraph', text: spaced(text) })
export const note = (...text: readonly Prose[]): Note => ({ kind: 'note', text: spaced(text) })
export const list = (items: readonly Prose[]): List => ({ kind: 'list', items })
/** Sentences one after the other. */
const spaced = (sentences: readonly Prose[]): Prose =>
  sentences
    .filter(sentence => sentence.length > 0)
    .flatMap((sentence, at) => (at === 0 ? sentence : [' ', ...sentence]))
