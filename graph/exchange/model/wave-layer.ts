import type { SiteEdge } from '#data/records.ts'

/** The graph of one wave, on the nodes of the export, with what was not observed. */
export interface WaveLayer {
  /** Empty where the corpus knows no wave. */
  readonly label: string
  /** ISO 8601; empty where it is not known, or not ended. */
  readonly started: string
  readonly ended: string
  /** The day that it speaks of, ISO 8601: that of its archive, else the one on which it began; empty for several waves together. */
  readonly day: string
  readonly edges: readonly Pick<SiteEdge, 'source' | 'target' | 'weight'>[]
  /** Ids of sites of which no page was read then: what they cite is not known. */
  readonly unread: ReadonlySet<string>
  /** Pages read then, by id. */
  readonly pages: ReadonlyMap<string, number>
  /** tieKey of ties of a neighbouring wave that were not looked at in this one, and of those that nobody coded where only coded ones count. */
  readonly unknown: ReadonlySet<string>
}

export const tieKey = (source: string, target: string): string => JSON.stringify([source, target])
