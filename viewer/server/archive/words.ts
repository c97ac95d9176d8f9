/** What the server says beside an archived copy, or in its place. */
interface ArchiveWords {
  readonly heading: string
  readonly received: (date: string) => string
  readonly leftOut: string
  /** No visit of this number has a copy. */
  readonly unknown: string
  readonly gone: (file: string) => string
  readonly noPage: (status: number) => string
}

const day = (locale: string, date: string): string =>
  Number.isNaN(Date.parse(date))
    ? date
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(date))

const en: ArchiveWords = {
  heading: 'Archived copy',
  received: date => `Received on ${day('en-GB', date)} UTC.`,
  leftOut: 'Its scripts, styles, images and forms are left out; nothing of it is run or loaded.',
  unknown: 'The corpus knows of no archived copy for this visit.',
  gone: file =>
    `The archive file ${file} is not where it was, or no longer holds this page. Put the archive's folder back to its place beside the corpus to read the copy.`,
  noPage: status => `The archive holds no page for this visit: the answer was HTTP ${status}, without a document.`,
}

const fr: ArchiveWords = {
  heading: 'Copie archivée',
  received: date => `Reçue le ${day('fr-FR', date)} UTC.`,
  leftOut: 'Ses scripts, styles, images et formulaires sont laissés de côté ; rien n’en est exécuté ni chargé.',
  unknown: 'Le corpus ne connaît pas de copie archivée pour cette visite.',
  gone: file =>
    `Le fichier d’archive ${file} n’est plus à sa place, ou ne contient plus cette page. Remettez le dossier de l’archive à sa place, près du corpus, pour lire la copie.`,
  noPage: status => `L’archive n’a pas de page pour cette visite : la réponse était HTTP ${status}, sans document.`,
}

export const archiveWords = (language: string | undefined): ArchiveWords & { readonly language: 'en' | 'fr' } =>
  language === 'fr' ? { ...fr, language: 'fr' } : { ...en, language: 'en' }
