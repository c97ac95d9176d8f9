import { createHash } from 'node:crypto'
import type { PublishedData } from '../protocol/published.ts'
import type { ClientFiles } from '../server/client-files.ts'
import { pageAbout } from './page-about.ts'
import { inMarkup, pageMetas } from './page-metas.ts'

/**
 * The built page with script, style and data in it. Its own policy lets only these two run, by their hashes, and asks no
 * network for anything; the data stand in a block that no browser runs.
 */
export function pageText(client: ClientFiles, data: PublishedData, about = pageAbout(data, {}, '')): string {
  const script = `${fileText(client, '.js')
    .replaceAll('</script', String.raw`<\/script`)
    .replaceAll('<!--', String.raw`<\!--`)}`
  const style = fileText(client, '.css')
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${inMarkup(about.title)}</title>
${pageMetas(about)}<style>${style}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="toile-data">${inertJson(data)}</script>
<script type="module">${script}</script>
</body>
</html>
`
}

function fileText(client: ClientFiles, extension: string): string {
  const found = [...client].filter(([path]) => path.startsWith('/assets/') && path.endsWith(extension))
  if (found.length !== 1) throw new Error(`the built page has ${found.length} files ${extension}; one was expected`)
  return new TextDecoder().decode(found[0]![1].bytes)
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** JSON that cannot end its block, whatever strangers' titles hold. */
const inertJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
