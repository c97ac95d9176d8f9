import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '#data/command/make-folder.ts'
import { stateFolder } from '#data/own-crawls.ts'
import type { NightPlan } from './plan.ts'

type Env = Readonly<Record<string, string | undefined>>

const planShape = z.object({ startAt: z.number(), pauseAt: z.number(), args: z.array(z.string()) })

/**
 * The plan for the corpus in `file`, in this user's own state folder, so that it outlives the server, and no corpus from elsewhere
 * brings one. Null: there is none.
 */
export function readPlan(env: Env, file: string): NightPlan | null {
  try {
    return planShape.parse(JSON.parse(readFileSync(placeOf(env, file), 'utf8')))
  } catch {
    return null
  }
}

/** Keeps the plan, or forgets it (null). Returns whether it will be there after a restart. */
export function keepPlan(env: Env, file: string, plan: NightPlan | null): boolean {
  try {
    const place = placeOf(env, file)
    if (plan === null) rmSync(place, { force: true })
    else {
      makeFolder(dirname(place), 0o700)
      writeFileSync(`${place}.new`, JSON.stringify(plan), { mode: 0o600 })
      renameSync(`${place}.new`, place)
    }
    return true
  } catch {
    // A home that can't be written.
    return false
  }
}

/** @throws Error when there is no home. */
function placeOf(env: Env, file: string): string {
  const folder = stateFolder(env)
  if (folder === null) throw new Error('no home')
  const name = createHash('sha256').update(resolve(file).normalize('NFC')).digest('hex').slice(0, 32)
  return join(dirname(folder), 'plans', `${name}.json`)
}
