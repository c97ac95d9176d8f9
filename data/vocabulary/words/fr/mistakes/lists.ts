import type { listMistakesEn } from '#data/vocabulary/words/en/mistakes/lists.ts'

export const listMistakesFr: Readonly<Record<keyof typeof listMistakesEn, string>> = {
  'at-line': '{file}, ligne {line} : {sentence}',
  'in-the-call': '{sentence}',

  'new-workbook': 'un classeur a été trouvé (.xlsx ou .ods) ; attendu : du texte, enregistrez-le en CSV UTF-8',
  'old-workbook': 'un classeur a été trouvé (.xls) ; attendu : du texte, enregistrez-le en CSV UTF-8',
  document:
    'un document, une image ou un fichier compressé a été trouvé ; attendu : du texte. Copiez-en les adresses dans une liste, une par ligne',
  'no-header': 'aucune ligne ; attendu : un en-tête avec une colonne {required} (colonnes connues : {known})',
  'wrong-header': 'colonnes {columns} ; attendu : un en-tête avec une colonne {required} (colonnes connues : {known})',
  'repeated-column': 'deux colonnes « {column} » ; attendu : une seule',
  'too-many-cells':
    '{count} cases, dont la dernière est « {found} » ; attendu : {expected}. Mettez entre guillemets une case qui contient le séparateur',
  'unnamed-column': '« {found} » est dans la colonne {column}, qui n’a pas de nom ; attendu : un nom dans l’en-tête',
  'quote-not-closed': 'un guillemet ouvert dans cette ligne n’est jamais fermé ; attendu : l’autre "',
  'quote-inside':
    'un guillemet au milieu d’une case ; attendu : toute la case entre guillemets, et "" pour un guillemet à l’intérieur',

  'separator-line': 'la ligne « {found} » nomme le séparateur ; ce n’est pas un site',
  'unmarked-encoding': 'pas de marque d’ordre des octets ; lu comme {found}',
  'column-taken-as-url': 'la colonne « {found} » est lue comme url',
  'read-as-addresses': 'pas d’en-tête, la première adresse étant « {found} » : chaque ligne est lue comme une adresse',
  'title-passed-over': '« {found} » ne contient pas d’adresse : la ligne est laissée de côté',
  'read-as-two-columns':
    'pas d’en-tête, la première adresse étant « {found} » : les colonnes sont lues comme adresse et nom',

  'no-rows': 'il n’y a qu’un en-tête ; attendu : une ligne par site',
  'no-address': 'aucune adresse dans la colonne « url » ; attendu : une adresse comme {example}',
  'not-an-address': '« {found} » n’est pas une adresse http(s) ; attendu : une adresse comme {example}',
  'not-a-country':
    '« {found} » n’est pas un code de pays ISO 3166-1 ; attendu : deux lettres comme FR ou US (un second pays va dans une colonne à lui)',
  'country-by-name': '« {found} » n’est pas un code de pays ISO 3166-1 ; attendu : {expected}',
  'prefix-not-an-address':
    'le préfixe « {found} » n’est pas une adresse http(s) ; attendu : des adresses comme {example}, séparées par des espaces',
  'prefix-with-query':
    'le préfixe « {found} » a une requête ou un fragment ; attendu : des adresses comme {example}, séparées par des espaces',
  'prefix-twice':
    'le préfixe « {found} » appartient déjà à l’entité de la ligne {line} ; attendu : chaque préfixe dans une seule ligne',
  'start-outside': '« {found} » n’est sous aucun des préfixes de sa ligne ; attendu : un préfixe qui la contient',
  'start-of-another':
    '« {found} » appartient à l’entité de la ligne {line} par un préfixe plus long ; attendu : une adresse à elle',
  'start-known': '« {found} » appartient déjà à l’entité de la ligne {line} et n’est pas reprise',
  'start-added':
    '« {found} » appartient déjà à l’entité de la ligne {line} et en devient une autre page de départ ; les autres cases de cette ligne ne sont pas reprises',

  'not-a-place':
    '« {found} » n’est ni un hôte ni un préfixe ; attendu : par exemple example.fr, https://example.fr/blog ou *.example.fr',
  'tool-without-name': 'la ligne n’a pas de nom ; attendu : celui d’un outil',
  'not-a-tool-category': '« {found} » n’est pas une catégorie d’outil ; attendu : l’une de {known}',
  'not-a-tool-pattern':
    '« {found} » n’est pas un motif d’outil ; attendu : SORTES:HÔTE/CHEMIN (script:.example.org/sdk/, any:/moteur/), generator:DÉBUT ou cookie:NOM, avec au plus deux étapes de chemin',
  'not-a-mark': '« {found} » n’est pas une marque ; attendu : l’une de {known}',
  'mark-without-sign': 'ni cible (target) ni mots (words) ; attendu : l’un des deux',
  'mark-with-two-signs': 'une cible (target) et des mots (words) ; attendu : l’un des deux',
  'target-without-host': '« {found} » ne commence pas par un hôte',
  'star-amid-name':
    '« {found} » a une étoile à côté d’autres lettres ; attendu : entre deux /, où elle tient lieu d’un nom',
  'own-table-unfit':
    'l’étude garde une table à elle ({table}) qui ne peut être lue à partir de la ligne {row} ; attendu : ce que garde « classify --{table} FICHIER » : redonnez-la, ou renoncez-y par « classify --built-in-{table} »',

  'not-a-status': 'statut « {found} » ; attendu : l’un de {known}',
  'not-a-country-cell': 'pays « {found} » ; attendu : deux lettres d’ISO 3166-1, comme FR',
  'country-cell-by-name': 'pays « {found} » ; attendu : {expected}',
  'not-a-homepage': 'page d’accueil « {found} » ; attendu : une adresse http(s) comme https://www.example.fr',
  'not-a-prefix-cell': 'préfixe « {found} » ; attendu : example.org/blog, ou *.example.org avec ses sous-domaines',
  'not-a-dated-prefix': 'préfixe daté « {found} » ; attendu : par exemple example.org/blog (2010/2014)',
  'dates-of-no-prefix': 'dates de « {found} » ; attendu : un préfixe que la ligne a',
  'not-a-date-cell':
    '« {found} » n’est pas une date ; attendu : une année, un mois ou un jour, comme 2013 ou 2013-05-31',
  'ends-before': '« {found} » de {from} à {to} ; attendu : une fin après le début',
  'not-a-tag': 'étiquette « {found} » ; attendu : « catégorie: valeur », plusieurs séparées par |',
  'no-such-column': 'pas de colonne « {found} » à lire ; attendu : certaines de {known}',
  'row-contradicts': '{field} « {found} » pour « {name} » ; attendu : « {expected} », comme à la ligne {line}',
  'row-takes-prefix': 'préfixe « {prefix} » pour « {name} » ; attendu : un préfixe que « {owner} » n’a pas',
  'row-takes-forgotten': 'préfixe « {prefix} » pour « {name} », oublié sur opposition',
  'row-dates-stray-prefix': 'dates du préfixe « {prefix} » ; attendu : un préfixe de « {name} »',
  'row-unmatched': '« {name} » n’est aucune entité de l’étude',
  'row-ambiguous': '« {name} » peut être {entities}',
}
