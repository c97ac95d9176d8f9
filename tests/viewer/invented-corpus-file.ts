import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A path for a corpus in a folder of its own, and what removes the folder. */
export function corpusPlace(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'toile-viewer-'))
  return { file: join(folder, 'invented.sqlite'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
