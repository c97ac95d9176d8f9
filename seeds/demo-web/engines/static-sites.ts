import { anchor, esc, given, items, paragraphs, run } from '../html.ts'
import type { Engine } from '../types.ts'
import { dateText, words } from '../words.ts'

/** A generated site with hardly any frame: one article, one paragraph of menu. */
export const hugo: Engine = {
  charset: 'utf-8',
  about: '/about/',
  archive: '/posts/',
  postPath: ([slug]) => `/posts/${slug}/`,
  render: view => `<!DOCTYPE html>
<html lang=${view.site.language}><head><meta charset=utf-8><title>${esc(view.title)} · ${esc(view.site.name)}</title>
<meta name=viewport content="width=device-width, initial-scale=1"></head>
<body><header class=top><p>${anchor({ text: view.site.name, href: view.site.homepage })} — ${view.nav.map(one => anchor(one)).join(' · ')}</p></header>
<article><h1>${esc(view.title)}</h1>
${view.date && `<p class=meta><time datetime=${view.date}>${dateText(view.date, view.site.language)}</time></p>`}
${paragraphs(view)}
${given(view.entries, `<ul class=posts>${view.entries.map(entry => `<li><time datetime=${entry.date}>${entry.date}</time> ${anchor(entry)}`).join('\n')}</ul>`)}
</article>
<footer class=bottom>${view.credits.map(credit => `<p>${run(credit)}`).join('\n')}</footer></body></html>`,
}

/** The default theme of a generator for programmers' pages. */
export const jekyll: Engine = {
  charset: 'utf-8',
  about: '/about/',
  archive: '/archive/',
  postPath: ([slug, date]) => `/${date.replaceAll('-', '/')}/${slug}.html`,
  render: view => `<!DOCTYPE html>
<html lang="${view.site.language}"><head><meta charset="utf-8"><title>${esc(view.title)} | ${esc(view.site.name)}</title>
${view.date && `<script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","datePublished":"${view.date}T00:00:00+00:00"}</script>`}
</head><body>
<header class="site-header" role="banner"><div class="wrapper">${anchor({ text: view.site.name, href: view.site.homepage }, ' class="site-title"')}
<nav class="site-nav"><div class="trigger">${view.nav.map(one => anchor(one, ' class="page-link"')).join('\n')}</div></nav></div></header>
<main class="page-content" aria-label="Content"><div class="wrapper">
<article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">${esc(view.title)}</h1>
${view.date && `<p class="post-meta"><time class="dt-published" datetime="${view.date}T00:00:00+00:00">${dateText(view.date, view.site.language)}</time></p>`}</header>
<div class="post-content e-content">${paragraphs(view)}</div></article>
${given(view.entries, `<h2 class="post-list-heading">${words[view.site.language].allPosts}</h2><ul class="post-list">${view.entries.map(entry => `<li><span class="post-meta">${dateText(entry.date, view.site.language)}</span><h3>${anchor(entry, ' class="post-link"')}</h3></li>`).join('\n')}</ul>`)}
</div></main>
<footer class="site-footer h-card"><div class="wrapper">${view.credits.map(credit => `<p>${run(credit)}</p>`).join('\n')}</div></footer>
</body></html>`,
}

/** A newsletter and blog product, share buttons below the text. */
export const ghost: Engine = {
  charset: 'utf-8',
  about: '/about/',
  archive: '/archive/',
  postPath: ([slug]) => `/${slug}/`,
  render: view => `<!DOCTYPE html>
<html lang="${view.site.language}"><head><meta charset="utf-8" /><title>${esc(view.title)}</title>
<meta property="og:site_name" content="${esc(view.site.name)}" />
${view.date && `<meta property="article:published_time" content="${view.date}T06:00:00.000Z" />`}</head>
<body class="${view.kind === 'post' ? 'post-template' : 'home-template'}"><div class="gh-viewport">
<header id="gh-navigation" class="gh-navigation gh-outer"><div class="gh-navigation-brand">${anchor({ text: view.site.name, href: view.site.homepage }, ' class="gh-navigation-logo"')}</div>
<nav class="gh-navigation-menu"><ul class="nav">${items(view.nav)}</ul></nav></header>
<main id="site-main" class="site-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><h1 class="gh-article-title">${esc(view.title)}</h1>
${view.date && `<time class="gh-article-meta-date" datetime="${view.date}">${dateText(view.date, view.site.language)}</time>`}</header>
<section class="gh-content gh-canvas">${paragraphs(view)}</section>
${given(view.share, `<div class="gh-share">${view.share.map(one => anchor(one, ' class="gh-share-link"')).join('\n')}</div>`)}</article>
${given(view.entries, `<div class="gh-feed">${view.entries.map(entry => `<article class="gh-card post">${anchor(entry, ' class="gh-card-link"')}<time datetime="${entry.date}">${dateText(entry.date, view.site.language)}</time></article>`).join('\n')}</div>`)}
</main>
<footer class="gh-footer gh-outer"><div class="gh-footer-inner">${view.credits.map(credit => `<div class="gh-footer-copyright">${run(credit)}</div>`).join('\n')}</div></footer>
</div></body></html>`,
}
