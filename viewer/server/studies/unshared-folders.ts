import { existsSync } from 'node:fs'
import { archivesOf, ownNote } from '#data/own-crawls.ts'
import { archiveFolder } from '#data/store/visits/archive-place.ts'
import { madeFolder } from '../deeds/made-files.ts'
import { awayFolder, studyFile, studyNames } from './study-files.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Folders that go with the study `name` of `folder` when it is deleted. Its archive stays when another study was read into it or of it:
 * a copy that an older Toile made, or a crawl that was told to.
 */
export function unsharedFolders(env: Env, folder: string, name: string): string[] {
  const file = studyFile(folder, name)
  const others = [folder, awayFolder(folder)]
    .flatMap(place => studyNames(place).map(other => studyFile(place, other)))
    .filter(other => other !== file)
  const archive = archiveFolder(file)
  const isShared = existsSync(archive) && others.some(other => archivesOf(ownNote(env, other)?.options ?? null).includes(archive)) // prettier-ignore
  return isShared ? [madeFolder(file)] : [madeFolder(file), archive]
}
