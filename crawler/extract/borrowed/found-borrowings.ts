import type { hostKinds } from '#data/vocabulary/borrowed-kinds.ts'
import { keptLimits } from '../kept-limits.ts'
import type { Attributes, Region } from '../markup/region.ts'

export type HostKind = (typeof hostKinds)[number]

/** Element → attribute that names what it brings, and how. Lazily loaded images name nothing before a script runs. */
const sources: ReadonlyMap<string, readonly [attribute: string, kind: HostKind]> = new Map([
  ['script', ['src', 'script']],
  ['img', ['src', 'image']],
  ['iframe', ['src', 'frame']],
  ['frame', ['src', 'frame']],
  ['embed', ['src', 'frame']],
  ['object', ['data', 'frame']],
  ['form', ['action', 'form']],
  ['button', ['formaction', 'form']],
])

/** What a document takes from elsewhere, as written, each address once. */
export class FoundBorrowings {
  readonly byKind = new Map<HostKind, Set<string>>()
  isCut = false
  #count = 0

  onElement({ name, attributes }: Pick<Region, 'name' | 'attributes'>): void {
    const source = sources.get(name)
    if (source !== undefined) this.#add(source[1], attributes[source[0]])
    else if (name === 'link') this.#onLink(attributes)
    else if (name === 'input') this.#onInput(attributes)
  }

  #onLink({ rel = '', as: use = '', href }: Attributes): void {
    const rels = rel.toLowerCase().split(/\s+/)
    if (rels.includes('stylesheet') || (rels.includes('preload') && use === 'style')) this.#add('style', href)
    else if (rels.includes('modulepreload') || (rels.includes('preload') && use === 'script')) this.#add('script', href)
  }

  #onInput({ type = '', src, formaction }: Attributes): void {
    if (type.toLowerCase() === 'image') this.#add('image', src)
    this.#add('form', formaction)
  }

  #add(kind: HostKind, written: string | undefined): void {
    if (written === undefined) return
    const address = beginningOf(written)
    if (address === '' || otherScheme.test(address)) return
    const known = this.byKind.get(kind) ?? new Set()
    if (known.has(address)) return
    if (this.#count >= keptLimits.borrowedSeen) return void (this.isCut = true)
    this.byKind.set(kind, known.add(address))
    this.#count += 1
  }
}

/** data:, blob:, javascript:, mailto: … name no host; data: may be as long as the page. */
const otherScheme = /^(?!https?:)[a-z][a-z0-9+.-]{0,20}:/i

/** Without query and fragment, and no longer than an address whose host and first steps are asked for. */
const beginningOf = (written: string): string => /^\s{0,99}([^?#]{0,1000})/.exec(written)![1]!.trimEnd()
