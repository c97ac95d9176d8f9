import { isPrivateHost } from '#data/url/private-host.ts'
import { timeOf } from './read-cdx.ts'

/** The parts of an address of a capture: 'http://a.example/web/20120420090000id_/http://site.example/'. */
export interface ArchivedAddress {
  /** What stands before the date: 'http://a.example/web/'. */
  readonly root: string
  readonly digits: string
  readonly at: number
  readonly original: string
}

/** Forms of Wayback, OpenWayback and pywb: a date of 14 digits, a word on the form, the address. A scheme's slashes may have become one. */
const pattern = /^([^?#]{1,300}?\/)(\d{14})(?:[a-z]{2}_)?\/(https?:\/.{1,8192})$/i

/** `base`: what a relative one is relative to. Null: it has another form. */
export function readArchivedAddress(address: string, base: string): ArchivedAddress | null {
  const [, before = '', digits = '', written = ''] = pattern.exec(address) ?? []
  const root = URL.parse(before, base)
  const at = timeOf(digits)
  return root === null || at === null
    ? null
    : { root: root.href, digits, at, original: written.replace(/^(https?:\/)(?=[^/])/i, '$1/') }
}

/** As it was captured. */
export const rawAddress = ({ root, digits, original }: ArchivedAddress): string => `${root}${digits}id_/${original}`

/** An archive may lead to another host of its own; what it says leads nowhere inside this network. */
export function mayLead(from: string, to: string): boolean {
  const target = URL.parse(to)
  if (target === null || !/^https?:$/.test(target.protocol)) return false
  return target.host === URL.parse(from)?.host || !isPrivateHost(target.hostname)
}
