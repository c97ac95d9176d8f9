import type { Region } from './markup/region.ts'
import { keptLimits } from './kept-limits.ts'
import type { Block, FoundLink, TextBlock } from './page-document.ts'
import { collapseSpaces, isCollapsed } from './text/collapse-spaces.ts'

export const maxAnchor = 4000
const maxSample = 2000
/** A block with so many characters beside its links is prose. */
const minProse = 60

const wordy = /[\p{L}\p{N}]/u

/** The page's text, cut into blocks, and the place of links in it. */
export class LinkedText {
  /** Characters so far that are no link’s, spaces collapsed. */
  mass = 0
  /** Beginning of the prose. */
  sample = ''
  anchorWasCut = false
  /** Blocks with their elements, where they are kept. */
  readonly blocks: TextBlock[] = []
  readonly #keepsBlocks: boolean
  #kept = 0
  blocksWereCut = false
  #block: Block = { text: '', links: 0, hasWords: false }
  /** Space that stands before the block's next text, if there is any. */
  #gap: '' | ' ' | '\n' = ''
  #linkText = 0
  #link: FoundLink | null = null

  constructor(keepsBlocks = false) {
    this.#keepsBlocks = keepsBlocks
  }

  get isInLink(): boolean {
    return this.#link !== null
  }

  /** Appends text as decoded; returns how many characters that makes. */
  append(raw: string): number {
    const bare = raw.trim()
    // Most texts need no more than that: they stand in lines of their own.
    const isTidy = bare !== '' && isCollapsed(bare)
    const text = bare === '' ? ' ' : isTidy ? bare : collapseSpaces(raw)
    const core = isTidy ? bare : text.trim()
    const isFirst = this.#block.text === ''
    const beginsApart = isTidy ? raw.charCodeAt(0) !== bare.charCodeAt(0) : text.startsWith(' ')
    if (beginsApart && this.#gap === '') this.#gap = ' '
    if (core === '') return 0
    const added = isFirst ? core : this.#gap + core
    const endsApart = isTidy ? raw.at(-1) !== bare.at(-1) : text.endsWith(' ')
    this.#gap = endsApart ? ' ' : ''
    this.#block.text += added
    if (this.#link !== null) this.#appendToLink(this.#link, added)
    else {
      this.mass += added.length
      this.#block.hasWords ||= wordy.test(core)
    }
    return added.length
  }

  appendLineBreak(): void {
    this.#gap = '\n'
  }

  /** Ends the block; `region` is the element it stood in. */
  endBlock(region: Region | null): void {
    const { text, links } = this.#block
    this.#gap = ''
    if (text === '' && links === 0) return
    const beside = text.length - this.#linkText
    if (this.#keepsBlocks && text !== '') this.#keep(region)
    if (beside >= minProse) this.#onProse(text, region)
    if (this.#link !== null) this.#leaveBlock(this.#link)
    this.#block = { text: '', links: 0, hasWords: false }
    this.#linkText = 0
    if (this.#link !== null) this.#enterBlock(this.#link)
  }

  /** The place where an element without text stands. */
  here(): { block: Block; start: number; end: number } {
    this.#block.links += 1
    return { block: this.#block, start: this.#block.text.length, end: this.#block.text.length }
  }

  beginLink(link: FoundLink): void {
    this.#link = link
  }

  addAlt(alt: string): void {
    const text = collapseSpaces(alt).trim()
    if (this.#link !== null && text !== '' && this.#link.alt.length < maxAnchor)
      this.#link.alt += ` ${text.slice(0, maxAnchor)}`
  }

  /** Ends the link whose element is `region`, if it is the open one. */
  endLink(region: Region): void {
    if (this.#link?.region !== region) return
    if (!this.#link.spans) this.#link.end = this.#block.text.length
    this.#link = null
  }

  #appendToLink(link: FoundLink, added: string): void {
    this.#linkText += added.length
    const room = maxAnchor - link.text.length
    if (added.length > room) this.anchorWasCut = true
    if (room > 0) link.text += added.slice(0, room).replaceAll('\n', ' ')
  }

  /** A link that goes on after its block: its place is the first block in which it has text. */
  #leaveBlock(link: FoundLink): void {
    if (!link.spans && link.text.trim() !== '') {
      link.spans = true
      link.end = this.#block.text.length
    }
    if (!link.text.endsWith(' ')) link.text += ' '
  }

  #enterBlock(link: FoundLink): void {
    if (link.spans) return
    link.block = this.#block
    link.start = 0
    this.#block.links += 1
  }

  #keep(region: Region | null): void {
    const room = keptLimits.matter - this.#kept
    this.#kept += this.#block.text.length
    if (this.#kept > keptLimits.matter) this.blocksWereCut = true
    // A page may be one block: what of it has room stays.
    if (room > 0)
      this.blocks.push({
        block: this.blocksWereCut ? { ...this.#block, text: this.#block.text.slice(0, room) } : this.#block,
        region,
      })
  }

  #onProse(text: string, region: Region | null): void {
    if (region !== null) region.prose += text.length
    if (this.sample.length < maxSample) this.sample += `${text.slice(0, maxSample)} `
  }
}
