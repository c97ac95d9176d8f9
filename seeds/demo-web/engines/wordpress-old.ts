import { anchor, esc, given, items, paragraphs, run } from '../html.ts'
import type { Engine, PageView } from '../types.ts'
import { dateText, words } from '../words.ts'

/** A blog of about 2010: floats, ids, a links widget in the side column, no landmarks. */
export const wordpressOld: Engine = {
  charset: 'utf-8',
  about: '/a-propos/',
  archive: '/archives/',
  postPath: ([slug, date]) => `/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}/`,
  render: view => {
    const said = words[view.site.language]
    return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="${view.site.language}" xml:lang="${view.site.language}">
<head profile="http://gmpg.org/xfn/11">
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<title>${esc(view.title)} &laquo; ${esc(view.site.name)}</title>
</head>
<body class="${view.kind === 'post' ? 'single' : view.kind}">
<div id="page">
<div id="header"><h1>${anchor({ text: view.site.name, href: view.site.homepage })}</h1><div class="description">${esc(view.site.tagline)}</div></div>
<div id="access"><ul class="menu">${items(view.nav)}</ul></div>
<div id="content" class="narrowcolumn">
<div class="post hentry"><h2 class="entry-title">${esc(view.title)}</h2>
${view.date && `<small class="entry-date">${said.publishedOn} ${dateText(view.date, view.site.language)}</small>`}
<div class="entry">${paragraphs(view)}</div></div>
${view.entries.map(entry => `<div class="post"><h3>${anchor(entry, ' rel="bookmark"')}</h3><small>${dateText(entry.date, view.site.language)}</small></div>`).join('\n')}
${commentList(view)}
</div>
<div id="sidebar"><ul>
${given(view.blogroll, `<li id="linkcat-2" class="linkcat widget widget_links"><h2>${said.blogroll}</h2><ul class="xoxo blogroll">${items(view.blogroll)}</ul></li>`)}
</ul></div>
<div id="footer">${view.credits.map(credit => `<p>${run(credit)}</p>`).join('\n')}</div>
</div>
</body></html>`
  },
}

function commentList({ comments, site }: PageView): string {
  const said = words[site.language]
  const list = comments.map(
    comment => `<li class="comment"><cite class="fn">${anchor(comment.author, ' rel="external nofollow" class="url"')}</cite> ${said.said} :
<div class="comment-meta">${dateText(comment.date, site.language)}</div><p>${run(comment.text)}</p></li>`,
  )
  return given(list, `<h3 id="comments">${said.comments}</h3><ol class="commentlist">${list.join('\n')}</ol>`)
}
