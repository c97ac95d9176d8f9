import { anchor, esc, given, paragraphs, run } from '../html.ts'
import type { Engine } from '../types.ts'
import { dateText, words } from '../words.ts'

/** A shared host of authors: hashed class names, no landmarks to lean on. */
export const mediumLike: Engine = {
  charset: 'utf-8',
  about: '/about',
  archive: '/archive',
  postPath: ([slug, date]) => `/${slug}-${date.replaceAll('-', '').slice(2)}a7`,
  render: view => {
    const said = words[view.site.language]
    return `<!doctype html><html lang="${view.site.language}"><head><meta charset="utf-8"><title>${esc(view.title)} | by ${esc(view.site.name)}</title>
${view.date && `<meta property="article:published_time" content="${view.date}T09:30:00.000Z">`}</head>
<body><div id="root"><div class="a b c"><div class="d e f g h"><div class="ab q"><span class="ah ai">${esc(view.site.tagline)}</span></div>
<div class="ab r">${view.nav.map(one => anchor(one, ' class="af ag ah"')).join('')}</div></div>
<div class="s t u"><div class="gn go"><h1 class="pw-post-title gp gq gr">${esc(view.title)}</h1>
<div class="hs ht">${anchor({ text: view.site.name, href: view.site.homepage }, ' class="af ag ah"')} ${view.date && `<span class="bm b">${dateText(view.date, view.site.language)}</span>`}</div>
<div class="gs gt gu">${view.paragraphs.map(paragraph => `<p class="pw-post-body-paragraph jk jl">${run(paragraph)}</p>`).join('')}</div></div>
${view.entries.map(entry => `<div class="kx ky"><h2 class="bm gv">${anchor(entry, ' class="af ag"')}</h2><p class="bm b">${dateText(entry.date, view.site.language)}</p></div>`).join('')}
${given(view.comments, `<div class="responses-stream"><h3 class="bm">${said.comments}</h3>${view.comments.map(comment => `<div class="response lk ll"><p>${anchor(comment.author, ' rel="noopener ugc nofollow"')} · ${dateText(comment.date, view.site.language)}</p><p class="lm">${run(comment.text)}</p></div>`).join('')}</div>`)}
</div><div class="mz na">${view.credits.map(credit => `<p class="bm nb">${run(credit)}</p>`).join('')}</div></div></div></body></html>`
  },
}

/** A page builder's product site: blocks of `div`, the menu and the footer told only by class names. */
export const webflowLike: Engine = {
  charset: 'utf-8',
  about: '/company',
  archive: '/blog',
  postPath: ([slug]) => `/blog/${slug}`,
  render:
    view => `<!DOCTYPE html><html data-wf-page="5e0f" lang="${view.site.language}"><head><meta charset="utf-8"/><title>${esc(view.title)}</title>
${view.date && `<script type="application/ld+json">{"@type":"Article","datePublished":"${view.date}"}</script>`}</head>
<body class="body"><div data-collapse="medium" class="navbar w-nav"><div class="container w-container">${anchor({ text: view.site.name, href: view.site.homepage }, ' class="brand w-nav-brand"')}
<div class="nav-menu w-nav-menu">${view.nav.map(one => anchor(one, ' class="nav-link w-nav-link"')).join('')}</div></div></div>
<div class="section hero"><h1 class="heading-2">${esc(view.title)}</h1><p class="subtitle">${esc(view.site.tagline)}</p>${view.date && `<div class="text-block">${dateText(view.date, view.site.language)}</div>`}</div>
<div class="section"><div class="w-container"><div class="rich-text w-richtext">${paragraphs(view)}</div>
${given(view.entries, `<div class="collection-list-wrapper w-dyn-list"><div role="list" class="w-dyn-items">${view.entries.map(entry => `<div role="listitem" class="collection-item w-dyn-item">${anchor(entry, ' class="link-block w-inline-block"')}<div>${dateText(entry.date, view.site.language)}</div></div>`).join('')}</div></div>`)}
</div></div>
<div class="footer-section"><div class="w-container w-row">${view.credits.map(credit => `<div class="footer-text w-col">${run(credit)}</div>`).join('')}</div></div>
</body></html>`,
}
