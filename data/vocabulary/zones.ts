/** Where on its page a hyperlink stands; the innermost region wins. See METHOD.md. */
export const zones = ['content', 'nav', 'header', 'footer', 'sidebar', 'blogroll', 'comment', 'other'] as const
export type Zone = (typeof zones)[number]

export const isZone = (name: string): name is Zone => (zones as readonly string[]).includes(name)

/** A value for each zone, in their order. */
export const perZone = <Value>(valueOf: (zone: Zone) => Value): Record<Zone, Value> =>
  Object.fromEntries(zones.map(zone => [zone, valueOf(zone)])) as Record<Zone, Value>

/** Counts of hyperlinks where there are none. */
export const noneByZone: Readonly<Record<Zone, number>> = Object.freeze(perZone(() => 0))

/** The words of the page itself, of which its date of publication speaks: no template, and no comment, which came later. */
export const matterZones: readonly Zone[] = ['content', 'other']

/** Zones that repeat on every page of a site: one act of recognition, however many pages carry it. */
export const templateZones: readonly Zone[] = ['nav', 'header', 'footer', 'sidebar', 'blogroll']
