import { randomBytes } from 'node:crypto'
import { isIP, type AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { Mistake } from '#data/mistake.ts'
import type { GuardOptions } from './guard.ts'
import { createMapApp, type MapAppParts } from './map-app.ts'

export interface ServedMap {
  /** 'http://127.0.0.1:41234/'. */
  readonly address: string
  readonly close: () => Promise<void>
}

export interface ServeOptions {
  /** 0: a free one. */
  readonly port: number
  /** Address to listen on; default 127.0.0.1. Any other one opens the map to other machines. */
  readonly host?: string
  /** What other machines must know. */
  readonly password?: string
  /** Nothing can be changed. */
  readonly readOnly?: boolean
}

type Access = Pick<GuardOptions, 'isHost' | 'token' | 'password' | 'session'>
type Parts = Omit<MapAppParts, keyof Access>

/** Serves the map of one study; see `serveApp`. */
export const serveMap = (parts: Parts, options: ServeOptions): Promise<ServedMap> =>
  serveApp(access => createMapApp({ ...parts, ...access }), options)

/**
 * Asked before anything is opened or built. @throws Mistake when the map would be open to others without read-only or a password
 * that is one.
 */
export function refuseOpenDoor(options: ServeOptions): void {
  const { host = '127.0.0.1', password, readOnly = false } = options
  if (!isLoopback(host) && password === undefined && !readOnly)
    throw new Mistake(
      `--host ${host} opens the map to other machines; expected a password (TOILE_PASSWORD) or --read-only with it`,
    )
  if (options.host !== undefined && password !== undefined && [...password].length < leastPassword)
    throw new Mistake(
      `--host ${host} with a password (TOILE_PASSWORD) of ${[...password].length} characters; expected at least ${leastPassword}: ` +
        'a few words that do not belong together are good',
    )
}

/**
 * Serves what `build` makes for those who have access. @throws Mistake when the port is taken or not allowed, the address is not this machine's, or the map
 * would be open to others.
 */
export async function serveApp(build: (access: Access) => Hono, options: ServeOptions): Promise<ServedMap> {
  refuseOpenDoor(options)
  const { port, host = '127.0.0.1', password, readOnly = false } = options
  const isOwn = isLoopback(host)
  let own: readonly string[] = []
  const token = readOnly ? null : randomBytes(24).toString('base64url')
  const app = build({
    // Behind a password any name will do, such as that of a server with TLS in front: a browser gives it to nobody who only took this server's address.
    isHost: name => own.includes(name) || password !== undefined || (!isOwn && isUnbindable(name)),
    token,
    password: password ?? null,
    session: randomBytes(24).toString('base64url'),
  })
  const server = createAdaptorServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenMistake(error, port, host)))
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  own = [
    `127.0.0.1:${taken}`,
    `localhost:${taken}`,
    `${name}:${taken}`,
    `${hostname()}:${taken}`,
    `${hostname()}.local:${taken}`,
  ]
  return {
    address: `http://${name}:${taken}/`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** Characters. What other machines may try, they try for days. */
const leastPassword = 12

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** An address in figures: no stranger's DNS can make it mean another machine. */
const isUnbindable = (host: string): boolean => isIP(host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')) !== 0

function listenMistake(error: NodeJS.ErrnoException, port: number, host: string): unknown {
  if (error.code === 'EADDRINUSE')
    return new Mistake(`port ${port} is taken; expected a free one (0 lets the machine choose)`)
  if (error.code === 'EACCES') return new Mistake(`port ${port} may not be used by this user; expected one above 1023`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Mistake(`'${host}' is no address of this machine; expected one, or 0.0.0.0 for all`)
  return error
}
