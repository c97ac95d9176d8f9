import type { Url } from '#data/url/brand.ts'
import { classifyError } from '../classify-error.ts'
import type { Transfer } from '../exchange.ts'

/** Addresses and origins remembered, each; the oldest go first. */
const maxKnown = 10_000

/** Which addresses the next request reads leniently. */
export interface IrregularHosts {
  readonly reads: (url: Url) => boolean
  /** Whether the failure of a strict reading could be one that browsers don't have; then the address is read leniently from now on. */
  readonly suspect: (url: Url, transfer: Transfer) => boolean
  /** A lenient reading has ended. A host whose head needs it is spared the strict first try of its other pages. */
  readonly learn: (url: Url, isIrregular: boolean) => void
}

/** Remembers them for the life of a client: a process that is started anew learns them anew. */
export function createIrregularHosts(): IrregularHosts {
  const addresses = new Set<string>()
  const origins = new Set<string>()
  const add = (known: Set<string>, name: string) => {
    known.add(name)
    if (known.size > maxKnown) known.delete(known.values().next().value!)
  }
  return {
    reads: url => addresses.has(url) || origins.has(new URL(url).origin),
    suspect(url, { error, stage }) {
      if (error === null || stage === 'connecting' || !isReadableByBrowsers(error, stage)) return false
      add(addresses, url)
      return true
    },
    learn(url, isIrregular) {
      if (isIrregular) add(origins, new URL(url).origin)
    },
  }
}

function isReadableByBrowsers(error: unknown, stage: Transfer['stage']): boolean {
  const { slug, code } = classifyError(error, stage)
  return (slug === 'protocol' || slug === 'incomplete') && !code.startsWith('UND_ERR_INVALID')
}
