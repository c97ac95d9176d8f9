import { anchor, esc, given, items, paragraphs, run } from '../html.ts'
import type { Engine } from '../types.ts'
import { dateText, words } from '../words.ts'

/** A hosted blog of widgets: every box is a `div.widget`, the list of friends among them. */
export const blogger: Engine = {
  charset: 'utf-8',
  about: '/p/about.html',
  archive: '/p/archive.html',
  postPath: ([slug, date]) => `/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.html`,
  render: view => {
    const said = words[view.site.language]
    return `<!DOCTYPE html>
<html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'>
<head>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<title>${esc(view.site.name)}: ${esc(view.title)}</title>
<meta content='${esc(view.site.tagline).replaceAll("'", '&#39;')}' name='description'/>
</head>
<body class='loading'>
<div class='content'><div class='content-inner'>
<header><div class='header section' id='header'><div class='widget Header'><h1 class='title'>${anchor({ text: view.site.name, href: view.site.homepage })}</h1><p class='description'>${esc(view.site.tagline)}</p></div></div></header>
<div class='tabs section' id='crosscol'><div class='widget PageList'><ul>${items(view.nav)}</ul></div></div>
<div class='main-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'>
${view.date && `<h2 class='date-header'><span>${dateText(view.date, view.site.language)}</span></h2>`}
<div class='post hentry'><h3 class='post-title entry-title'>${esc(view.title)}</h3><div class='post-body entry-content'>${paragraphs(view)}</div></div>
${view.entries.map(entry => `<div class='post hentry'><h3 class='post-title'>${anchor(entry)}</h3><span class='timestamp'>${dateText(entry.date, view.site.language)}</span></div>`).join('\n')}
${given(view.comments, `<div class='comments' id='comments'><h4>${said.comments}</h4>`)}
${view.comments.map(comment => `<dl class='comment-block'><dt class='comment-author'>${anchor(comment.author, " rel='nofollow'")} ${said.said}...</dt><dd class='comment-body'><p>${run(comment.text)}</p></dd><dd class='comment-footer'><span class='comment-timestamp'>${dateText(comment.date, view.site.language)}</span></dd></dl>`).join('\n')}
${given(view.comments, '</div>')}
</div></div></div>
<div class='column-right-outer'><div class='sidebar section' id='sidebar-right-1'>
${given(view.blogroll, `<div class='widget LinkList' id='LinkList1'><h2>${said.blogroll}</h2><div class='widget-content'><ul>${items(view.blogroll)}</ul></div></div>`)}
</div></div>
<footer><div class='footer section' id='footer-1'><div class='widget Attribution' id='Attribution1'>${view.credits.map(credit => `<div>${run(credit)}</div>`).join('\n')}</div></div></footer>
</div></div>
</body></html>`
  },
}
