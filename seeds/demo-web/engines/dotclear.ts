import { anchor, esc, given, items, paragraphs, run } from '../html.ts'
import type { Engine } from '../types.ts'
import { dateText, words } from '../words.ts'

/** A French weblog of the 2000s: #main, #sidebar, #blogextra. */
export const dotclear: Engine = {
  charset: 'utf-8',
  about: '/pages/a-propos',
  archive: '/archive',
  postPath: ([slug, date]) => `/post/${date.replaceAll('-', '/')}/${slug}`,
  render: view => {
    const said = words[view.site.language]
    return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="${view.site.language}" lang="${view.site.language}">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<title>${esc(view.title)} - ${esc(view.site.name)}</title>
<meta name="dc.title" content="${esc(view.title)}" />
${view.date && `<meta name="dc.date" content="${view.date}" />`}
</head>
<body class="dc-${view.kind}">
<div id="page">
<div id="top"><h1>${anchor({ text: view.site.name, href: view.site.homepage })}</h1></div>
<p id="prelude">${view.nav.map(one => anchor(one)).join(' | ')}</p>
<div id="wrapper">
<div id="main"><div id="content">
<div class="post"><h2 class="post-title">${esc(view.title)}</h2>
${view.date && `<p class="post-info">${said.publishedOn} ${dateText(view.date, view.site.language)}</p>`}
<div class="post-content">${paragraphs(view)}</div></div>
${given(view.entries, `<ul class="post-list">${view.entries.map(entry => `<li>${dateText(entry.date, view.site.language)} - ${anchor(entry)}</li>`).join('\n')}</ul>`)}
${given(view.comments, `<div id="comments"><h3>${said.comments}</h3><dl>${view.comments.map((comment, at) => `<dt id="c${at + 1}">${at + 1}. ${dateText(comment.date, view.site.language)}, ${anchor(comment.author, ' rel="ugc nofollow"')}</dt><dd><p>${run(comment.text)}</p></dd>`).join('\n')}</dl></div>`)}
</div></div>
<div id="sidebar"><div id="blognav"></div><div id="blogextra">${given(view.blogroll, `<div class="links"><h2>${said.blogroll}</h2><ul>${items(view.blogroll)}</ul></div>`)}</div></div>
</div>
<div id="footer">${view.credits.map(credit => `<p>${run(credit)}</p>`).join('\n')}</div>
</div>
</body></html>`
  },
}
