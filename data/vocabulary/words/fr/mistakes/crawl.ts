import type { crawlMistakesEn } from '#data/vocabulary/words/en/mistakes/crawl.ts'

export const crawlMistakesFr: Readonly<Record<keyof typeof crawlMistakesEn, string>> = {
  'no-page-texts': '{option} : cette étude ne garde pas les textes des pages ; attendu : une collecte avec --texts',
  'again-first': 'vague « {again} » : cette étude n’a pas encore de collecte ; attendu : une première, sans --again',
  'again-every': 'vague « {again} » : ce mot désigne toutes les vagues ensemble ; attendu : un autre nom',
  'again-taken': 'vague « {again} » : une vague avant la dernière porte ce nom ; attendu : un nouveau nom',
  'again-too-early':
    'vague « {again} » : la vague « {last} » n’est pas terminée ; attendu : qu’elle le soit d’abord, par la commande qui l’a commencée',
  'past-other':
    'la vague « {wave} » a été commencée avec {found}, et non {asked} ; attendu : la même chose, ou --again et un nom pour une nouvelle vague',
  'past-no-day':
    'jour du passé {date} : ce jour n’existe pas ou n’est pas terminé ; attendu : un jour passé, comme 2012-04-22',
  'past-unknown-archive':
    'archive {from} : ni {known}, ni l’adresse d’un service d’archives (par exemple http://localhost:8080/coll/), ni un dossier de fichiers WARC',
  'past-from':
    'archive {from} : elle se demande pour un jour du passé ; attendu : --past et un jour, sans --from-archive',
  'no-contact': 'contact « {contact} » ; attendu : une adresse électronique ou http(s), car un robot dit qui l’envoie',
  'seeds-unreadable':
    '{path} : le fichier ne peut pas être lu ({code}) ; attendu : une liste de sites, un fichier CSV avec une colonne « url »',
  'opt-out-unreadable':
    '{path} : le fichier ne peut pas être lu ({code}) ; attendu : une liste d’hôtes et de préfixes, un fichier CSV avec une colonne « prefix »',
  'archive-unwritable':
    'dossier d’archives {folder} : rien ne peut y être écrit ({code}) ; attendu : un dossier pour des fichiers WARC',
  'archive-missing':
    'dossier d’archives {folder} : introuvable ; attendu : un dossier de fichiers WARC (--archive en fait un)',
}
