import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isPrivateHost } from '#data/url/private-host.ts'
import { isSpecialAddress } from '#data/url/special-address.ts'
import type { Lookup } from './dns-lookup.ts'
import { Refusal } from './refusal.ts'

export interface ConnectOptions {
  readonly lookup: Lookup
  readonly allowPrivate: boolean
  readonly timeoutMs: number
}

/**
 * Opens connections to public addresses only. The check is made on the very addresses that are then connected to, so a
 * name that changes its mind between check and use gains nothing. Names and literals that can't be public are refused
 * before anybody is asked about them. HTTP/1.1 only: one connection carries one request at a time.
 */
export function connectPublic({ lookup, allowPrivate, timeoutMs }: ConnectOptions): buildConnector.connector {
  const guarded: LookupFunction = async (hostname, { all }, callback) => {
    const found = await publicAddresses(hostname, lookup, allowPrivate).catch((error: Error) => error)
    if (found instanceof Error) callback(found, '')
    else if (all) callback(null, [...found])
    else callback(null, found[0]!.address, found[0]!.family)
  }
  const connect = buildConnector({ allowH2: false, timeout: timeoutMs, lookup: guarded, autoSelectFamily: true })
  return (options, callback) => {
    // net.connect asks no look-up about a literal.
    const literal = isIP(options.hostname) !== 0
    if (!allowPrivate && (literal ? isSpecialAddress(options.hostname) : isPrivateHost(options.hostname)))
      return callback(privateRefusal(options.hostname), null)
    return connect(options, callback)
  }
}

async function publicAddresses(hostname: string, lookup: Lookup, allowPrivate: boolean) {
  const all = await lookup(hostname)
  const found = allowPrivate ? all : all.filter(({ address }) => !isSpecialAddress(address))
  if (found.length > 0) return found
  if (all.length > 0) throw privateRefusal(hostname)
  throw new Refusal('dns', `${hostname} has no address`, 'ENODATA')
}

export const privateRefusal = (hostname: string) =>
  new Refusal('private', `${hostname} is no address of the public Internet`)
