import type { Zone } from '#data/records.ts'

/** Every zone, in the order of the contract. The compiler sees to it that none is missing. */
const order: Readonly<Record<Zone, number>> = {
  content: 0,
  nav: 1,
  header: 2,
  footer: 3,
  sidebar: 4,
  blogroll: 5,
  comment: 6,
  other: 7,
}

export const zoneNames = Object.keys(order) as Zone[]
