import type { Socket } from 'node:net'
import { Agent, Client, Pool, buildConnector } from 'undici'
import type { Dispatcher } from 'undici'
import { connectPublic } from './connect-public.ts'
import type { Lookup } from './dns-lookup.ts'
import { parseProxy } from './proxy-address.ts'
import { Refusal } from './refusal.ts'

export interface RouteOptions {
  /** http or https address of a proxy, with or without credentials; null for none. */
  readonly proxy: string | null
  readonly allowPrivate: boolean
  readonly lookup: Lookup
  readonly connectTimeoutMs: number
  readonly maxHeaderBytes: number
  /** More open connections than this are closed after their answer. */
  readonly maxSockets: number
}

/** The way that requests take to their hosts. */
export interface Route {
  readonly dispatch: (
    url: URL,
    headers: Record<string, string>,
    method: string,
    handler: Dispatcher.DispatchHandler,
  ) => void
  /** How to ask for `url` on a connection of its own: the same way, with the same checks, kept by nobody. */
  readonly alone: (url: URL) => LonelyWay
  /** The open connection to `origin`; null if there is none yet. */
  readonly connectionTo: (origin: string) => Connection | null
  readonly close: () => Promise<void>
}

export interface LonelyWay {
  readonly connect: (callback: (error: Error | null, socket: Socket | null) => void) => void
  /** What the request's first line names. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  /** The socket's other end is the host itself. */
  readonly isDirect: boolean
}

interface Connection {
  /** Null behind a proxy. */
  readonly ip: string | null
}

// The exchange has its own timer for the whole; an idle connection lives a little longer than the usual delay.
const quiet = { headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 5_000, keepAliveMaxTimeout: 10_000 }

// Said aloud so that NODE_TLS_REJECT_UNAUTHORIZED can't switch it off.
const checked = { allowH2: false, rejectUnauthorized: true } as const

export function createRoute(options: RouteOptions): Route {
  return options.proxy === null ? directRoute(options) : proxyRoute(options, readProxy(options.proxy))
}

/** One connection per host and scheme, so the address that answers is known. */
function directRoute(options: RouteOptions): Route {
  const open = new Map<string, Connection>()
  const connectOnce = connectPublic({ ...options, timeoutMs: options.connectTimeoutMs })
  const connect = countedConnector(connectOnce, open)
  const agent = hostAgent(options, connect)
  return {
    dispatch(url, headers, method, handler) {
      const reset = open.size > options.maxSockets
      agent.dispatch({ origin: url.origin, path: pathOf(url), method, headers, reset }, handler)
    },
    alone: url => ({
      connect: callback => connectOnce(endOf(url), callback),
      target: pathOf(url),
      headers: { host: url.host },
      isDirect: true,
    }),
    connectionTo: origin => open.get(origin) ?? null,
    close: () => agent.destroy(),
  }
}

const hostAgent = (options: RouteOptions, connect: buildConnector.connector) =>
  new Agent({ ...quiet, allowH2: false, connections: 1, pipelining: 1, maxHeaderSize: options.maxHeaderBytes, connect })

const pathOf = (url: URL) => url.pathname + url.search

/** As undici names the other end to its connectors. */
const endOf = ({ protocol, host, hostname, port }: URL): buildConnector.Options => ({
  protocol,
  host,
  hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
  port,
})

/** Notes in `open` which connections are. */
function countedConnector(
  connect: buildConnector.connector,
  open: Map<string, Connection>,
  ipOf = (socket: Socket) => socket.remoteAddress ?? null,
): buildConnector.connector {
  return (target, callback) =>
    connect(target, (...[error, socket]) => {
      if (error !== null) return callback(error, null)
      const origin = `${target.protocol}//${target.host ?? target.hostname}`
      const connection = { ip: ipOf(socket) }
      open.set(origin, connection)
      socket.once('close', () => open.get(origin) === connection && open.delete(origin))
      return callback(null, socket)
    })
}

interface Proxy {
  readonly origin: string
  readonly hostname: string
  /** Proxy-Authorization and what else each request to the proxy carries. */
  readonly headers: Record<string, string>
}

function readProxy(text: string): Proxy {
  const url = parseProxy(text)
  const credentials = `${decoded(url.username)}:${decoded(url.password)}`
  const headers: Record<string, string> =
    credentials === ':' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }
  return { origin: url.origin, hostname: url.hostname, headers }
}

/** A login as it was meant; one that is no percent-encoding is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Through a proxy: http in absolute form, https through a tunnel. (undici's own ProxyAgent keeps a pool for every host
 * for ever, and gives up its exchange in the middle at 407.) Names are looked up by the proxy, never here.
 */
function proxyRoute(options: RouteOptions, proxy: Proxy): Route {
  const connectToProxy = proxyErrors(buildConnector({ ...checked, timeout: options.connectTimeoutMs }))
  const toProxy = new Pool(proxy.origin, {
    ...quiet,
    allowH2: false,
    maxHeaderSize: options.maxHeaderBytes,
    connect: connectToProxy,
  })
  const open = new Map<string, Connection>()
  const connectTunnel = tunnel(proxy, options)
  const tunnels = hostAgent(
    options,
    countedConnector(connectTunnel, open, () => null),
  )
  const servername = proxy.hostname
  return {
    dispatch(url, headers, method, handler) {
      if (url.protocol === 'https:') {
        const reset = open.size > options.maxSockets
        tunnels.dispatch({ origin: url.origin, path: pathOf(url), method, headers, reset }, handler)
        return
      }
      const all = { host: url.host, ...headers, ...proxy.headers }
      const path = url.origin + pathOf(url)
      toProxy.dispatch(
        { origin: proxy.origin, path, method, headers: all, servername } as Dispatcher.DispatchOptions,
        handler,
      )
    },
    alone: url =>
      url.protocol === 'https:'
        ? {
            connect: callback => connectTunnel(endOf(url), callback),
            target: pathOf(url),
            headers: { host: url.host },
            isDirect: false,
          }
        : {
            connect: callback => connectToProxy({ ...endOf(new URL(proxy.origin)), servername }, callback),
            target: url.origin + pathOf(url),
            headers: { host: url.host, ...proxy.headers },
            isDirect: false,
          },
    // The proxy's own connections are shared by all hosts, and one of them may always be an old one.
    connectionTo: origin => (origin.startsWith('http:') ? sharedConnection : (open.get(origin) ?? null)),
    close: async () => void (await Promise.all([toProxy.destroy(), tunnels.destroy()])),
  }
}

const sharedConnection: Connection = { ip: null }

/** A failure on the way to the proxy isn't the host's. */
function proxyErrors(connect: buildConnector.connector): buildConnector.connector {
  return (target, callback) =>
    connect(target, (...[error, socket]) =>
      error === null ? callback(null, socket) : callback(proxyRefusal(error.message, codeOf(error)), null),
    )
}

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '')
const proxyRefusal = (what: string, code: string) => new Refusal('proxy', `the proxy: ${what}`, code)

/** Opens a tunnel through the proxy (CONNECT), and TLS to the host inside it. */
function tunnel(proxy: Proxy, options: RouteOptions): buildConnector.connector {
  const timeout = options.connectTimeoutMs
  const toProxy = proxyErrors(buildConnector({ ...checked, timeout }))
  const toHost = buildConnector({ ...checked, timeout })
  const open = async (target: buildConnector.Options): Promise<Socket> => {
    const client = new Client(proxy.origin, { ...quiet, headersTimeout: timeout, allowH2: false, connect: toProxy })
    const authority = target.port ? target.host! : `${target.host ?? target.hostname}:443`
    const headers = { host: authority, ...proxy.headers }
    const { statusCode, socket } = await client.connect({ path: authority, headers }).finally(() => void client.close())
    if (statusCode >= 200 && statusCode < 300) return socket as Socket
    socket.on('error', () => undefined).destroy()
    throw tunnelRefusal(statusCode, target.hostname)
  }
  return async (target, callback) => {
    const opened = await open(target).catch((error: Error) => tunnelFailure(error, target.hostname))
    if (opened instanceof Error) callback(opened, null)
    else toHost({ ...target, httpSocket: opened }, callback)
  }
}

function tunnelFailure(error: Error, hostname: string): Refusal {
  if (error instanceof Refusal) return error
  const code = codeOf(error)
  return code === 'UND_ERR_HEADERS_TIMEOUT'
    ? new Refusal('timeout', `the proxy had no tunnel to ${hostname} in time`, code)
    : proxyRefusal(error.message, code)
}

/** 502, 503, 504: the proxy could not reach the host. Anything else: the proxy doesn't want to. */
function tunnelRefusal(status: number, hostname: string): Refusal {
  return status >= 502 && status <= 504
    ? new Refusal('connect', `the proxy could not reach ${hostname} (${status})`)
    : proxyRefusal(`it refused a tunnel to ${hostname} (${status})`, '')
}
