import type { Url } from '#data/url/brand.ts'
import type { RenderReason } from '../extract/needs-rendering.ts'

/** What rendering brought on one host, by template; plain data, to be kept in the corpus. */
export type RenderingMemory = Readonly<Record<string, { readonly tried: number; readonly gained: number }>>

export type RenderMode = 'never' | 'auto' | 'always'

/** After so many pages of a template that rendering added nothing to, it is left alone. */
const patience = 3
/** Templates known per host; all further ones are one. */
const maxTemplates = 50

/**
 * Pages of one make: the first segment of the path, how deep it is, whether it ends as a file, the query's names.
 * 'http://a.example/blog/2012/05/x.html?p=1' → '/blog/+/+/+.html?p'.
 */
export function templateOf(url: Url): string {
  const { pathname, searchParams } = new URL(url)
  const segments = pathname.split('/').slice(1)
  const last = segments.at(-1) ?? ''
  const suffix = /\.[a-z]{1,5}$/i.exec(last)?.[0].toLowerCase() ?? ''
  const kept = segments.map((segment, at) => {
    if (at === 0 && segments.length > 1) return segment
    return segment === '' ? '' : `+${at === segments.length - 1 ? suffix : ''}`
  })
  const names = [...new Set(searchParams.keys())].toSorted()
  return `/${kept.join('/')}${names.length > 0 ? `?${names.join('&')}` : ''}`
}

/** Whether to render a page of `template` whose static form gives `reason`. */
export function shouldRender(
  mode: RenderMode,
  reason: RenderReason | null,
  memory: RenderingMemory,
  template: string,
): boolean {
  if (mode !== 'auto') return mode === 'always'
  const known = memory[keyOf(memory, template)]
  return reason !== null && (known === undefined || known.gained > 0 || known.tried < patience)
}

/** `memory` after a page of `template` was rendered; `gained`: it then had links that its static form had not. */
export function learnRendering(memory: RenderingMemory, template: string, gained: boolean): RenderingMemory {
  const key = keyOf(memory, template)
  const known = memory[key] ?? { tried: 0, gained: 0 }
  return { ...memory, [key]: { tried: known.tried + 1, gained: known.gained + (gained ? 1 : 0) } }
}

function keyOf(memory: RenderingMemory, template: string): string {
  return Object.hasOwn(memory, template) || Object.keys(memory).length < maxTemplates ? template : '*'
}
