import { BlockList, isIPv4 } from 'node:net'
import { words } from '../words.ts'

/**
 * IPv4 blocks that IANA's special-purpose registry (RFC 6890, as of 2025) doesn't call globally reachable, plus
 * multicast. Documentation blocks are among them: nobody is there to answer.
 */
const specialBlocks: readonly string[] = [
  ...words('0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24'),
  ...words('192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24'),
  ...words('224.0.0.0/4 240.0.0.0/4'),
]

/** Inside 2000::/3, the only space given out for global unicast: protocol assignments, documentation. */
const specialBlocks6: readonly string[] = ['2001::/23', '2001:db8::/32', '3fff::/20']

/** Exceptions that the same registries call globally reachable. */
const reachable: readonly string[] = ['192.0.0.9/32', '192.0.0.10/32']
const reachable6: readonly string[] = [
  ...words('2001:1::1/128 2001:1::2/128 2001:1::3/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28'),
]

const special = blockList(specialBlocks, specialBlocks6)
const exceptions = blockList(reachable, reachable6)
const globalUnicast = blockList([], ['2000::/3'])

function blockList(blocks4: readonly string[], blocks6: readonly string[]): BlockList {
  const list = new BlockList()
  const add = (block: string, family: 'ipv4' | 'ipv6') => {
    const [network = '', bits] = block.split('/')
    list.addSubnet(network, Number(bits), family)
  }
  for (const block of blocks4) add(block, 'ipv4')
  for (const block of blocks6) add(block, 'ipv6')
  return list
}

/**
 * Whether the IP address `ip` is none of the public Internet's: loopback, private, link-local, multicast, reserved … in
 * any spelling that a URL knows ('0x7f.1', '[::1]', 'fe80::1%eth0'). Addresses that carry an IPv4 address (v4-mapped,
 * NAT64, 6to4) are judged by it, since that is where the packets go. What can't be read is special: refusing is safe.
 */
export function isSpecialAddress(ip: string): boolean {
  const address = canonicalAddress(ip)
  if (address === null) return true
  if (isIPv4(address)) return special.check(address, 'ipv4') && !exceptions.check(address, 'ipv4')
  const carried = carriedIPv4(groupsOf(address))
  if (carried !== null) return isSpecialAddress(carried)
  if (!globalUnicast.check(address, 'ipv6')) return true
  return special.check(address, 'ipv6') && !exceptions.check(address, 'ipv6')
}

/** The address as the URL standard writes it, without brackets and zone; null for anything else. */
function canonicalAddress(ip: string): string | null {
  const bare = ip.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const host = URL.parse(bare.includes(':') ? `http://[${bare}]/` : `http://${bare}/`)?.hostname ?? ''
  return isIPv4(host) ? host : host.startsWith('[') ? host.slice(1, -1) : null
}

/** The eight 16-bit groups of a canonical IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail] = address.split('::')
  const read = (part: string) => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16)))
  const [left, right] = [read(head), read(tail ?? '')]
  return tail === undefined ? left : [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
}

/** The IPv4 address inside ::ffff:a.b.c.d, 64:ff9b::a.b.c.d (RFC 6052) or 2002:abcd:: (RFC 3056); else null. */
function carriedIPv4(groups: readonly number[]): string | null {
  const head = groups.slice(0, 6).join(':')
  const at = head === '0:0:0:0:0:65535' || head === '100:65435:0:0:0:0' ? 6 : groups[0] === 0x2002 ? 1 : -1
  if (at < 0) return null
  const [high = 0, low = 0] = groups.slice(at, at + 2)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
