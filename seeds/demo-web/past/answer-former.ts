import { formerSites, siteById } from '../all-sites.ts'
import { type Answer, html, plainPage, redirect } from '../answer.ts'
import { lifetimes, renamings } from './history.ts'

/**
 * What answers on `day` where a site was before: the new site, whoever bought it, others who have registered its domain, or word that it has
 * closed. Null: no site has left that host by then.
 */
export function answerFormer(host: string, day: string): Answer | null {
  const renamed = renamings.find(({ formerHost, until }) => formerHost === host && until <= day)
  if (renamed !== undefined) {
    const { id, since } = renamed
    if (since === 'redirects') return redirect(siteById(id).homepage)
    return since.othersFrom <= day ? othersPage : null
  }
  const closed = formerSites.find(site => site.host === host && (lifetimes[site.id]?.closes ?? day) <= day)
  if (closed === undefined) return null
  const { soldTo } = lifetimes[closed.id]!
  return soldTo === undefined ? closedPage : redirect(siteById(soldTo).homepage)
}

/** Of whoever registers what others have left. */
const othersPage = html(
  plainPage(
    'Casino des Halles, bonus de bienvenue',
    'Machines à sous, roulette, paris. Ce domaine a changé de mains.',
  ).replace(
    '</p>',
    ' <a href="http://jetons-faciles.example/">Jetons faciles</a> <a href="http://roulette-du-marche.example/">Roulette du marché</a></p>',
  ),
)
const closedPage = html(
  plainPage('Ce site a fermé / This site has closed', 'Merci de vos visites. Thank you for your visits.'),
  410,
)
