import { anchor, esc, given, items, paragraphs, run } from '../html.ts'
import type { Engine } from '../types.ts'
import { dateText, words } from '../words.ts'

/** A site of blocks: landmarks, template parts, dates in metadata. */
export const wordpressNew: Engine = {
  charset: 'utf-8',
  about: '/a-propos/',
  archive: '/blog/',
  postPath: ([slug]) => `/${slug}/`,
  render: view => {
    const said = words[view.site.language]
    return `<!DOCTYPE html>
<html lang="${view.site.language === 'fr' ? 'fr-FR' : 'en-US'}">
<head>
<meta charset="UTF-8">
<title>${esc(view.title)} – ${esc(view.site.name)}</title>
<link rel="canonical" href="http://${view.site.host}${esc(view.path)}">
${view.date && `<meta property="article:published_time" content="${view.date}T08:00:00+00:00">`}
</head>
<body class="wp-singular page-template-default">
<a class="skip-link screen-reader-text" href="#wp--skip-link--target">${said.skip}</a>
<div class="wp-site-blocks">
<header class="wp-block-template-part"><div class="wp-block-group">
<p class="wp-block-site-title">${anchor({ text: view.site.name, href: view.site.homepage }, ' rel="home"')}</p>
<nav class="wp-block-navigation" aria-label="${said.menu}"><ul class="wp-block-navigation__container">${items(view.nav, ' class="wp-block-navigation-item__content"')}</ul></nav>
</div></header>
<main class="wp-block-group" id="wp--skip-link--target">
<h1 class="wp-block-post-title">${esc(view.title)}</h1>
${view.date && `<div class="wp-block-post-date"><time datetime="${view.date}T08:00:00+00:00">${dateText(view.date, view.site.language)}</time></div>`}
<div class="entry-content wp-block-post-content">${paragraphs(view)}</div>
${given(
  view.entries,
  `<div class="wp-block-query"><ul class="wp-block-post-template">${view.entries.map(entry => `<li class="wp-block-post"><h2 class="wp-block-post-title">${anchor(entry)}</h2><time datetime="${entry.date}">${dateText(entry.date, view.site.language)}</time></li>`).join('\n')}</ul></div>`,
)}
${given(view.share, `<div class="sharedaddy"><h3>${said.shareWith}</h3><ul>${items(view.share, ' class="share-icon" rel="nofollow noopener"')}</ul></div>`)}
</main>
<footer class="wp-block-template-part"><div class="wp-block-columns">${view.credits.map(credit => `<p class="has-small-font-size">${run(credit)}</p>`).join('\n')}</div></footer>
</div>
</body></html>`
  },
}
