import type { DriftFigure } from '../../domain/agreement/drift.ts'
import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

/** What the agreement's documents say of single codes: what they cost, what a group did with them, how they moved over rounds. */
export interface CodeWords {
  readonly groupNote: string
  readonly groupHeads: readonly string[]
  readonly groupColumns: readonly string[]
  readonly containsGroupCodes: string
  /** The codes that hold half of all disagreement. */
  readonly costly: (codes: readonly string[], all: number) => string
  readonly drift: string
  readonly driftNote: string
  readonly driftOf: (figure: string, coders: readonly string[], isGroup: boolean) => string
  readonly changingCoders: (rounds: readonly { readonly round: string; readonly coders: readonly string[] }[]) => string
  readonly figures: Readonly<Record<DriftFigure, string>>
  readonly round: (round: string, units: number) => string
  readonly used: (value: string, used: number) => string
  readonly codeHead: string
  readonly changeHead: string
  readonly driftColumns: readonly string[]
  readonly containsDrift: string
  readonly notUsed: string
}

export const codeWords: Readonly<Record<ExportLanguage, CodeWords>> = {
  en: {
    groupNote:
      'For each code: units that all who went through them gave it, and that some gave it and others did not. The share of ' +
      'disagreement is of all pairs of readings of one unit, code by code, of which one has the code and the other has not.',
    groupHeads: ['Code', 'All', 'Some, not all', 'Fleiss’ kappa', 'Alpha', 'Share of disagreement'],
    groupColumns: [
      'transcript',
      'round',
      'coders',
      'code',
      'present',
      'absent',
      'all',
      'some but not all',
      'differing pairs',
      'share of disagreement',
      'Fleiss’ kappa',
      'Fleiss’ kappa low',
      'Fleiss’ kappa high',
      'Fleiss’ kappa undefined because',
      'alpha',
      'alpha low',
      'alpha high',
      'alpha undefined because',
    ],
    containsGroupCodes: 'Agreement per code of three coders or more together, with the names of codes',
    costly: (codes, all) =>
      `Definitions to rewrite next: ${writeCount(codes.length, ['code', 'codes'], 'en')} of ${all} ` +
      `${codes.length === 1 ? 'holds' : 'hold'} half of all disagreement (${codes.join('; ')}).`,
    drift: 'Each code over rounds',
    driftNote:
      'Names of codes are as coded. In brackets: in how many units at least one of the coders used the code. Intervals are not ' +
      'given here.',
    driftOf: (figure, coders, isGroup) =>
      isGroup ? `${figure}: ${coders.join(', ')} together` : `${figure}: ${coders.join(' and ')}`,
    changingCoders: (rounds) =>
      `The coders were not the same in every round: ${rounds
        .map(({ round, coders }) => `${round} (${coders.join(', ')})`)
        .join('; ')}.`,
    figures: {
      kappa: 'Cohen’s kappa',
      ac1: 'Gwet’s AC1',
      fleiss: 'Fleiss’ kappa',
      alpha: 'Krippendorff’s alpha',
    },
    round: (round, units) => `${round}, n = ${units}`,
    used: (value, used) => `${value} (${used})`,
    codeHead: 'Code',
    changeHead: 'Change',
    driftColumns: ['coders', 'figure', 'code', 'round', 'n', 'units used', 'value', 'undefined because'],
    containsDrift: 'Agreement per code over rounds, with the names of codes',
    notUsed: 'no coder used the code',
  },
  fr: {
    groupNote:
      'Pour chaque code : unités auxquelles tous ceux qui les ont vues l’ont donné, et auxquelles certains l’ont donné et ' +
      'd’autres non. La part du désaccord est celle de toutes les paires de lectures d’une même unité, code par code, dont ' +
      'l’une a le code et l’autre non.',
    groupHeads: ['Code', 'Tous', 'Certains seulement', 'Kappa de Fleiss', 'Alpha', 'Part du désaccord'],
    groupColumns: [
      'transcription',
      'tour',
      'codeurs',
      'code',
      'présent',
      'absent',
      'tous',
      'certains seulement',
      'paires qui diffèrent',
      'part du désaccord',
      'kappa de Fleiss',
      'kappa de Fleiss, bas',
      'kappa de Fleiss, haut',
      'kappa de Fleiss, non défini car',
      'alpha',
      'alpha, bas',
      'alpha, haut',
      'alpha, non défini car',
    ],
    containsGroupCodes: 'Accord par code d’au moins trois personnes ensemble, avec le nom des codes',
    costly: (codes, all) =>
      `Définitions à réécrire ensuite : ${writeCount(codes.length, ['code', 'codes'], 'fr')} sur ${all} ` +
      `${codes.length === 1 ? 'porte' : 'portent'} la moitié de tout le désaccord (${codes.join(' ; ')}).`,
    drift: 'Chaque code de tour en tour',
    driftNote:
      'Les codes sont sous les noms donnés par les codeurs. Entre parenthèses : dans combien d’unités l’un des codeurs au ' +
      'moins a employé le code. Les intervalles ne sont pas donnés ici.',
    driftOf: (figure, coders, isGroup) =>
      isGroup ? `${figure} : ${coders.join(', ')} ensemble` : `${figure} : ${coders.join(' et ')}`,
    changingCoders: (rounds) =>
      `Les codeurs n’étaient pas les mêmes à chaque tour : ${rounds
        .map(({ round, coders }) => `${round} (${coders.join(', ')})`)
        .join(' ; ')}.`,
    figures: {
      kappa: 'Kappa de Cohen',
      ac1: 'AC1 de Gwet',
      fleiss: 'Kappa de Fleiss',
      alpha: 'Alpha de Krippendorff',
    },
    round: (round, units) => `${round}, n = ${units}`,
    used: (value, used) => `${value} (${used})`,
    codeHead: 'Code',
    changeHead: 'Évolution',
    driftColumns: ['codeurs', 'mesure', 'code', 'tour', 'n', 'unités codées', 'valeur', 'non définie car'],
    containsDrift: 'Accord par code de tour en tour, avec le nom des codes',
    notUsed: 'aucun codeur n’a employé le code',
  },
}
