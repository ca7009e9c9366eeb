import type { Language } from './text/phrase.ts'

/**
 * A thing of the study in the forms that the sentences of `error-sentences.ts` take it in: `{what:of}` stands for the
 * form `of`. French inflects where English does not.
 */
interface TermForms {
  /** `bare` stands after "no" and before a name. */
  readonly en: { readonly bare: string; readonly a: string }
  /** `of` stands after a negated verb ("il n’y a pas d’enquête"), `no` after "ne … encore". */
  readonly fr: { readonly a: string; readonly the: string; readonly of: string; readonly no: string }
}

/** The kinds of things. */
export const terms = {
  study: {
    en: { bare: 'study', a: 'a study' },
    fr: { a: 'une étude', the: 'l’étude', of: 'd’étude', no: 'aucune étude' },
  },
  transcript: {
    en: { bare: 'transcript', a: 'a transcript' },
    fr: { a: 'une transcription', the: 'la transcription', of: 'de transcription', no: 'aucune transcription' },
  },
  'transcript coded twice': {
    en: { bare: 'transcript that two coders coded', a: 'a transcript that two coders coded' },
    fr: {
      a: 'une transcription codée par deux personnes',
      the: 'la transcription codée par deux personnes',
      of: 'de transcription codée par deux personnes',
      no: 'aucune transcription codée par deux personnes',
    },
  },
  code: {
    en: { bare: 'code', a: 'a code' },
    fr: { a: 'un code', the: 'le code', of: 'de code', no: 'aucun code' },
  },
  participant: {
    en: { bare: 'participant', a: 'a participant' },
    fr: { a: 'un participant', the: 'le participant', of: 'de participant', no: 'aucun participant' },
  },
  segment: {
    en: { bare: 'segment', a: 'a segment' },
    fr: { a: 'un segment', the: 'le segment', of: 'de segment', no: 'aucun segment' },
  },
  quote: {
    en: { bare: 'quote', a: 'a quote' },
    fr: { a: 'une citation', the: 'la citation', of: 'de citation', no: 'aucune citation' },
  },
  memo: {
    en: { bare: 'memo', a: 'a memo' },
    fr: { a: 'un mémo', the: 'le mémo', of: 'de mémo', no: 'aucun mémo' },
  },
  version: {
    en: { bare: 'version', a: 'a version' },
    fr: { a: 'une version', the: 'la version', of: 'de version', no: 'aucune version' },
  },
  action: {
    en: { bare: 'action', a: 'an action' },
    fr: { a: 'une action', the: 'l’action', of: 'd’action', no: 'aucune action' },
  },
  decision: {
    en: { bare: 'decision', a: 'a decision' },
    fr: { a: 'une décision', the: 'la décision', of: 'de décision', no: 'aucune décision' },
  },
  coding: {
    en: { bare: 'coding', a: 'a coding' },
    fr: { a: 'un codage', the: 'le codage', of: 'de codage', no: 'aucun codage' },
  },
  coder: {
    en: { bare: 'coder', a: 'a coder' },
    fr: { a: 'un codeur', the: 'le codeur', of: 'de codeur', no: 'aucun codeur' },
  },
  round: {
    en: { bare: 'round', a: 'a round' },
    fr: { a: 'une passe de codage', the: 'la passe de codage', of: 'de passe de codage', no: 'aucune passe de codage' },
  },
  mismatch: {
    en: { bare: 'mismatch', a: 'a mismatch' },
    fr: { a: 'une discordance', the: 'la discordance', of: 'de discordance', no: 'aucune discordance' },
  },
  'mismatch or quality issue': {
    en: { bare: 'mismatch or quality issue', a: 'a mismatch or a quality issue' },
    fr: {
      a: 'une discordance ou un problème de qualité',
      the: 'la discordance ou le problème de qualité',
      of: 'de discordance ni de problème de qualité',
      no: 'ni discordance ni problème de qualité',
    },
  },
  disagreement: {
    en: { bare: 'disagreement', a: 'a disagreement' },
    fr: { a: 'un désaccord', the: 'le désaccord', of: 'de désaccord', no: 'aucun désaccord' },
  },
  note: {
    en: { bare: 'note', a: 'a note' },
    fr: { a: 'une note', the: 'la note', of: 'de note', no: 'aucune note' },
  },
  survey: {
    en: { bare: 'survey', a: 'a survey' },
    fr: { a: 'une enquête', the: 'l’enquête', of: 'd’enquête', no: 'aucune enquête' },
  },
  turn: {
    en: { bare: 'turn', a: 'a turn' },
    fr: { a: 'un tour de parole', the: 'le tour de parole', of: 'de tour de parole', no: 'aucun tour de parole' },
  },
  group: {
    en: { bare: 'group', a: 'a group' },
    fr: { a: 'un groupe', the: 'le groupe', of: 'de groupe', no: 'aucun groupe' },
  },
} as const satisfies Record<string, TermForms>

/** A thing that an error names by its kind, whatever the language. */
export type Term = keyof typeof terms

/** The term in a language and one of that language's forms; undefined where the language has no such form. */
export function termIn(term: Term, language: Language, form = 'bare'): string | undefined {
  const forms: Readonly<Record<string, string>> = terms[term][language]
  return forms[form]
}
