import { getDomain } from 'tldts'
import { CookieJar } from 'tough-cookie'

/** Keeps what hosts set, for one run of the crawl. */
export interface CookieKeeper {
  /** Value of the Cookie header for `url`, or ''. */
  readonly cookiesFor: (url: string) => string
  /** Takes the values of Set-Cookie headers that came with an answer from `url`. What isn't allowed is dropped. */
  readonly keep: (url: string, setCookies: readonly string[]) => void
}

export interface CookieLimits {
  /** Sites whose cookies are kept; those not asked for longest go first. Default 2 000. */
  readonly maxSites?: number
  /** Of one site. Default 50, the least that RFC 6265 asks of browsers. */
  readonly maxCookies?: number
  /** Of one cookie. Default 4 096. */
  readonly maxBytes?: number
}

/**
 * Cookies as RFC 6265 has them, in memory. Each site (registrable domain) has a jar of its own, so that a cookie goes
 * back only where it may, and the memory doesn't grow with the crawl.
 */
export function createCookieKeeper(limits: CookieLimits = {}): CookieKeeper {
  const { maxSites = 2000, maxCookies = 50, maxBytes = 4096 } = limits
  const jars = new Map<string, CookieJar>()

  const jarOf = (url: string): CookieJar | undefined => {
    const site = siteOf(url)
    const jar = jars.get(site)
    if (jar === undefined) return undefined
    jars.delete(site)
    jars.set(site, jar)
    return jar
  }
  const newJar = (url: string): CookieJar => {
    const jar = new CookieJar(undefined, { looseMode: true })
    jars.set(siteOf(url), jar)
    if (jars.size > maxSites) jars.delete(jars.keys().next().value!)
    return jar
  }
  return {
    cookiesFor: url => jarOf(url)?.getCookieStringSync(url) ?? '',
    keep(url, setCookies) {
      const fitting = setCookies.filter(text => text.length <= maxBytes).slice(0, maxCookies)
      if (fitting.length === 0) return
      const jar = jarOf(url) ?? newJar(url)
      for (const text of fitting) {
        const known = jar.getCookiesSync(url, { allPaths: true })
        const name = text.slice(0, text.indexOf('=')).trim()
        if (known.length < maxCookies || known.some(({ key }) => key === name))
          jar.setCookieSync(text, url, { ignoreError: true })
      }
    },
  }
}

function siteOf(url: string): string {
  const { hostname } = new URL(url)
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname
}
