import { code, prose as p, type Prose, see, share, strong } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import type { reportOfFileEn } from '#data/vocabulary/words/en/of-file/report.ts'
import { ofFile } from '#data/vocabulary/words/of-file.ts'
import { reportFr } from '../report.ts'
import { edges, sites, ties, verb } from '../report/nouns.ts'
import { nounsOfFileFr } from './nouns.ts'

const weightOfFile =
  'Le poids d’un lien est celui que donne le fichier importé ; ce qu’il compte, seuls les auteurs du fichier le savent.'

const nodes = (n: Num): Prose => p`${n} ${verb(n, 'nœud', 'nœuds')}`

/** Le rapport sur un réseau venu d’un fichier : ses liens vont de l’un à l’autre, et c’est tout ce qu’on en sait. */
export const reportOfFileFr: typeof reportOfFileEn = {
  ...ofFile(reportFr, nounsOfFileFr, {
    eyebrow: 'Un réseau importé : un rapport de Toile',
    description: title => `Rapport sur le réseau importé ${title}`,
    intro: p`Un nœud est un point du réseau. Un lien est un lien du fichier importé, dans son sens s’il en a un : ce qu’il signifie, seul le fichier peut le dire. Chaque nombre dit d’où il vient : pointez-le, ou suivez les sources en fin de section jusqu’à ${see('sources', 'D’où viennent les nombres')}.`,
    notCrawled: p`Ce réseau a été importé. Ce que ses auteurs ont laissé de côté, ou n’ont pas regardé, n’est pas connu ici.`,
    empty: p`Le corpus ne contient aucun nœud à décrire.`,
    sections: {
      borders: 'Par-delà les frontières',
      cited: 'Les nœuds recevant le plus de liens',
      robustness: 'Ce qui tient avec moins de nœuds',
    },
    summary: {
      size: (n, e, alone, isUndirected) =>
        p`${strong(p`${sites(n)} (nœuds du fichier), ${isUndirected ? ties(e) : edges(e)}.`)}${alone.value === 0 ? '' : p` ${nodes(alone)} ${verb(alone, 'n’en a aucun', 'n’en ont aucun')}.`}`,
      reciprocityHeads: {
        more: 'Les liens sont rendus plus souvent que ne le voudrait le hasard.',
        less: 'Les liens sont rendus moins souvent que ne le voudrait le hasard.',
        chance: 'Rien ne dit que les liens soient rendus plus ou moins souvent que par hasard.',
      },
      reciprocity: (head, value, against, toUnknown) =>
        p`${strong(head)} Réciprocité ${value} (la part des liens qui ont leur réciproque) ; ${against}.${toUnknown.value === 0 ? '' : p` Mais ${edges(toUnknown)} ${verb(toUnknown, 'mène', 'mènent')} à des nœuds dont les propres liens ne sont pas connus.`}`,
      closureHeads: {
        more: 'Les liens franchissent les frontières plus que ne le voudrait le hasard.',
        less: 'Les liens restent dans un même pays plus que ne le voudrait le hasard.',
        chance: 'Rien ne dit que les liens restent dans un même pays plus ou moins que par hasard.',
      },
      asymmetryHeads: (one, other) => ({
        more: `Des nœuds ${one} vers ceux ${other} vont plus de liens qu’il n’en revient, plus que ne le voudrait le hasard.`,
        less: `Des nœuds ${one} vers ceux ${other} vont moins de liens qu’il n’en revient, plus nettement que ne le voudrait le hasard.`,
        chance: `Entre les nœuds ${one} et ceux ${other}, rien ne dit que plus de liens aillent dans un sens que dans l’autre.`,
      }),
      robust: (holding, all, at, draws) =>
        p`${strong(p`${holding} résultats sur ${all} tiennent avec ${share(at)} des nœuds`)} : dans au moins 95 % de ${draws} tirages au sort, voir ${see('robustness', 'Ce qui tient avec moins de nœuds')}.`,
      cited: names => p`${strong('Liens venant du plus de nœuds')} : ${names}.`,
    },
    network: {
      lead: p`Une valeur n’est forte ou faible qu’au regard de ce que donnerait le hasard. Deux hasards sont distingués. ${strong('Liens recâblés')} : chaque nœud garde le nombre des liens qui mènent à lui et de ceux qui partent de lui ; entre qui ils vont est tiré de nouveau au sort, et les communautés sont recherchées à nouveau. ${strong('Étiquettes redistribuées')} : les liens restent, et les pays (ou les types) sont redistribués au sort entre les nœuds.`,
      attributesTitle: 'Les nœuds sont-ils liés à leurs semblables ?',
      attributesLead: p`Les nœuds dont un attribut est inconnu ne comptent pas dans sa ligne. Une assortativité au-dessus de 0, ou un indice E-I au-dessous de ce que donne le hasard, veut dire que les nœuds sont liés à ceux de leur propre valeur.`,
      triadsLead: p`Le code d’une triade compte ses paires réciproques, à sens unique et sans lien, puis dit le sens (D vers le bas, U vers le haut, T transitif, C cyclique). Dans 030T, un lien va du début à la fin d’un chemin de deux liens ; dans 300, des liens vont dans les deux sens entre tous trois.`,
      degreeFigure:
        'Part des nœuds qui reçoivent des liens d’au moins tant d’autres, ou en ont vers au moins tant. Les deux axes sont logarithmiques.',
      degreeAlt: (most, mostOut) =>
        `Deux suites de points qui descendent. Liens entrants : de ${most} nœuds au plus. Liens sortants : vers ${mostOut} nœuds au plus.`,
      degreeIn: 'liens entrants',
      degreeOut: 'liens sortants',
      degreeMean: mean => p`Un nœud reçoit en moyenne des liens de ${mean} autres.`,
      degreeNone: (noIn, noOut) =>
        p`Aucun lien ne mène à ${nodes(noIn)}, et aucun ne part de ${nodes(noOut)} ; les axes logarithmiques ci-dessous ne peuvent les montrer.`,
      degreeTable: 'Nœuds selon le nombre des liens qui mènent à eux et partent d’eux',
      tiesTitle: 'Ce qui va de pair avec un lien',
      tiesLead: (permutations, rSquared) =>
        p`Les liens sont-ils plus probables entre nœuds du même pays, ou du même type ? La régression tient les autres propriétés fixes ; elle dit ce qui va de pair, non ce qui cause quoi. Un coefficient est la différence de probabilité d’un lien ; son modèle nul vient de ${permutations} permutations (double semi-partialisation). Ensemble, elles expliquent ${share(rSquared)} de la variation.`,
      tiesPairs: n =>
        p`Il reste ${n} paires ordonnées : celles qui partent d’un nœud dont les propres liens ne sont pas connus manquent aussi.`,
    },
    borders: {
      none: p`Moins de deux pays sont connus parmi ces nœuds : on ne peut rien dire des frontières. Les pays viennent du fichier ou de ${code('./toile entity set')}.`,
      citingSide: 'de',
      citedSide: 'vers',
      closure: 'Les liens restent-ils dans un même pays ?',
      asymmetryMeaning: p`L’asymétrie est (aller − retour) ÷ (aller + retour) : 1 si tous les liens vont du premier vers le second, 0 s’il en va autant dans chaque sens.`,
    },
    carriers: {
      lead: p`Soit un chemin de liens a → b → c sans lien de a vers c. Le nœud b se tient entre les deux. Selon les pays des trois (Gould et Fernandez 1989), b est ${strong('portier (gatekeeper)')} si le lien vers lui vient de l’étranger et que le sien reste au pays ; ${strong('représentant')} si le lien vers lui vient du pays et que le sien mène à l’étranger ; ${strong('coordinateur')} si tous trois sont du même pays ; ${strong('courtier itinérant')} si les deux autres sont d’un même pays étranger ; ${strong('agent de liaison')} si tous trois diffèrent.`,
      direction: () => p`Ce qui passe le long d’un lien, et dans quel sens, seul le fichier peut le dire.`,
      crossing: (from, to) => `${from} → ${to} : d’où partent ces liens`,
      crossingLead: (edgeCount, sending, n, half, from, to) =>
        p`${edges(edgeCount)} ${verb(edgeCount, 'va', 'vont')} de nœuds ${from} vers des nœuds ${to}. Ils partent de ${sending} des ${nodes(n)} ${from}${half === null ? '' : p` ; la moitié au moins de ${half}`}.`,
      noCrossing: (from, to) => p`Aucun lien ne va de nœuds ${from} vers des nœuds ${to}.`,
      crossingNote: p`D’abord les nœuds d’où part le plus de liens vers l’autre pays. Ces décomptes n’ont pas de modèle nul : un nœud qui a beaucoup de liens en a aussi davantage à l’étranger ; à comparer avec tous ses liens.`,
    },
    cited: {
      lead: p`On compte les nœuds dont viennent les liens ; les poids sont laissés de côté.`,
      all: 'Liens venant du plus de nœuds',
      home: country => `${country} : le plus de liens du pays`,
      abroad: country => `${country} : le plus de liens de l’étranger`,
      nobody: of => p`Aucun lien de l’étranger ne mène à un nœud ${of}.`,
      citing: 'Liens de',
    },
    communities: {
      lead: p`Une communauté est un ensemble de nœuds liés entre eux plus que ne le voudraient leurs seuls degrés. Elle est le résultat d’une recherche, non un fait du terrain. Son nom est une proposition, faite de ses nœuds les plus forts.`,
      mixLead: n =>
        p`Le mélange d’une communauté est la probabilité que deux de ses nœuds, tirés au sort, soient de pays différents. Son modèle nul redistribue les pays entre tous les nœuds (${n} fois), comme si les frontières ne comptaient pas. Une communauté plus mêlée que cela est ${strong('transnationale')}. Une communauté qui n’est pas moins mêlée que ce que donne le hasard en moyenne l’est ${strong('comme si les frontières ne comptaient pas')}. D’une petite communauté, cela dit peu.`,
      fieldLead: n =>
        p`Là où les liens restent dans un même pays, toute communauté paraît nationale face à ce modèle nul. Le second garde l’homophilie du champ : dans ${n} réseaux chaque nœud a ses degrés, et autant de liens vont de chaque pays à chaque autre, mais entre qui est tiré à nouveau ; les communautés sont cherchées à nouveau. Une communauté est ${strong('plus transnationale que son champ')} si elle dépasse les plus mêlées d’au moins sa taille de plus qu’aucune ne le fait dans 95 % de ces réseaux ; p vaut pour toutes les communautés ensemble.`,
      strongest: 'Nœuds les plus forts de chacune, ceux recevant le plus de liens en son sein d’abord :',
    },
    edgesSection: {
      lead: [],
      alsoAbove: [],
      facts: weight => p`Poids ${weight}.`,
      importedFacts: weight => p`Poids ${weight}.`,
    },
    weights: { evidence: weightOfFile, pages: weightOfFile, links: weightOfFile },
    codes: { lead: p`Des codeurs ont jugé ce que font des liens.` },
    method: {
      grew: rounds =>
        p`Le corpus s’est étendu par tours d’examen, rangés par ce qui avait été retenu et écarté, un sur dix tiré au sort. ${rounds}.`,
      limits: p`Ce que signifie un lien du fichier importé, seul le fichier peut le dire.`,
      parametersLead: p`Tels que le corpus les a consignés. Les chemins sont montrés sans leurs dossiers.`,
      graph: (nodeCount, edgeCount, statuses) =>
        p`Le réseau analysé contient les entités de statut ${statuses} : ${nodeCount} et ${edgeCount}. Un lien est un lien du fichier importé, ceux d’un nœud vers lui-même laissés de côté.`,
    },
  }),
  grammar: reportFr.grammar,
}
