import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Corpus } from '../base/corpus.ts'
import { loadPrefixTable } from './entities.ts'
import { forgottenEntities } from './forgotten-entities.ts'

/** Says whether an address is of an entity that is gone. `gone`: their rows; default: those that were forgotten on objection. */
export function namesGone(
  corpus: Corpus,
  gone?: { readonly has: (id: number) => boolean },
): (address: string) => boolean {
  const owners = loadPrefixTable(corpus)
  const rows = gone ?? forgottenEntities(corpus, owners)
  return address => {
    const url = normalizeUrl(address)
    return url !== null && rows.has(owners.find(url) ?? -1)
  }
}
