import { anchor, esc, given, items, paragraphs, run } from '../html.ts'
import type { Engine } from '../types.ts'
import { dateText, words } from '../words.ts'

/** A French publishing system: pages behind one script, named by a query. */
export const spip: Engine = {
  charset: 'utf-8',
  about: '/spip.php?rubrique1',
  archive: '/spip.php?page=plan',
  postPath: (_post, number) => `/spip.php?article${number}`,
  render: view => {
    const said = words[view.site.language]
    return `<!DOCTYPE html>
<html dir="ltr" lang="${view.site.language}" class="ltr ${view.site.language} no-js">
<head>
<title>${esc(view.title)} - ${esc(view.site.name)}</title>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
</head>
<body id="top" class="page_${view.kind === 'post' ? 'article' : view.kind}">
<div class="page">
<div id="entete"><strong id="nom_site_spip">${anchor({ text: view.site.name, href: view.site.homepage }, ' class="accueil"')}</strong></div>
<div id="nav"><ul class="menu-liste">${items(view.nav)}</ul></div>
<div class="main"><div id="conteneur"><div id="contenu">
<div class="cartouche"><h1 class="crayon titre">${esc(view.title)}</h1>
${view.date && `<p class="info-publi"><abbr class="published" title="${view.date}T08:00:00Z">${dateText(view.date, view.site.language)}</abbr></p>`}</div>
<div class="crayon texte">${paragraphs(view)}</div>
${given(view.entries, `<div class="menu articles"><ul>${view.entries.map(entry => `<li><h3 class="h3">${anchor(entry)}</h3><small>${dateText(entry.date, view.site.language)}</small></li>`).join('\n')}</ul></div>`)}
</div></div>
<div id="navigation">${given(view.blogroll, `<div class="menu syndic"><h2>${said.blogroll}</h2><ul>${items(view.blogroll, ' class="spip_out"')}</ul></div>`)}</div></div>
<div id="pied">${view.credits.map(credit => `<p>${run(credit)}</p>`).join('\n')}</div>
</div>
</body></html>`
  },
}
