import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

/** From what a figure was counted, by name. */
export interface WrittenBasis {
  readonly transcripts: number
  readonly participants: number
  readonly turns: number
  readonly codings: number
  readonly coders: readonly string[]
  readonly rounds: readonly string[]
  /** The codings of every code in the same scope, where only some codes are counted. */
  readonly allCodings?: number
}

interface MatrixWords {
  /** Whose codings of which rounds; then the numbers of codings, transcripts, participants and turns. */
  readonly basis: (
    coders: readonly string[],
    rounds: readonly string[],
    codings: number,
    transcripts: number,
    participants: number,
    turns: number,
  ) => string
  /** That n counts only the codes shown, and what it is for all codes. */
  readonly shownOnly: (allCodings: number) => string
  readonly overlap: string
  readonly sameTurn: string
  readonly near: (turns: number) => string
  readonly overlapCell: string
  readonly turnCell: string
  readonly nearCell: (turns: number) => string
  readonly coefficientCell: string
  readonly codingsCell: string
  readonly transcriptsCell: string
  readonly participantsCell: string
  readonly percentCell: string
  readonly attributes: (attribute: string) => string
  readonly notNoted: string
  readonly column: (label: string, n: number) => string
  readonly few: (limit: number) => string
  readonly code: string
  readonly codings: string
  readonly turns: string
  readonly list: readonly string[]
  readonly cell: (row: string, column: string, text: string) => string
  readonly passages: readonly string[]
  readonly compared: (code: string) => string
  readonly group: (value: string, codings: number) => string
  readonly source: (transcript: string, turn: number) => string
  readonly none: string
}

/** The attributes that every study can note, as people call them. */
export const attributeWords: Readonly<Record<ExportLanguage, Readonly<Record<string, string>>>> = {
  en: { role: 'role', organization: 'organization', team: 'team', years: 'years of experience' },
  fr: { role: 'rôle', organization: 'organisation', team: 'équipe', years: 'années d’expérience' },
}

/** What matrices and comparisons of codings say, in one language. */
export const matrixWords: Readonly<Record<ExportLanguage, MatrixWords>> = {
  en: {
    basis: (coders, rounds, codings, transcripts, participants, turns) =>
      `Codings of ${coders.join(', ') || 'nobody'}; round: ${rounds.join(', ') || 'none'}; ` +
      `n = ${writeCount(codings, ['coding', 'codings'], 'en')} in ` +
      `${writeCount(transcripts, ['transcript', 'transcripts'], 'en')} of ` +
      `${writeCount(participants, ['participant', 'participants'], 'en')}, ${writeCount(turns, ['turn', 'turns'], 'en')}.`,
    shownOnly: (all) =>
      `Only the codes shown are counted; all codes have n = ${writeCount(all, ['coding', 'codings'], 'en')}.`,
    overlap: 'Codes that overlap',
    sameTurn: 'Codes in the same turn',
    near: (turns) => `Codes at most ${writeCount(turns, ['turn', 'turns'], 'en')} apart`,
    overlapCell:
      'A cell counts the pairs of codings, by one coder in one round, that share at least one character; on the ' +
      'diagonal, the code’s codings.',
    turnCell:
      'A cell counts the turns that hold both codes, given by one coder in one round; on the diagonal, the turns that ' +
      'hold the code.',
    nearCell: (turns) =>
      `A cell counts the turns that hold one of the two codes and have the other at most ${turns} away, given by one ` +
      'coder in one round; on the diagonal, the turns that hold the code.',
    coefficientCell:
      'A cell is the share of the turns holding either code in which the two co-occur (Jaccard’s coefficient), 0 to 1; ' +
      'a dash where no turn holds either; on the diagonal, the n of turns that hold the code.',
    codingsCell: 'A cell counts codings.',
    transcriptsCell: 'A cell counts the transcripts in which the code was used.',
    participantsCell: 'A cell counts the participants in whose transcripts the code was used.',
    percentCell:
      'A cell is the percent of the column’s participants in whose transcripts the code was used; a dash where the ' +
      'column has none.',
    attributes: (attribute) => `Codes by ${attribute}`,
    notNoted: 'not noted',
    column: (label, n) => `${label} (n = ${n})`,
    few: (limit) => `† fewer than ${limit} participants: a single person weighs much here.`,
    code: 'code',
    codings: 'codings (n)',
    turns: 'turns (n)',
    list: [
      'first code',
      'second code',
      'turns',
      'pairs of codings',
      'turns of first',
      'turns of second',
      'coefficient',
    ],
    cell: (row, column, text) => `${row}, ${column}: ${text}`,
    passages: [
      'code',
      'group',
      'transcript',
      'participant',
      'turn',
      'speaker',
      'coder',
      'round',
      'start',
      'end',
      'before',
      'words',
      'after',
    ],
    compared: (code) => `Passages coded “${code}”`,
    group: (value, codings) => `${value}: ${writeCount(codings, ['coding', 'codings'], 'en')}`,
    source: (transcript, turn) => `${transcript}, turn ${turn}`,
    none: 'None.',
  },
  fr: {
    basis: (coders, rounds, codings, transcripts, participants, turns) =>
      `Codages de ${coders.join(', ') || 'personne'}\u00A0; passe\u00A0: ${rounds.join(', ') || 'aucune'}\u00A0; ` +
      `n = ${writeCount(codings, ['codage', 'codages'], 'fr')} dans ` +
      `${writeCount(transcripts, ['transcription', 'transcriptions'], 'fr')} de ` +
      `${writeCount(participants, ['participant', 'participants'], 'fr')}, ` +
      `${writeCount(turns, ['tour de parole', 'tours de parole'], 'fr')}.`,
    shownOnly: (all) =>
      'Seuls les codes montrés sont comptés\u00A0; tous les codes ont ' +
      `n = ${writeCount(all, ['codage', 'codages'], 'fr')}.`,
    overlap: 'Codes qui se chevauchent',
    sameTurn: 'Codes d’un même tour de parole',
    near: (turns) => `Codes distants d’au plus ${writeCount(turns, ['tour de parole', 'tours de parole'], 'fr')}`,
    overlapCell:
      'Une case compte les paires de codages, d’un même codeur dans une même passe, qui ont au moins un caractère en ' +
      'commun\u00A0; sur la diagonale, les codages du code.',
    turnCell:
      'Une case compte les tours de parole qui portent les deux codes, posés par un même codeur dans une même ' +
      'passe\u00A0; sur la diagonale, les tours qui portent le code.',
    nearCell: (turns) =>
      `Une case compte les tours de parole qui portent l’un des deux codes et ont l’autre à ${turns} tours au plus, ` +
      'posés par un même codeur dans une même passe\u00A0; sur la diagonale, les tours qui portent le code.',
    coefficientCell:
      'Une case est la part des tours de parole portant l’un ou l’autre code où les deux sont cooccurrents (coefficient ' +
      'de Jaccard), de 0 à 1\u00A0; un tiret quand aucun tour ne porte l’un ou l’autre\u00A0; sur la diagonale, le nombre n ' +
      'de tours qui portent le code.',
    codingsCell: 'Une case compte des codages.',
    transcriptsCell: 'Une case compte les transcriptions où le code est employé.',
    participantsCell: 'Une case compte les participants dont les transcriptions emploient le code.',
    percentCell:
      'Une case est le pourcentage des participants de la colonne dont les transcriptions emploient le code\u00A0; un tiret ' +
      'quand la colonne n’en a aucun.',
    attributes: (attribute) => `Codes par ${attribute}`,
    notNoted: 'non noté',
    column: (label, n) => `${label} (n = ${n})`,
    few: (limit) => `† moins de ${limit} participants\u00A0: une seule personne y pèse lourd.`,
    code: 'code',
    codings: 'codages (n)',
    turns: 'tours de parole (n)',
    list: [
      'premier code',
      'second code',
      'tours de parole',
      'paires de codages',
      'tours du premier',
      'tours du second',
      'coefficient',
    ],
    cell: (row, column, text) => `${row}, ${column}\u00A0: ${text}`,
    passages: [
      'code',
      'groupe',
      'transcription',
      'participant',
      'tour de parole',
      'locuteur',
      'codeur',
      'passe',
      'début',
      'fin',
      'avant',
      'mots',
      'après',
    ],
    compared: (code) => `Passages codés «\u00A0${code}\u00A0»`,
    group: (value, codings) => `${value}\u00A0: ${writeCount(codings, ['codage', 'codages'], 'fr')}`,
    source: (transcript, turn) => `${transcript}, tour de parole ${turn}`,
    none: 'Aucun.',
  },
}

/** Whose codings a figure was counted from, and its n. */
export function writeBasis(basis: WrittenBasis, language: ExportLanguage): string {
  const { coders, rounds, codings, transcripts, participants, turns, allCodings = codings } = basis
  const words = matrixWords[language]
  const counted = words.basis(coders, rounds, codings, transcripts, participants, turns)
  return allCodings > codings ? `${counted} ${words.shownOnly(allCodings)}` : counted
}
