import type { Hosts, Page } from '../webs/serve-web.ts'

/**
 * An invented web of `sites` hosts with `pages` pages each, which link to each other, to pages of other hosts, to
 * redirects, and to addresses that are not there. The same arguments give the same web.
 */
export function inventWeb(sites: number, pages: number): Hosts {
  const host = (index: number) => `s${index % sites}.example`
  return Object.fromEntries(Array.from({ length: sites }, (_, site) => [host(site), inventSite(site, pages, host)]))
}

function inventSite(site: number, pages: number, host: (index: number) => string): Record<string, Page> {
  const made: Record<string, Page> = {}
  for (let page = 0; page < pages; page++) {
    const link = (href: string) => `<p>What we read about <a href="${href}">page ${page} of ${site}</a> this week.</p>`
    const near = [2 * page + 1, 2 * page + 2].map(next => link(next < pages ? `/p${next}` : `/gone${next}`))
    const far = [link(`http://${host(site + page + 1)}/p${page}`), link(`http://outside${page % 5}.example/`)]
    const moved = page % 4 === 0 ? [link(`/moved${page}`)] : []
    made[page === 0 ? '/' : `/p${page}`] = {
      body: `<!doctype html><title>Page ${page}</title>${[...near, ...far, ...moved].join('\n')}`,
    }
    made[`/moved${page}`] = {
      status: 301,
      headers: { location: page % 8 === 0 ? `/p${page + 1}` : `http://${host(site + 1)}/` },
    }
  }
  return made
}

export const seedsOf = (sites: number): string[] =>
  Array.from({ length: sites }, (_, site) => `http://s${site}.example/`)
