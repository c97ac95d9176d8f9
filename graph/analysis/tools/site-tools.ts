import type { PrefixTable } from '#data/entity/assign-entity.ts'
import { loadPrefixTable } from '#data/store/entities/entities.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import {
  borrowedLists,
  type BorrowedQuestion,
  type BorrowingSite,
  borrowingSites,
} from '#data/store/tools/borrowed-lists.ts'
import { ownSignatures } from '#data/store/tools/own-signatures.ts'
import { type Borrowing, readBorrowings } from '#data/tools/borrowing.ts'
import { builtInSignatures } from '#data/tools/built-in-signatures.ts'
import { buildToolFinder, type ToolFinder } from '#data/tools/find-tool.ts'
import type { Signature, Tool } from '#data/tools/signature.ts'
import { type BorrowedKind, borrowedKinds } from '#data/vocabulary/borrowed-kinds.ts'
import { isOwnHost } from './own-host.ts'

/** A tool that a site uses. */
export interface ToolUse {
  readonly tool: Tool
  /** Pages that take something of it, each once. */
  readonly pages: number
  readonly kinds: readonly BorrowedKind[]
  /** What shows it: hosts, generator marks, names of cookies; sorted. */
  readonly shownBy: readonly string[]
}

/** What a site uses. */
export interface ToolsOfSite {
  readonly site: BorrowingSite
  /** Pages read, and those of them of which it was kept what they take: with 0 nobody knows what the site uses. */
  readonly pages: number
  readonly known: number
  /** By name of the tool. */
  readonly uses: readonly ToolUse[]
  /** Hosts of others that are no known tool's, and the pages that take from them. */
  readonly otherHosts: ReadonlyMap<string, number>
}

/** Says which tool a site shows by something it takes. */
export interface SiteToolFinder {
  readonly toolOf: (site: BorrowingSite, one: Borrowing) => Signature | 'own' | null
}

/** By the table of the corpus's own, then the built-in one. A maker's own site borrows nothing of its tools. */
export function siteToolFinder(corpus: Corpus, own: readonly Signature[] = ownSignatures(corpus)): SiteToolFinder {
  const find: ToolFinder = buildToolFinder(own, builtInSignatures())
  const owners: PrefixTable<number> = loadPrefixTable(corpus)
  const known = new Map<string, boolean>()
  const isOwn = (site: number, one: Borrowing): boolean => {
    const key = `${site} ${one.host}${one.detail}`
    const answer = known.get(key) ?? isOwnHost(owners, site, one)
    if (known.size > mostRemembered) known.clear()
    known.set(key, answer)
    return answer
  }
  return {
    toolOf: (site, one) => {
      const isTheirs = one.host !== '' && isOwn(site.row, one)
      const row = find(one, isTheirs)
      if (row !== null) return row.maker === site.id ? 'own' : row
      return isTheirs ? 'own' : null
    },
  }
}

const mostRemembered = 100_000

/** What each site of the statuses uses, by id (`only`: the one of that id); those that nobody looked at are among them, with no page known. O(distinct lists). */
export function siteTools(
  corpus: Corpus,
  question: BorrowedQuestion,
  finder = siteToolFinder(corpus),
  only?: string,
): ToolsOfSite[] {
  const sites = borrowingSites(corpus, question).filter(({ id }) => only === undefined || id === only)
  const gathered = new Map(sites.map(site => [site.row, new Gatherer(site, finder)]))
  const [alone] = only === undefined ? [] : sites
  for (const { site, list, pages } of borrowedLists(corpus, question, alone?.row)) gathered.get(site)?.add(list, pages)
  return sites.map(({ row }) => gathered.get(row)!.done())
}

interface Gathered {
  readonly tool: Tool
  pages: number
  readonly kinds: Set<BorrowedKind>
  readonly shownBy: Set<string>
}

class Gatherer {
  readonly #site: BorrowingSite
  readonly #finder: SiteToolFinder
  readonly #uses = new Map<string, Gathered>()
  readonly #others = new Map<string, number>()
  #pages = 0
  #known = 0

  constructor(site: BorrowingSite, finder: SiteToolFinder) {
    this.#site = site
    this.#finder = finder
  }

  /** A tool that a list shows twice counts once for each of its pages. */
  add(text: string | null, pages: number): void {
    this.#pages += pages
    const list = text === null ? null : readBorrowings(text)
    if (list === null) return
    this.#known += pages
    const [tools, hosts] = [new Set<Gathered>(), new Set<string>()]
    for (const one of list) {
      const found = this.#finder.toolOf(this.#site, one)
      if (found === null && one.host !== '') hosts.add(one.host)
      if (found !== null && found !== 'own') tools.add(this.#note(found, one))
    }
    for (const use of tools) use.pages += pages
    for (const host of hosts) this.#others.set(host, (this.#others.get(host) ?? 0) + pages)
  }

  #note({ name, maker, country, category }: Signature, { kind, host, detail }: Borrowing): Gathered {
    const use = this.#uses.get(name) ?? {
      tool: { name, maker, country, category },
      pages: 0,
      kinds: new Set(),
      shownBy: new Set(),
    }
    this.#uses.set(name, use)
    use.kinds.add(kind)
    use.shownBy.add(host === '' ? detail : host)
    return use
  }

  done(): ToolsOfSite {
    const uses = [...this.#uses.values()].map(({ tool, pages, kinds, shownBy }): ToolUse => ({
      tool,
      pages,
      kinds: borrowedKinds.filter(kind => kinds.has(kind)),
      shownBy: [...shownBy].toSorted(),
    }))
    const others = [...this.#others].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return {
      site: this.#site,
      pages: this.#pages,
      known: this.#known,
      uses: uses.toSorted((a, b) => (a.tool.name < b.tool.name ? -1 : 1)),
      otherHosts: new Map(others),
    }
  }
}
