/**
 * A host that stands between a link and where it leads, and whose address says where: a reader's way out of a network or a mail
 * program, a copy, a translation. Shorteners, whose addresses tell nothing, are asked (`--resolve`).
 */
export interface GoBetween {
  /** Where the rule holds, subdomains included. */
  readonly domains: readonly string[]
  /** How the path begins. Default: any. */
  readonly path?: RegExp
  /** Where the address stands: parameters of the query, the first that holds one counts … */
  readonly parameters?: readonly string[]
  /** … or group 1 of this, in what follows the host; `scheme` is put before it when it has none … */
  readonly within?: RegExp
  readonly scheme?: 'http' | 'https'
  /** … or a code of the go-between's own: from its address to that it stands for, null when it isn't one. */
  readonly read?: (address: URL) => string | null
  /** It shows pages itself: links from one of its pages to another are its own. Default false. */
  readonly isCopy?: boolean
  /** Who documents it. */
  readonly source: string
}

/** Among `domains`: a program that each organisation has on its own host, known by `path` alone. */
export const anyHost = '*'
