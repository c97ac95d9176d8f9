import { studyFr } from '../study.ts'
import { code, prose as p, share, strong } from '#data/vocabulary/words/prose.ts'
import type { crawlEn } from '#data/vocabulary/words/en/report/crawl.ts'
import { addresses, clicks, counted, edges, links, pages, sites, verb } from './nouns.ts'

/** Ce qui a été observé et ce qui ne l’a pas été, en français. */
export const crawlFr: typeof crawlEn = {
  observed: {
    waves: 'Visites',
    wave: 'Vague',
    period: 'Période',
    requests: 'Requêtes',
    lead: crawls =>
      p`Le corpus a été fait par ${counted(crawls, { one: '# appel', other: '# appels' })} de ${code('crawl')}. Une vague est une visite de tout le périmètre.`,
    states: 'Adresses du périmètre selon leur état',
    state: 'État',
    meaning: 'Sens',
    addresses: 'Adresses',
    share: 'Part',
    all: 'toutes',
    stateNames: studyFr.pageStates,
    stateMeanings: {
      fetched: 'réponse en HTML ; ses hyperliens sont conservés',
      redirected: 'renvoie à une autre adresse, qui a sa propre ligne',
      failed: 'demandée, sans page pour réponse',
      excluded: 'non demandée, pour une raison que dit la section suivante',
      pending: 'son tour n’est pas venu',
    },
    statuses: 'Entités selon leur statut',
    status: 'Statut',
    entities: 'Entités',
    statusNames: {
      IN: 'dans l’étude',
      OUT: 'hors de l’étude',
      UNDECIDED: 'examinées, sans décision',
      DISCOVERED: 'citées par d’autres, examinées par personne ; jamais collectées',
    },
    links: (between, unreviewed, inside) =>
      p`${links(between)} ${verb(between, 'mène', 'mènent')} d’une entité à une autre ; ${unreviewed} d’entre eux à des entités que personne n’a examinées, qui ne sont pas dans le réseau. ${inside} restent à l’intérieur de leur entité.`,
    afterWaves: p`Les adresses sont telles que la dernière visite les a laissées ; les hyperliens sont ceux de toutes les vagues ensemble, disparus compris.`,
    private: hidden =>
      p`${links(hidden)} vers des adresses privées ${verb(hidden, 'n’a été que compté', 'n’ont été que comptés')}.`,
  },

  unobserved: {
    lead: p`« Pas de lien » et « pas observé » sont deux faits différents. Qu’un site ne cite personne, on ne le sait que si ses pages ont été lues.`,
    nothing: p`Toutes les adresses du périmètre ont été lues, ou mènent à une adresse lue.`,
    causes: 'Pourquoi des adresses n’ont pas été lues',
    cause: 'Cause',
    effects: 'Ce que cela fait à la lecture',
    silent: (n, of, names, cited) =>
      p`${strong(p`Aucune page n’a pu être lue pour ${n} de ${sites(of)}`)} : ${names}. On ne sait pas qui ils citent. Densité, réciprocité, transitivité et triades sont dites sans eux ; aux décomptes des liens qui partent de leur pays manque ce qu’ils citent.${cited.value === 0 ? '' : p` ${edges(cited)} ${verb(cited, 'mène', 'mènent')} à eux : on ne sait pas si ces citations sont rendues.`}`,
    noneSilent: of =>
      p`Au moins une page de chacun des ${sites(of)} a été lue : de chacun, on sait au moins en partie qui il cite.`,
    limited: (n, left, names) =>
      p`${strong(p`${sites(n)} ${verb(n, 'a atteint', 'ont atteint')} la limite de pages`)}, et ${addresses(left)} ${verb(left, 'a été écartée', 'ont été écartées')} : ${names}. Ils citent au moins ceux qui sont montrés.`,
    beyond: (n, of, depth) =>
      p`${strong(p`${addresses(n)} à l’intérieur de ${sites(of)} ${verb(n, 'est connue mais n’a jamais été demandée', 'sont connues mais n’ont jamais été demandées')}`)}${depth === null ? '' : p` : à plus de ${clicks(depth)} des pages de départ, ou derrière des hyperliens qui demandent à ne pas être suivis`}. Les hyperliens de ces pages manquent : tout décompte de liens sortants est un minimum.`,
    cut: (n, slug) => p`Une limite (${slug}) a coupé quelque chose de ${pages(n)}.`,
    unread: value =>
      p`Parmi les adresses rencontrées dans le périmètre, ${share(value)} ont échoué ou ont été écartées.`,
    andMore: n => p` et ${n} de plus`,
    worst: 'Sites ayant le plus d’adresses non lues',
    pagesRead: 'Pages lues',
    failed: 'En échec',
    excluded: 'Écartées',
    beyondHead: 'Connues, non demandées',
    linksOut: 'Hyperliens sortants',
    byCountry: 'Ce qui a été lu, par pays',
    byCountryLead: p`Si un pays a été lu plus à fond qu’un autre, ses sites montrent plus de liens pour cette seule raison. À regarder avant de lire une asymétrie.`,
    crawledSites: 'Sites',
    silentSites: 'Sans page lue',
    medianPages: 'Médiane par site',
    unseenTitle: 'Combien d’hyperliens peuvent manquer',
    unseenLead: (expected, part, seen) =>
      p`Si chaque adresse non lue portait autant d’hyperliens que les pages lues de son propre site en moyenne, il manquerait ${links(expected)} entre les sites du réseau : ${share(part)} de ce qu’aurait trouvé une collecte entière (${seen} ont été vus, hors des gabarits). C’est une estimation, non une observation : les pages profondes portent souvent moins d’hyperliens. Les adresses derrière lesquelles il n’y a pas de page (${code('http-404')}, ${code('not-html')}…) ne cachent rien.`,
    unseenSilent: (silent, pairs, part) =>
      p`${sites(silent)} sans page lue ${verb(silent, 'n’entre', 'n’entrent')} pas dans cette estimation : chacune des ${pairs} paires qui y commencent (${share(part)} du total) peut être un lien.`,
    unseen: 'Adresses non lues, et hyperliens qu’elles peuvent porter',
    linksTo: 'Hyperliens qui y mènent',
    expected: 'Hyperliens manquants (estimation)',
    otherCause: 'autre cause, par son nom',
  },
}
