import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files keep what one of them made and others copy; gone after the run. */
    sharedFolder: string
  }
}

/** Before the tests of a project. */
export default function shareFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'toile-shared-'))
  project.provide('sharedFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
