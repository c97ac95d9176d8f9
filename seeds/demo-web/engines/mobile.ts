import { anchor, esc, paragraphs, run } from '../html.ts'
import type { PageView } from '../types.ts'
import { dateText } from '../words.ts'

/** The same text for telephones of 2012, with the address of the full page as canonical. */
export const renderMobile = (view: PageView): string => `<!DOCTYPE html>
<html lang="${view.site.language}"><head><meta charset="utf-8"><title>${esc(view.title)} (mobile)</title>
<link rel="canonical" href="http://${view.site.host}${esc(view.path)}"></head>
<body class="mobile"><div class="bar">${anchor({ text: view.site.name, href: view.site.homepage })}</div>
<h1>${esc(view.title)}</h1>${view.date && `<p class="date">${dateText(view.date, view.site.language)}</p>`}
${paragraphs(view)}
${view.entries.map(entry => `<p>${anchor(entry)}</p>`).join('\n')}
<div class="foot">${view.credits.map(credit => `<p>${run(credit)}</p>`).join('\n')}</div></body></html>`
