import type { Language } from './types.ts'

/** On every page of the demonstration. */
export const label = 'Invented site of the Toile demonstration / Site inventé de la démonstration Toile'

/** What the frames of the sites say. */
export const words = {
  fr: {
    home: 'Accueil',
    about: 'À propos',
    archive: 'Archives',
    clients: 'Clients',
    latest: 'Derniers textes',
    allPosts: 'Tous les textes',
    blogroll: 'Blogs amis',
    comments: 'Commentaires',
    said: 'a dit',
    publishedOn: 'Publié le',
    more: 'Lire la suite',
    madeBy: 'Site réalisé par',
    hostedBy: 'Hébergement :',
    runsOn: 'Fonctionne avec',
    mobile: 'Version mobile',
    desktop: 'Version complète',
    shareWith: 'Partager',
    menu: 'Menu',
    skip: 'Aller au contenu',
    moved: 'Cette page a changé d’adresse.',
    lost: 'Page introuvable',
    clientsText: 'La liste des clients n’est pas destinée aux robots.',
  },
  en: {
    home: 'Home',
    about: 'About',
    archive: 'Archive',
    clients: 'Clients',
    latest: 'Latest',
    allPosts: 'All posts',
    blogroll: 'Blogs we like',
    comments: 'Comments',
    said: 'said',
    publishedOn: 'Posted on',
    more: 'Read more',
    madeBy: 'Site by',
    hostedBy: 'Hosted by',
    runsOn: 'Powered by',
    mobile: 'Mobile version',
    desktop: 'Full site',
    shareWith: 'Share',
    menu: 'Menu',
    skip: 'Skip to content',
    moved: 'This page has moved.',
    lost: 'Page not found',
    clientsText: 'The list of clients is not meant for robots.',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

// Written out because what Intl prints may change with its version, and the demonstration's bytes may not.
const months: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** '2017-04-24' as a reader of `language` writes it: '24 avril 2017', 'April 24, 2017'. */
export function dateText(isoDay: string, language: Language): string {
  const [year, month, day] = isoDay.split('-').map(Number)
  const name = months[language][month! - 1]!
  return language === 'fr' ? `${day} ${name} ${year}` : `${name} ${day}, ${year}`
}

/** 'avril 2017', 'April 2017'. */
export function monthText(isoDay: string, language: Language): string {
  const [year, month] = isoDay.split('-').map(Number)
  return `${months[language][month! - 1]!} ${year}`
}
