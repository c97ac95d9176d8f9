import { anchor, esc, given, items, paragraphs, run } from '../html.ts'
import type { Engine } from '../types.ts'
import { dateText, words } from '../words.ts'

/** Regions and blocks, with ARIA roles. */
export const drupal: Engine = {
  charset: 'utf-8',
  about: '/presentation',
  archive: '/publications',
  postPath: (_post, number) => `/node/${number + 10}`,
  render: view => {
    const said = words[view.site.language]
    return `<!DOCTYPE html>
<html lang="${view.site.language}" dir="ltr">
<head>
<meta charset="utf-8" />
<title>${esc(view.title)} | ${esc(view.site.name)}</title>
${view.date && `<meta name="dcterms.date" content="${view.date}" />`}
</head>
<body class="html ${view.kind === 'home' ? 'front' : 'not-front'} no-sidebars">
<div id="page-wrapper"><div id="page">
<div id="header" role="banner"><div class="section"><div id="site-name">${anchor({ text: view.site.name, href: view.site.homepage }, ' rel="home"')}</div><div id="site-slogan">${esc(view.site.tagline)}</div></div></div>
<div id="navigation" role="navigation"><ul id="main-menu" class="links inline">${items(view.nav)}</ul></div>
<div id="main" role="main"><div id="content" class="column"><h1 class="title" id="page-title">${esc(view.title)}</h1>
<div class="region region-content"><div class="block block-system"><div class="node node-article">
${view.date && `<div class="submitted"><time pubdate datetime="${view.date}T08:00:00+00:00">${dateText(view.date, view.site.language)}</time></div>`}
<div class="content"><div class="field field-name-body"><div class="field-items">${paragraphs(view)}</div></div></div></div>
${given(view.entries, `<div class="view view-publications"><h2>${said.latest}</h2>${view.entries.map(entry => `<div class="views-row"><span class="field-content">${anchor(entry)}</span> <span class="date">${dateText(entry.date, view.site.language)}</span></div>`).join('\n')}</div>`)}
</div></div></div></div>
<div id="footer" role="contentinfo"><div class="region region-footer">${view.credits.map(credit => `<div class="block block-block"><p>${run(credit)}</p></div>`).join('\n')}</div></div>
</div></div>
</body></html>`
  },
}
