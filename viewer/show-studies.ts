import { join } from 'node:path'
import type { Surroundings } from '#data/command/command.ts'
import { makeFolder } from '#data/command/make-folder.ts'
import { hostTurnsFolder, hostTurnsVariable } from '#data/host-turns-variable.ts'
import { Stopped } from '#data/mistake.ts'
import { buildClient } from './server/build-client.ts'
import { readClientFiles } from './server/client-files.ts'
import { openInBrowser } from './server/open-in-browser.ts'
import { refuseOpenDoor, serveApp } from './server/serve-map.ts'
import { createStudiesApp, type StudiesApp } from './server/studies/studies-app.ts'
import { cli, programOf, serveOptions, stopOf, warnOfPlainHttp } from './show-map.ts'

export interface ShowStudiesOptions {
  /** 0: a free one. */
  readonly port: number
  readonly open: boolean
  /** See ServeOptions. */
  readonly host?: string
  readonly readOnly?: boolean
  /** The study to begin with; absent: the start page. */
  readonly study?: string
}

/**
 * Serves the studies of `folder` until the user stops it: a page that lists them, and the map of each. Their crawls take turns at hosts. The
 * first line on standard output is the address.
 * @throws Stopped when stopped; Mistake when the port can't be had.
 */
export async function showStudies(
  surroundings: Surroundings,
  folder: string,
  { port, open, study, host, readOnly }: ShowStudiesOptions,
): Promise<never> {
  const { now, err, out, stop } = surroundings
  const env = { [hostTurnsVariable]: join(folder, hostTurnsFolder), ...surroundings.env }
  const asked = serveOptions(surroundings, { port, ...(host && { host }), ...(readOnly && { readOnly }) })
  refuseOpenDoor(asked)
  makeFolder(folder)
  const client = readClientFiles(await buildClient())
  const program = programOf(surroundings)
  let made: StudiesApp | undefined
  const served = await serveApp(access => {
    made = createStudiesApp({ folder, env, now, err, client, command: [process.execPath, cli], program, ...access })
    return made.app
  }, asked)
  const address = study === undefined ? served.address : `${served.address}study/${encodeURIComponent(study)}/`
  out(`${address}\n`)
  const opened = open && openInBrowser(address, process.platform, env)
  err(`${opened ? 'Opening the page in your browser' : 'Open this address in a browser'}. Ctrl-C ends it.\n`)
  if (host !== undefined) warnOfPlainHttp(host, err)
  await stopOf(stop)
  await served.close()
  await made?.close()
  throw new Stopped('stopped')
}
