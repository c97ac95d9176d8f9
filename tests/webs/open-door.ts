import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** A door to the server at `to` that can be shut: connections are cut, new ones refused. */
export async function openDoor(
  to: string,
): Promise<{ port: number; shut: () => Promise<void>; reopen: () => Promise<void> }> {
  const sockets = new Set<{ destroy: () => void }>()
  let server: Server
  const listen = (port: number) =>
    new Promise<void>(ready => {
      server = createServer()
      server.removeAllListeners('request')
      server.on('connection', socket => {
        const inner = connect(Number(new URL(to).port), '127.0.0.1')
        for (const end of [socket, inner]) {
          sockets.add(end)
          end.on('error', () => undefined).on('close', () => sockets.delete(end))
        }
        socket.pipe(inner).pipe(socket)
      })
      server.listen(port, '127.0.0.1', ready)
    })
  await listen(0)
  const { port } = server!.address() as AddressInfo
  return {
    port,
    shut: () =>
      new Promise(closed => {
        server.close(() => closed())
        for (const socket of sockets) socket.destroy()
      }),
    reopen: () => listen(port),
  }
}
