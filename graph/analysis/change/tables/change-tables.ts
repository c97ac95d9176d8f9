import { arrivalTable, communityTable, gatekeeperTable } from './site-tables.ts'
import { curveTable, survivalTestTable } from './survival-tables.ts'
import type { ChangeTable } from './table-of.ts'
import { seriesTable, stepTable, waveTable } from './wave-tables.ts'

/** What `changes` tells of all waves, by the name under which it is asked for; a report names these tables as the sources of its numbers. */
export const changeTables = {
  waves: waveTable,
  series: seriesTable,
  steps: stepTable,
  survival: curveTable,
  tests: survivalTestTable,
  communities: communityTable,
  gatekeepers: gatekeeperTable,
  arrivals: arrivalTable,
} as const satisfies Readonly<Record<string, ChangeTable>>

export type ChangeTableName = keyof typeof changeTables
export const changeTableNames = Object.keys(changeTables) as readonly ChangeTableName[]
