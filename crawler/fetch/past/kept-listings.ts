import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Answers of an archive's index, kept as they came, so that no later call asks for them again. */
export interface KeptListings {
  readonly read: (address: string) => string | null
  readonly keep: (address: string, text: string) => void
}

/** In `folder`, a file for each address; written whole or not at all. */
export function keepListings(folder: string): KeptListings {
  const fileOf = (address: string): string =>
    join(folder, `${createHash('sha256').update(address).digest('hex').slice(0, 32)}.json`)
  return {
    read: address => {
      try {
        return readFileSync(fileOf(address), 'utf8')
      } catch {
        return null
      }
    },
    keep: (address, text) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = fileOf(address)
      writeFileSync(`${file}.new`, text)
      renameSync(`${file}.new`, file)
    },
  }
}
