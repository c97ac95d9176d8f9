import { anchor, esc, given, run } from '../html.ts'
import type { Engine, PageView } from '../types.ts'
import { dateText, label, words } from '../words.ts'

/** A page of 2004: tables for layout, an image map for a menu, fonts, Windows-1252, no declared language. */
export const tables2004: Engine = {
  charset: 'windows-1252',
  about: '/cabinet.htm',
  archive: '/textes/index.htm',
  postPath: ([slug]) => `/textes/${slug}.htm`,
  render: view => {
    const said = words[view.site.language]
    return `<HTML>
<HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
<TITLE>${esc(view.site.name)} - ${esc(view.title)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#222222" LINK="#003399">
<MAP NAME="menu">${view.nav.map((one, at) => `<AREA SHAPE="rect" COORDS="${at * 90},0,${at * 90 + 88},24" HREF="${esc(one.href)}" ALT="${esc(one.text)}">`).join('')}</MAP>
<TABLE WIDTH="760" BORDER="0" CELLPADDING="4" CELLSPACING="0" ALIGN="center">
<TR><TD COLSPAN="2" BGCOLOR="#DDE4EE"><FONT FACE="Verdana" SIZE="4"><B>${anchor({ text: view.site.name, href: view.site.homepage })}</B></FONT><BR><IMG SRC="/menu.gif" USEMAP="#menu" WIDTH="360" HEIGHT="24" BORDER="0" ALT="${said.menu}"></TD></TR>
<TR VALIGN="top"><TD WIDTH="180" BGCOLOR="#F3F3F3"><FONT FACE="Verdana" SIZE="1">${esc(view.site.tagline)}<BR><BR>
${given(view.blogroll, `<B>${said.blogroll}</B><BR>${view.blogroll.map(one => `&#149; ${anchor(one)}<BR>`).join('\n')}`)}</FONT></TD>
<TD><FONT FACE="Georgia" SIZE="2"><H3>${esc(view.title)}</H3>
${view.date && `<I>${dateText(view.date, view.site.language)}</I>`}
${view.paragraphs.map(paragraph => `<P ALIGN="justify">${run(paragraph)}`).join('\n')}
${postList(view)}</FONT></TD></TR>
<TR><TD COLSPAN="2" ALIGN="center" BGCOLOR="#DDE4EE"><FONT FACE="Verdana" SIZE="1">${view.credits.map(credit => run(credit)).join('<BR>\n')}</FONT></TD></TR>
</TABLE>
<!-- ${label} -->
</BODY></HTML>`
  },
}

const postList = ({ entries, site }: PageView) =>
  given(
    entries,
    `<UL>${entries.map(entry => `<LI>${anchor(entry)} <I>(${dateText(entry.date, site.language)})</I>`).join('\n')}</UL>`,
  )
