import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Signature } from '#data/tools/signature.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Corpus } from '../base/corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'
import { loadPrefixTable } from '../entities/entities.ts'
import { forgottenEntities } from '../entities/forgotten-entities.ts'

/** The rows that the user added to the table of tools, kept in the corpus so that each copy has them. */
export const ownSignatures = (corpus: Corpus): readonly Signature[] =>
  JSON.parse(readMeta(corpus, 'tools') ?? '[]') as readonly Signature[]

/** Keeps these rows but for those that name somebody who was forgotten on objection; returns how many were left out. */
export function setOwnSignatures(corpus: Corpus, rows: readonly Signature[]): number {
  const owners = loadPrefixTable(corpus)
  const kept = withoutGone(rows, forgottenEntities(corpus, owners), owners)
  writeMeta(corpus, 'tools', JSON.stringify(kept))
  return rows.length - kept.length
}

/** Takes the rows that name entities that are gone out of the user's table. */
export function forgetInOwnSignatures(corpus: Corpus, gone: ReadonlySet<number>): void {
  const rows = ownSignatures(corpus)
  const kept = withoutGone(rows, gone, loadPrefixTable(corpus))
  if (JSON.stringify(kept) !== JSON.stringify(rows)) writeMeta(corpus, 'tools', JSON.stringify(kept))
}

/** A row names them as the maker or as the host of its pattern; a row that only quotes a page of theirs loses its source. */
function withoutGone(
  rows: readonly Signature[],
  gone: { has(id: number): boolean },
  owners: PrefixTable<number>,
): Signature[] {
  const isGone = (address: string): boolean => {
    const url = normalizeUrl(address)
    return url !== null && gone.has(owners.find(url) ?? -1)
  }
  const isNamed = ({ maker, pattern }: Signature): boolean =>
    isGone(`http://${maker}/`) ||
    ('host' in pattern && pattern.host !== '' && isGone(`http://${pattern.host.replace(/^\./, '')}${pattern.path}`))
  return rows
    .filter(row => !isNamed(row))
    .map(row => (row.source !== '' && isGone(row.source) ? { ...row, source: '', checked: '' } : row))
}
