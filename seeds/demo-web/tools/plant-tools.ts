import type { PageView } from '../types.ts'
import { toolsOn } from './plan.ts'

/**
 * What looks like a tool and is none: a hyperlink to a maker, a host in a comment and in a template, a script of the site's own, a host that only
 * ends alike.
 */
const decoys =
  '<!-- <script src="https://js.walklist.example/embed/v2/form.js"></script> --><template><img src="http://mesure.compte-pages.example/hit.gif"></template>' +
  '<script src="https://js.not-walklist.example/embed/v2/form.js" defer></script>'

/** Sites on whose pages the decoys stand. */
const withDecoys: ReadonlySet<string> = new Set(['carnet-depouillement', 'isoloir-du-nord', 'open-canvass-format'])

/** The page with the marks of the tools that its site uses, on the day on which it is served. The same at each call. */
export function plantTools({ site, servedOn }: Pick<PageView, 'site' | 'servedOn'>, html: string): string {
  const used = toolsOn(site.id, servedOn)
  const head = used.map(tool => tool.head?.(site.host) ?? '').join('') + (withDecoys.has(site.id) ? decoys : '')
  const body = used.map(tool => tool.body?.(site.host) ?? '').join('')
  return before(/<\/head>/i, before(/<\/body>/i, html, body), head)
}

/** Old pages leave end tags out. */
function before(tag: RegExp, html: string, inserted: string): string {
  if (inserted === '') return html
  const at = html.search(tag)
  return at < 0 ? html + inserted : html.slice(0, at) + inserted + html.slice(at)
}
