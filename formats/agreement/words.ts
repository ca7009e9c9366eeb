import type { FigureName, GroupFigureName, LeftOutReason, Undefined } from '../../domain/agreement/figures.ts'
import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

export type AgreementUnit = 'turn' | 'sentence' | 'segment' | 'character' | 'overlap'

/** What the agreement's documents say, in one language. */
export interface AgreementWords {
  readonly title: (study: string) => string
  readonly units: Readonly<Record<AgreementUnit, string>>
  readonly basis: (unit: string, seed: number) => string
  /** Where codes were mapped in harmonising, which these figures do not take in. */
  readonly asCoded: string
  readonly noComparison: string
  readonly comparison: (transcript: string, round: string, first: string, second: string) => string
  readonly coverage: (units: number, unit: string, codes: number) => string
  readonly coded: (first: string, firstCount: number, second: string, secondCount: number, either: number) => string
  readonly uncoded: (share: string) => string
  readonly figures: Readonly<Record<FigureName, string>>
  readonly figureHeads: readonly string[]
  readonly undefinedBecause: (reason: string) => string
  readonly reasons: Readonly<Record<Undefined, string>>
  readonly perCode: string
  readonly perCodeNote: (first: string, second: string) => string
  readonly leftOut: Readonly<Record<LeftOutReason, string>>
  readonly leftOutHeads: readonly string[]
  readonly leftOutTitle: string
  readonly several: (transcripts: number) => string
  readonly allRounds: string
  readonly group: (transcript: string, round: string, coders: readonly string[]) => string
  readonly groupCoverage: (units: number, unit: string, values: number, coded: number) => string
  readonly uncodedByAll: (share: string) => string
  readonly groupFigures: Readonly<Record<GroupFigureName, string>>
  readonly groupColumns: readonly string[]
  readonly containsGroups: (groups: number) => string
  readonly perCodeHeads: (first: string, second: string) => readonly string[]
  readonly noCode: string
  readonly unaligned: string
  readonly unalignedNote: (turns: number) => string
  readonly unalignedHeads: readonly string[]
  readonly comparisonColumns: readonly string[]
  readonly figureColumns: (figure: string) => readonly string[]
  readonly perCodeColumns: readonly string[]
  readonly unalignedColumns: readonly string[]
  readonly contains: (comparisons: number) => string
  readonly containsPerCode: string
  readonly containsUnaligned: (turns: number) => string
  readonly withQuotes: string
  readonly withoutQuotes: string
}

export const agreementWords: Readonly<Record<ExportLanguage, AgreementWords>> = {
  en: {
    title: (study) => `Agreement between coders: ${study}`,
    units: {
      turn: 'turns',
      sentence: 'sentences',
      segment: 'segments',
      character: 'characters',
      overlap: 'overlapping spans',
    },
    basis: (unit, seed) =>
      `Units are ${unit}; all of them count, coded or not. Intervals are 95 % percentile bootstrap intervals over ` +
      `units, ` +
      `seed ${seed}.`,
    asCoded:
      'Codes are compared under the names that the coders gave them: those that were mapped in harmonising count apart here.',
    noComparison: 'No transcript was coded by two coders in the same independent round.',
    comparison: (transcript, round, first, second) => `${transcript}: ${first} and ${second} (${round})`,
    coverage: (units, unit, codes) => `${units} ${unit}, ${writeCount(codes, ['code', 'codes'], 'en')}.`,
    coded: (first, firstCount, second, secondCount, either) =>
      `${first} coded ${firstCount} of them, ${second} ${secondCount}, at least one of the two ${either}.`,
    uncoded: (share) => `Neither coded: ${share}.`,
    figures: {
      codedAgreement: 'Coded agreement (both coded, or both did not)',
      kappaCoded: 'Cohen’s kappa on coded or not',
      kappaPooled: 'Pooled kappa over unit × code',
      kappaMean: 'Mean of the per-code kappas',
      alphaNominal: 'Krippendorff’s alpha, sets of codes equal or not',
      alphaJaccard: 'Krippendorff’s alpha, Jaccard distance',
      alphaMasi: 'Krippendorff’s alpha, MASI distance',
      alphaUnitizing: 'Krippendorff’s unitizing alpha, free spans',
    },
    figureHeads: ['Figure', 'Value', '95 % interval', 'n'],
    undefinedBecause: (reason) => `undefined: ${reason}`,
    reasons: {
      'no-units': 'there is no unit to compare',
      'expected-agreement-is-one': 'every coder gave one and the same answer throughout, so chance explains everything',
      'expected-disagreement-is-zero': 'every unit has the same value, so there is nothing to disagree about',
      'no-codes': 'neither coder used a code',
      'no-defined-kappa': 'no code has a defined kappa',
      'unequal-ratings': 'the units do not all have the same number of ratings',
      'no-spans': 'segments are given, so there is no unitizing to compare',
      'only-for-pairs': 'spans are matched two coders at a time',
    },
    perCode: 'Per code',
    perCodeNote: (first, second) =>
      `For each code the 2×2 table in one row: units that both coded with it, only ${first}, only ${second}, neither.`,
    leftOutTitle: 'Left out',
    leftOutHeads: ['What', 'Of', 'How many'],
    leftOut: {
      'unaligned-turns': 'turns of the coder’s file that matched no turn of the transcript',
      'outside-units': 'codings that touch no unit',
      'codes-without-kappa': 'codes whose kappa is undefined, left out of the mean',
      'not-screened': 'segments that the coder did not screen',
      undecided: 'segments that the coder did not decide',
      'not-included': 'segments that the coder did not include, so that they have no instances',
      'one-coder': 'units that only one coder went through',
    },
    several: (transcripts) => writeCount(transcripts, ['transcript', 'transcripts'], 'en'),
    allRounds: 'several rounds',
    group: (transcript, round, coders) => `${transcript}: ${coders.join(', ')} together (${round})`,
    groupCoverage: (units, unit, values, coded) =>
      `${units} ${unit} that two coders or more went through, with ${values} values; at least one of them coded ${coded}.`,
    uncodedByAll: (share) => `Coded by none: ${share}.`,
    groupFigures: {
      codedAgreement: 'Coded agreement of pairs (both coded, or both did not)',
      fleissCoded: 'Fleiss’ kappa on coded or not',
      fleissSets: 'Fleiss’ kappa, sets of codes as categories',
      alphaCoded: 'Krippendorff’s alpha on coded or not',
      alphaNominal: 'Krippendorff’s alpha, sets of codes equal or not',
      alphaJaccard: 'Krippendorff’s alpha, Jaccard distance',
      alphaMasi: 'Krippendorff’s alpha, MASI distance',
      alphaUnitizing: 'Krippendorff’s unitizing alpha, free spans',
    },
    groupColumns: ['transcript', 'round', 'coders', 'figure', 'value', 'low', 'high', 'n', 'undefined because'],
    containsGroups: (groups) =>
      `Agreement figures of ${writeCount(groups, ['group', 'groups'], 'en')} of three coders or more`,
    perCodeHeads: (first, second) => [
      'Code',
      'Both',
      `Only ${first}`,
      `Only ${second}`,
      'Neither',
      'Agreement',
      'Kappa',
      'AC1',
      'Alpha',
      'Share of disagreement',
    ],
    noCode: 'Neither coder used a code.',
    unaligned: 'Turns that could not be aligned',
    unalignedNote: (turns) =>
      `${writeCount(turns, ['turn', 'turns'], 'en')} of the coders’ files could not be matched to the transcript; ` +
      `their codes ` +
      'are not compared.',
    unalignedHeads: ['Coder', 'Turn', 'Speaker', 'Codes', 'Text'],
    comparisonColumns: [
      'transcript',
      'round',
      'first coder',
      'second coder',
      'unit',
      'seed',
      'units',
      'codes',
      'units either coded',
      'units first coded',
      'units second coded',
      'uncoded share',
      'unaligned turns',
    ],
    figureColumns: (figure) => [figure, `${figure} low`, `${figure} high`, `${figure} undefined because`],
    perCodeColumns: [
      'transcript',
      'round',
      'first coder',
      'second coder',
      'code',
      'both',
      'only first',
      'only second',
      'neither',
      'kappa',
      'undefined because',
      'agreement',
      'AC1',
      'alpha',
      'share of disagreement',
    ],
    unalignedColumns: ['transcript', 'round', 'coder', 'turn', 'speaker', 'codes', 'text'],
    contains: (comparisons) =>
      `Agreement figures of ${writeCount(comparisons, ['comparison', 'comparisons'], 'en')} of two coders`,
    containsPerCode: 'Agreement per code, with the names of the codes',
    containsUnaligned: (turns) =>
      `${writeCount(turns, ['turn', 'turns'], 'en')} that could not be matched to a transcript`,
    withQuotes: '; with participants’ own words, in the turns that could not be matched',
    withoutQuotes: '; no participant’s words',
  },
  fr: {
    title: (study) => `Accord entre codeurs : ${study}`,
    units: {
      turn: 'tours de parole',
      sentence: 'phrases',
      segment: 'segments',
      character: 'caractères',
      overlap: 'passages qui se recouvrent',
    },
    basis: (unit, seed) =>
      `Unités : ${unit} ; toutes comptent, codées ou non. Les intervalles à 95 % sont obtenus par bootstrap ` +
      `(percentiles) sur ` +
      `les unités, graine ${seed}.`,
    asCoded:
      'Les codes sont comparés sous les noms donnés par les codeurs : ceux qui comptent comme un autre depuis l’harmonisation comptent ici à part.',
    noComparison: 'Aucune transcription n’a été codée par deux codeurs dans un même tour indépendant.',
    comparison: (transcript, round, first, second) => `${transcript} : ${first} et ${second} (${round})`,
    coverage: (units, unit, codes) => `${units} ${unit}, ${writeCount(codes, ['code', 'codes'], 'fr')}.`,
    coded: (first, firstCount, second, secondCount, either) =>
      `Unités codées : ${firstCount} par ${first}, ${secondCount} par ${second}, ${either} par au moins l’un des deux.`,
    uncoded: (share) => `Codées par aucun des deux : ${share}.`,
    figures: {
      codedAgreement: 'Accord sur le fait de coder (les deux, ou aucun)',
      kappaCoded: 'Kappa de Cohen, codé ou non',
      kappaPooled: 'Kappa groupé, unités × codes',
      kappaMean: 'Moyenne des kappas par code',
      alphaNominal: 'Alpha de Krippendorff, ensembles de codes égaux ou non',
      alphaJaccard: 'Alpha de Krippendorff, distance de Jaccard',
      alphaMasi: 'Alpha de Krippendorff, distance MASI',
      alphaUnitizing: 'Alpha de Krippendorff pour le découpage, passages libres',
    },
    figureHeads: ['Mesure', 'Valeur', 'Intervalle à 95 %', 'n'],
    undefinedBecause: (reason) => `non définie : ${reason}`,
    reasons: {
      'no-units': 'il n’y a aucune unité à comparer',
      'expected-agreement-is-one':
        'tous les codeurs ont donné partout une seule et même réponse, le hasard explique donc tout',
      'expected-disagreement-is-zero': 'toutes les unités ont la même valeur, il n’y a donc aucun désaccord possible',
      'no-codes': 'aucun des deux codeurs n’a employé de code',
      'no-defined-kappa': 'aucun code n’a de kappa défini',
      'unequal-ratings': 'les unités n’ont pas toutes le même nombre de jugements',
      'no-spans': 'les segments sont donnés, il n’y a donc pas de découpage à comparer',
      'only-for-pairs': 'les passages sont appariés entre deux codeurs à la fois',
    },
    perCode: 'Par code',
    perCodeNote: (first, second) =>
      `Pour chaque code, le tableau 2×2 sur une ligne : unités codées par les deux, par ${first} seul, par ` +
      `${second} seul, par ` +
      'aucun.',
    leftOutTitle: 'Ce qui est laissé de côté',
    leftOutHeads: ['Quoi', 'De', 'Nombre'],
    leftOut: {
      'unaligned-turns': 'tours de parole du fichier sans correspondance dans la transcription',
      'outside-units': 'codages qui ne touchent aucune unité',
      'codes-without-kappa': 'codes dont le kappa n’est pas défini, hors de la moyenne',
      'not-screened': 'segments que la personne n’a pas examinés',
      undecided: 'segments que la personne n’a pas tranchés',
      'not-included': 'segments que la personne n’a pas retenus, donc sans instances',
      'one-coder': 'unités vues par une seule personne',
    },
    several: (transcripts) => writeCount(transcripts, ['transcription', 'transcriptions'], 'fr'),
    allRounds: 'plusieurs tours',
    group: (transcript, round, coders) => `${transcript} : ${coders.join(', ')} ensemble (${round})`,
    groupCoverage: (units, unit, values, coded) =>
      `Vu par au moins deux personnes : ${units} ${unit}, ${values} valeurs ; au moins l’une d’elles en a codé ${coded}.`,
    uncodedByAll: (share) => `Codées par aucune : ${share}.`,
    groupFigures: {
      codedAgreement: 'Accord des paires sur le fait de coder (les deux, ou aucune)',
      fleissCoded: 'Kappa de Fleiss, codé ou non',
      fleissSets: 'Kappa de Fleiss, ensembles de codes pris comme catégories',
      alphaCoded: 'Alpha de Krippendorff, codé ou non',
      alphaNominal: 'Alpha de Krippendorff, ensembles de codes égaux ou non',
      alphaJaccard: 'Alpha de Krippendorff, distance de Jaccard',
      alphaMasi: 'Alpha de Krippendorff, distance MASI',
      alphaUnitizing: 'Alpha de Krippendorff pour le découpage, passages libres',
    },
    groupColumns: ['transcription', 'tour', 'codeurs', 'mesure', 'valeur', 'bas', 'haut', 'n', 'non définie car'],
    containsGroups: (groups) =>
      `Mesures d’accord de ${writeCount(groups, ['groupe', 'groupes'], 'fr')} d’au moins trois personnes`,
    perCodeHeads: (first, second) => [
      'Code',
      'Les deux',
      `${first} seul`,
      `${second} seul`,
      'Aucun',
      'Accord',
      'Kappa',
      'AC1',
      'Alpha',
      'Part du désaccord',
    ],
    noCode: 'Aucun des deux codeurs n’a employé de code.',
    unaligned: 'Tours de parole non alignés',
    unalignedNote: (turns) =>
      `${writeCount(turns, ['tour de parole', 'tours de parole'], 'fr')} des fichiers des codeurs sans ` +
      `correspondance dans la ` +
      'transcription ; leurs codes ne sont pas comparés.',
    unalignedHeads: ['Codeur', 'Tour', 'Locuteur', 'Codes', 'Texte'],
    comparisonColumns: [
      'transcription',
      'tour',
      'premier codeur',
      'second codeur',
      'unité',
      'graine',
      'unités',
      'codes',
      'unités codées par l’un ou l’autre',
      'unités codées par le premier',
      'unités codées par le second',
      'part non codée',
      'tours de parole non alignés',
    ],
    figureColumns: (figure) => [figure, `${figure}, bas`, `${figure}, haut`, `${figure}, non définie car`],
    perCodeColumns: [
      'transcription',
      'tour',
      'premier codeur',
      'second codeur',
      'code',
      'les deux',
      'premier seul',
      'second seul',
      'aucun',
      'kappa',
      'non défini car',
      'accord',
      'AC1',
      'alpha',
      'part du désaccord',
    ],
    unalignedColumns: ['transcription', 'tour', 'codeur', 'tour de parole', 'locuteur', 'codes', 'texte'],
    contains: (comparisons) =>
      `Mesures d’accord de ${writeCount(comparisons, ['comparaison', 'comparaisons'], 'fr')} de deux codeurs`,
    containsPerCode: 'Accord par code, avec le nom des codes',
    containsUnaligned: (turns) =>
      `${writeCount(turns, ['tour de parole', 'tours de parole'], 'fr')} sans correspondance dans une transcription`,
    withQuotes: ' ; avec les paroles des participants, dans les tours sans correspondance',
    withoutQuotes: ' ; aucune parole de participant',
  },
}
