import type { Language } from '../text/phrase.ts'
import type { LeftOutReason, Undefined } from './figures.ts'
import type { MethodFacts, MethodFigureName } from './method-sentence.ts'
import type { Subject } from './subject.ts'
import type { UnitKind } from './units.ts'

type Noun = readonly [one: string, many: string]

/** How a paper's method section is written in one language. */
export interface MethodWords {
  readonly decimal: (value: number) => string
  /** Of a share, 0 to 1. */
  readonly percent: (share: number) => string
  readonly opening: (facts: MethodFacts) => string
  /** `uncoded` is null where there is no unit. */
  readonly basis: (facts: MethodFacts, uncoded: string | null) => string
  /** Of a comparison in which codes were mapped: whether they count as one. */
  readonly names: (facts: MethodFacts) => string
  readonly merged: (facts: MethodFacts) => string
  readonly figure: (name: MethodFigureName, subject: Subject) => string
  readonly figures: (design: 'coders' | 'rounds', list: string) => string
  readonly interval: (low: string, high: string) => string
  readonly n: (n: number) => string
  readonly undefined: (figure: string, reason: string) => string
  readonly reason: (reason: string) => string
  readonly intervals: (facts: MethodFacts) => string
  readonly leftOut: (parts: MethodFacts['leftOut']) => string
  readonly equals: string
  readonly separator: string
  readonly within: string
}

const SMALL: Readonly<Record<Language, readonly string[]>> = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  fr: ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
}

/** Whole numbers with their thousands apart. French has a no-break space there, and a comma before decimals. */
function whole(value: number, language: Language): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u00A0' : ',')
}

function fixed(value: number, decimals: number, language: Language): string {
  const text = value.toFixed(decimals)
  const plain = Number(text) === 0 ? text.replace('-', '') : text
  return language === 'fr' ? plain.replace('.', ',') : plain
}

function counted(count: number, [one, many]: Noun, language: Language): string {
  const isOne = language === 'fr' ? count < 2 : count === 1
  return `${whole(count, language)} ${isOne ? one : many}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const listIn = (language: Language, items: readonly string[]) =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items)

/** A known reason's words, or the key of one that a newer figure may give. */
function knownReason(reasons: Readonly<Record<Undefined, string>>, key: string): string {
  return Object.entries(reasons).find(([known]) => known === key)?.[1] ?? key
}

const EN_UNITS: Readonly<Record<UnitKind, Noun>> = {
  turn: ['turn', 'turns'],
  sentence: ['sentence', 'sentences'],
  segment: ['segment', 'segments'],
  character: ['character', 'characters'],
  overlap: ['passage', 'passages'],
}
const EN_LEFT_OUT: Readonly<Record<LeftOutReason, Noun>> = {
  'unaligned-turns': [
    'turn of the coders’ files that matched no turn of the transcripts',
    'turns of the coders’ files that matched no turn of the transcripts',
  ],
  'outside-units': ['coding outside every unit', 'codings outside every unit'],
  'codes-without-kappa': [
    'code whose own κ is undefined (from the mean κ)',
    'codes whose own κ is undefined (from the mean κ)',
  ],
  'not-screened': ['segment that a coder had not screened', 'segments that a coder had not screened'],
  undecided: ['segment that a coder had not decided on', 'segments that a coder had not decided on'],
  'not-included': ['segment that not every coder had included', 'segments that not every coder had included'],
  'one-coder': ['unit that one coder alone went through', 'units that one coder alone went through'],
}
const EN_REASONS: Readonly<Record<Undefined, string>> = {
  'no-units': 'there was no unit to compare',
  'expected-agreement-is-one': 'all answers were one and the same',
  'expected-disagreement-is-zero': 'all units had the same value',
  'no-codes': 'no code was used',
  'no-defined-kappa': 'no code had a defined κ',
  'unequal-ratings': 'not all units were rated by the same number of coders',
  'no-spans': 'no span was coded',
  'only-for-pairs': 'it is defined for two coders',
}

const FR_UNITS: Readonly<Record<UnitKind, Noun>> = {
  turn: ['tour de parole', 'tours de parole'],
  sentence: ['phrase', 'phrases'],
  segment: ['segment', 'segments'],
  character: ['caractère', 'caractères'],
  overlap: ['passage', 'passages'],
}
const FR_LEFT_OUT: Readonly<Record<LeftOutReason, Noun>> = {
  'unaligned-turns': [
    'tour de parole des fichiers des codeurs sans correspondance dans les transcriptions',
    'tours de parole des fichiers des codeurs sans correspondance dans les transcriptions',
  ],
  'outside-units': ['codage hors de toute unité', 'codages hors de toute unité'],
  'codes-without-kappa': [
    'code dont le κ propre n’est pas défini (dans le κ moyen)',
    'codes dont le κ propre n’est pas défini (dans le κ moyen)',
  ],
  'not-screened': ['segment qu’un codeur n’avait pas examiné', 'segments qu’un codeur n’avait pas examinés'],
  undecided: ['segment qu’un codeur n’avait pas tranché', 'segments qu’un codeur n’avait pas tranchés'],
  'not-included': ['segment que tous n’avaient pas inclus', 'segments que tous n’avaient pas inclus'],
  'one-coder': ['unité vue par un seul codeur', 'unités vues par un seul codeur'],
}
const FR_REASONS: Readonly<Record<Undefined, string>> = {
  'no-units': 'il n’y avait pas d’unité à comparer',
  'expected-agreement-is-one': 'toutes les réponses étaient une seule et même réponse',
  'expected-disagreement-is-zero': 'toutes les unités avaient la même valeur',
  'no-codes': 'aucun code n’a été utilisé',
  'no-defined-kappa': 'aucun code n’avait de κ défini',
  'unequal-ratings': 'toutes les unités n’ont pas été jugées par le même nombre de codeurs',
  'no-spans': 'aucun passage n’a été codé',
  'only-for-pairs': 'il n’est défini que pour deux codeurs',
}

const EN_MERGED: Noun = ['code had been merged into', 'codes had each been merged into']
const FR_MERGED: Noun = ['code avait été fusionné avec un autre', 'codes avaient été fusionnés chacun avec un autre']
const EN_MAPPED: Noun = ['code was counted as', 'codes were each counted as']
const FR_MAPPED: Noun = ['code a été compté comme un autre', 'codes ont été comptés chacun comme un autre']

const en = (count: number, noun: Noun) => counted(count, noun, 'en')
const fr = (count: number, noun: Noun) => counted(count, noun, 'fr')

export const methodWords: Readonly<Record<Language, MethodWords>> = {
  en: {
    decimal: (value) => fixed(value, 3, 'en'),
    percent: (share) => `${fixed(100 * share, 1, 'en')}%`,
    opening: ({ design, subject, transcripts, units, unit, codes, codebookVersion }) => {
      const transcriptsTold = en(transcripts, ['transcript', 'transcripts'])
      const unitsTold = en(units, EN_UNITS[unit])
      const codesTold = en(codes, ['code', 'codes'])
      const by = codebookVersion === null ? '' : ` by version “${codebookVersion}” of the codebook`
      const who =
        design.kind === 'coders'
          ? `${capitalised(SMALL.en[design.coders] ?? String(design.coders))} coders independently`
          : 'One coder'
      const twice = design.kind === 'coders' ? '' : ` twice, in “${design.rounds[0]}” and in “${design.rounds[1]}”`
      switch (subject) {
        case 'codings':
          return `${who} coded ${transcriptsTold}${by}${twice} (${unitsTold}, ${codesTold}).`
        case 'screenings':
          return `${who} screened ${unitsTold} of ${transcriptsTold} for inclusion${twice}.`
        case 'instances':
          return `${who} categorized ${unitsTold} of ${transcriptsTold} that had been included${by}${twice} (${codesTold}).`
      }
    },
    basis: ({ unit, subject, share, design }, uncoded) => {
      if (uncoded === null) return ''
      if (subject === 'screenings') return `${uncoded} of the segments were included by nobody.`
      if (subject === 'instances') return ''
      const matched =
        unit === 'overlap' && share !== null
          ? `Passages were taken as one where they shared at least ${fixed(100 * share, 0, 'en')}% of what they covered together. `
          : ''
      const nobody = design.kind === 'rounds' ? 'in neither round' : design.coders === 2 ? 'by neither' : 'by nobody'
      return `${matched}All ${EN_UNITS[unit][1]} count, coded or not; ${uncoded} were coded ${nobody}.`
    },
    names: ({ harmonised, mappedCodes }) =>
      harmonised
        ? `Names were harmonised: ${en(mappedCodes, EN_MAPPED)} another one of the same meaning.`
        : 'Codes were compared under the names that the coders gave them, without the mappings of harmonising.',
    merged: ({ mergedCodes }) => `Before, ${en(mergedCodes, EN_MERGED)} another one of the same meaning.`,
    figure: (name, subject) => {
      const what = subject === 'screenings' ? 'inclusion' : 'coded or not'
      const sets = subject === 'instances' ? 'sets of categories' : 'sets of codes'
      const names: Readonly<Record<MethodFigureName, string>> = {
        codedAgreement: `observed agreement on ${what}`,
        kappaCoded: `Cohen’s κ on ${what}`,
        kappaPooled: 'Cohen’s κ pooled over all unit × code cells',
        kappaMean: 'mean of the codes’ Cohen’s κ',
        fleissCoded: `Fleiss’ κ on ${what}`,
        fleissSets: `Fleiss’ κ on ${sets}`,
        alphaCoded: `Krippendorff’s α on ${what}`,
        alphaNominal: `Krippendorff’s α (nominal) on ${sets}`,
        alphaJaccard: `Krippendorff’s α on ${sets} with Jaccard distance`,
        alphaMasi: `Krippendorff’s α on ${sets} with MASI distance`,
        alphaUnitizing: 'Krippendorff’s α for unitizing',
      }
      return names[name]
    },
    figures: (design, list) => `${design === 'coders' ? 'Inter-coder' : 'Intra-coder'} agreement: ${list}.`,
    interval: (low, high) => `95% CI ${low} to ${high}`,
    n: (n) => `n = ${whole(n, 'en')}`,
    undefined: (figure, reason) => `${capitalised(figure)} is not defined: ${reason}.`,
    reason: (reason) => knownReason(EN_REASONS, reason),
    intervals: ({ resamples, seed, unit }) =>
      `Confidence intervals are percentile bootstrap intervals over ${EN_UNITS[unit][1]} ` +
      `(${whole(resamples, 'en')} resamples, seed ${seed}).`,
    leftOut: (parts) =>
      parts.length === 0
        ? ''
        : `Left out: ${listIn(
            'en',
            parts.map(({ reason, count }) => en(count, EN_LEFT_OUT[reason])),
          )}.`,
    equals: ' = ',
    separator: '; ',
    within: ', ',
  },
  fr: {
    decimal: (value) => fixed(value, 3, 'fr'),
    percent: (share) => `${fixed(100 * share, 1, 'fr')}\u00A0%`,
    opening: ({ design, subject, transcripts, units, unit, codes, codebookVersion }) => {
      const transcriptsTold = fr(transcripts, ['transcription', 'transcriptions'])
      const unitsTold = fr(units, FR_UNITS[unit])
      const codesTold = fr(codes, ['code', 'codes'])
      const by = codebookVersion === null ? '' : ` selon la version «\u00A0${codebookVersion}\u00A0» des codes`
      const isGroup = design.kind === 'coders'
      const who = isGroup ? `${capitalised(SMALL.fr[design.coders] ?? String(design.coders))} codeurs` : 'Un codeur'
      const have = isGroup ? 'ont' : 'a'
      const how = isGroup
        ? ' indépendamment'
        : ` deux fois, dans «\u00A0${design.rounds[0]}\u00A0» et dans «\u00A0${design.rounds[1]}\u00A0»,`
      switch (subject) {
        case 'codings':
          return `${who} ${have} codé${how} ${transcriptsTold}${by} (${unitsTold}, ${codesTold}).`
        case 'screenings':
          return `${who} ${have} examiné${how} ${unitsTold} de ${transcriptsTold} pour décider de leur inclusion.`
        case 'instances':
          return `${who} ${have} catégorisé${how} ${unitsTold} inclus de ${transcriptsTold}${by} (${codesTold}).`
      }
    },
    basis: ({ unit, subject, share, design }, uncoded) => {
      if (uncoded === null) return ''
      if (subject === 'screenings') return `Inclus par personne\u00A0: ${uncoded} des segments.`
      if (subject === 'instances') return ''
      const matched =
        unit === 'overlap' && share !== null
          ? `Deux passages comptent pour un seul s’ils partagent au moins ${fixed(100 * share, 0, 'fr')}\u00A0% de ce qu’ils couvrent ensemble. `
          : ''
      const none = design.kind === 'rounds' ? 'dans aucune des deux passes' : 'par aucun codeur'
      return `${matched}Unités\u00A0: ${FR_UNITS[unit][1]}, toutes comptées, codées ou non\u00A0; codées ${none}\u00A0: ${uncoded}.`
    },
    names: ({ harmonised, mappedCodes }) =>
      harmonised
        ? `Les noms ont été harmonisés\u00A0: ${fr(mappedCodes, FR_MAPPED)} de même sens.`
        : 'Les codes ont été comparés sous les noms donnés par les codeurs, sans réunir ceux que l’harmonisation compte pour un.',
    merged: ({ mergedCodes }) => `Auparavant, ${fr(mergedCodes, FR_MERGED)} de même sens.`,
    figure: (name, subject) => {
      const what = subject === 'screenings' ? 'l’inclusion' : 'le fait de coder'
      const sets = subject === 'instances' ? 'les ensembles de catégories' : 'les ensembles de codes'
      const names: Readonly<Record<MethodFigureName, string>> = {
        codedAgreement: `accord observé sur ${what}`,
        kappaCoded: `κ de Cohen sur ${what}`,
        kappaPooled: 'κ de Cohen groupé sur toutes les cases unité × code',
        kappaMean: 'moyenne des κ de Cohen des codes',
        fleissCoded: `κ de Fleiss sur ${what}`,
        fleissSets: `κ de Fleiss sur ${sets}`,
        alphaCoded: `α de Krippendorff sur ${what}`,
        alphaNominal: `α de Krippendorff (nominal) sur ${sets}`,
        alphaJaccard: `α de Krippendorff sur ${sets}, distance de Jaccard`,
        alphaMasi: `α de Krippendorff sur ${sets}, distance MASI`,
        alphaUnitizing: 'α de Krippendorff pour le découpage en unités',
      }
      return names[name]
    },
    figures: (design, list) => `Accord ${design === 'coders' ? 'intercodeur' : 'intracodeur'}\u00A0: ${list}.`,
    interval: (low, high) => `IC à 95\u00A0% de ${low} à ${high}`,
    n: (n) => `n\u00A0=\u00A0${whole(n, 'fr')}`,
    undefined: (figure, reason) => `Non défini\u00A0: ${figure}, car ${reason}.`,
    reason: (reason) => knownReason(FR_REASONS, reason),
    intervals: ({ resamples, seed, unit }) =>
      `Les intervalles de confiance sont obtenus par bootstrap (percentiles) sur les ${FR_UNITS[unit][1]} ` +
      `(${whole(resamples, 'fr')} rééchantillons, graine ${seed}).`,
    leftOut: (parts) =>
      parts.length === 0
        ? ''
        : `Laissés de côté\u00A0: ${listIn(
            'fr',
            parts.map(({ reason, count }) => fr(count, FR_LEFT_OUT[reason])),
          )}.`,
    equals: '\u00A0=\u00A0',
    separator: '\u00A0; ',
    within: ', ',
  },
}
