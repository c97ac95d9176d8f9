import { existsSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * The fence of a share is a file beside its copy that says who has it: '2 ada 4711 0/8', the number that whoever begins counts up, the machine, the
 * process, the share. Its time is the last sign of life, so that a folder of shares tells who is at work between two copies.
 */
export const fenceOf = (copy: string): string => `${copy}${fenceEnding}`
export const fenceEnding = '.fence'

/** Who has a share, as its fence says. */
export interface Holder {
  readonly number: number
  readonly host: string
  /** 'K/N'; '': a fence of an earlier version does not say. */
  readonly shard: string
  /** Milliseconds since 1970, by the clock of that machine. */
  readonly seenAt: number
}

export const sayFence = (number: number, shard: string): string => `${number} ${hostname()} ${process.pid} ${shard}`

/** NaN: no fence says so. */
export const numberOf = (text: string): number => Number.parseInt(text, 10)

/** Null: there is none, or the shared folder is away. */
export function readFence(copy: string): string | null {
  try {
    return readFileSync(fenceOf(copy), 'utf8')
  } catch {
    return null
  }
}

/** Somebody removed the fence, and left the copy: the folder is not away. */
export function isFenceGone(copy: string): boolean {
  try {
    statSync(fenceOf(copy))
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && existsSync(copy)
  }
}

export function holderOf(copy: string): Holder | null {
  const text = readFence(copy)
  const [number, host = '', , shard = ''] = text?.trim().split(' ') ?? []
  const seenAt = statSync(fenceOf(copy), { throwIfNoEntry: false })?.mtimeMs
  if (number === undefined || seenAt === undefined || Number.isNaN(numberOf(number))) return null
  return { number: numberOf(number), host, shard, seenAt }
}

/** In one step: nobody reads half of it. */
export function putFence(copy: string, text: string): void {
  const growing = `${fenceOf(copy)}.${process.pid}`
  writeFileSync(growing, text)
  renameSync(growing, fenceOf(copy))
}

/** @param now milliseconds since 1970 */
export function showLife(copy: string, now: number): void {
  try {
    utimesSync(fenceOf(copy), now / 1000, now / 1000)
  } catch {
    // The folder went away: the next look tells.
  }
}
