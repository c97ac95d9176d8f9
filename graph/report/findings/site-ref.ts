import type { EntityId } from '#data/url/brand.ts'
import type { Study } from './study.ts'

/** A site as the report names it. */
export interface SiteRef {
  readonly id: EntityId
  readonly label: string
  readonly homepage: string
  readonly country: string
  /** Its number, or null when it was not analysed. */
  readonly community: number | null
}

export function siteRef({ nodes, analysis }: Study, id: EntityId): SiteRef {
  const node = nodes.get(id)
  return {
    id,
    label: node?.label || id,
    homepage: node?.homepage ?? '',
    country: node?.country ?? '',
    community: analysis?.nodeValues.get('community')?.get(id) ?? null,
  }
}
