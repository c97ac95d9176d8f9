import { archives } from './go-betweens/archives.ts'
import { copies } from './go-betweens/copies.ts'
import type { GoBetween } from './go-betweens/go-between.ts'
import { mailGuards } from './go-betweens/mail-guards.ts'
import { shops } from './go-betweens/shops.ts'
import { waysOut } from './go-betweens/ways-out.ts'

/** The first row that reads an address counts. */
export const goBetweens: readonly GoBetween[] = [...waysOut, ...mailGuards, ...shops, ...copies, ...archives]
