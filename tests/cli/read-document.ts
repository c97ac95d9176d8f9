import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const unread = new Set(['node_modules', '.git', 'dist', 'corpora', 'golden', 'schemas', 'webs'])

/** The Markdown files of the project below `root`, as paths from there, sorted. */
export function documentsOf(root: string, folder = root): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => {
      if (entry.isDirectory()) return unread.has(entry.name) ? [] : documentsOf(root, join(folder, entry.name))
      return entry.name.endsWith('.md') ? [relative(root, join(folder, entry.name)).replaceAll('\\', '/')] : []
    })
    .sort()
}

/** Links and pictures of `document` that lead into the project: 'METHOD.md', 'EVALUATION.md#zones', '#zones'. */
export const linksOf = (root: string, document: string): readonly string[] =>
  [...readFileSync(join(root, document), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter(link => !/^[a-z]+:/.test(link))

/** The anchors that a reader's browser gives to the headings of `markdown`, as GitHub and GitLab make them. */
export const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** The table under `heading` of `markdown`: its rows as cells without the head, empty when there is none. */
export function tableUnder(markdown: string, heading: string): readonly (readonly string[])[] {
  const section = markdown.split(/^#+ /m).find(text => text.startsWith(`${heading}\n`)) ?? ''
  const rows = section.split('\n').filter(line => line.startsWith('|'))
  return rows.slice(2).map(row =>
    row
      .slice(1, row.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map(cell => cell.trim()),
  )
}

/** The words between backquotes in `text`. */
export const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
