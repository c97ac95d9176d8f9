import { createAdaptorServer } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { Mistake } from '../../data/mistake.ts'
import { createMapApp, type MapAppParts } from './map-app.ts'

export interface ServedMap {
  /** 'http://127.0.0.1:41234/'. */
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Serves the map on 127.0.0.1; port 0 takes a free one.
 * @throws Mistake when the port is taken or not allowed.
 */
export async function serveMap(parts: Omit<MapAppParts, 'hosts'>, port: number): Promise<ServedMap> {
  let hosts: readonly string[] = []
  const server = createAdaptorServer(createMapApp({ ...parts, hosts: () => hosts }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portMistake(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  hosts = [`127.0.0.1:${taken}`, `localhost:${taken}`]
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function portMistake(error: NodeJS.ErrnoException, port: number): unknown {
  if (error.code === 'EADDRINUSE')
    return new Mistake(`port ${port} is taken; expected a free one (0 lets the machine choose)`)
  if (error.code === 'EACCES') return new Mistake(`port ${port} may not be used by this user; expected one above 1023`)
  return error
}
