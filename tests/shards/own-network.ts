import { spawnSync } from 'node:child_process'
import { connect, createServer, type AddressInfo } from 'node:net'

/** A network namespace with one way out, to the web behind a proxy of this machine. */
export interface OwnNetwork {
  /** The proxy, as it is called from inside. */
  readonly proxy: string
  /** What a command line begins with to run inside. */
  readonly inside: readonly [string, ...string[]]
  /** Takes the cable out, or puts it back. */
  readonly plug: (isIn: boolean) => void
  readonly remove: () => Promise<void>
}

const ip = (...args: string[]): boolean => spawnSync('ip', args, { stdio: 'ignore' }).status === 0

/** Only root may make one (Linux, iproute2). */
export const canHaveNetworks = process.platform === 'linux' && process.getuid?.() === 0 && ip('netns', 'list')

/** `number`: 0 to 62, one for each at a time. */
export async function ownNetwork(number: number, proxy: string): Promise<OwnNetwork> {
  // Names of interfaces have 15 letters at most; a process has one number at a time.
  const name = `toile${process.pid % 100_000}n${number}`
  const [here, there] = [`${name}h`, `${name}t`]
  // Addresses for trials between networks (RFC 2544), which no real network has.
  const [outer, inner] = [
    `198.18.${process.pid % 250}.${4 * number + 1}`,
    `198.18.${process.pid % 250}.${4 * number + 2}`,
  ]
  const steps = [
    ['netns', 'add', name],
    ['link', 'add', here, 'type', 'veth', 'peer', 'name', there],
    ['link', 'set', there, 'netns', name],
    ['addr', 'add', `${outer}/30`, 'dev', here],
    ['link', 'set', here, 'up'],
    ['-n', name, 'addr', 'add', `${inner}/30`, 'dev', there],
    ['-n', name, 'link', 'set', there, 'up'],
    ['-n', name, 'link', 'set', 'lo', 'up'],
  ]
  for (const step of steps) if (!ip(...step)) throw new Error(`ip ${step.join(' ')} failed`)
  const { hostname, port } = new URL(proxy)
  const forwarder = createServer(socket => {
    const onward = connect(Number(port), hostname)
    socket.pipe(onward).pipe(socket)
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const)
      // prettier-ignore
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
  await new Promise<void>(listening => forwarder.listen(0, outer, listening))
  return {
    proxy: `http://${outer}:${(forwarder.address() as AddressInfo).port}`,
    inside: ['ip', 'netns', 'exec', name],
    plug: isIn => void ip('link', 'set', here, isIn ? 'up' : 'down'),
    remove: async () => {
      ip('netns', 'del', name)
      ip('link', 'del', here)
      await new Promise(closed => forwarder.close(closed))
    },
  }
}
