import type { publishEn } from '#data/vocabulary/words/en/page/publish.ts'

export const publishFr: typeof publishEn = {
  ink: 'Encre',
  inks: { colour: 'couleurs', print: 'gris et numéros' },
  inkHint:
    'Gris et numéros restent lisibles sur une photocopie ; les couleurs sont choisies pour être distinguées par les lecteurs daltoniens.',
  picture: 'Image pour impression',
  pictureHint:
    'Titre, légende et source font partie de l’image. Elle montre ce que montre la carte : filtres, variables, partie de la carte.',
  pictureWidth: 'Taille',
  pictureFailed: 'L’image est trop grande pour ce navigateur ; enregistrez-la en SVG.',
  saveSvg: 'Enregistrer en SVG',
  savePng: 'Enregistrer en PNG, 300 dpi',
  address: 'Adresse de cette vue',
  addressHint: 'Elle rappelle filtres, variables, sélection et partie de la carte, tant que l’étude est servie ici.',
  addressHintPage: 'Elle rappelle filtres, variables, sélection et partie de la carte de ce fichier.',
  evidenceLeftOut: 'Cette page a été publiée sans ses hyperliens.',
  copyAddress: 'Copier l’adresse',
  pictureNoise:
    'Ce navigateur altère les images qu’une page relit, pour cacher qui vous êtes (dans Firefox : privacy.resistFingerprinting) : le PNG ne serait que du bruit et n’a pas été enregistré. Enregistrez en SVG, ou autorisez cette page à lire les canevas.',
}
