import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

interface CodedTranscriptWords {
  readonly participant: string
  readonly coders: string
  readonly rounds: string
  readonly codings: string
  readonly written: string
  readonly nobody: string
  readonly turn: string
  readonly unknownSpeaker: string
  readonly continued: string
  readonly memo: (author: string | null) => string
  readonly codesOf: (turn: number) => string
  readonly date: (at: string) => string
  /** What stands between a name and what it names. */
  readonly colon: string
  readonly contains: (turns: number, codings: number, coders: number, memos: number) => string
}

/** What the documents of a coded transcript say, in one language. */
export const codedTranscriptWords: Readonly<Record<ExportLanguage, CodedTranscriptWords>> = {
  en: {
    participant: 'Participant',
    coders: 'Coded by',
    rounds: 'Round',
    codings: 'Codings',
    written: 'Written on',
    nobody: 'nobody',
    turn: 'Turn',
    unknownSpeaker: 'Speaker unknown',
    continued: 'continued',
    memo: (author) => (author === null ? 'Memo' : `Memo by ${author}`),
    codesOf: (turn) => `Codes of turn ${turn}`,
    date: (at) => dateIn('en-GB', at),
    colon: ': ',
    contains: (turns, codings, coders, memos) =>
      [
        `the whole transcript, ${writeCount(turns, ['turn', 'turns'], 'en')}`,
        `${writeCount(codings, ['coding', 'codings'], 'en')} of ${writeCount(coders, ['coder', 'coders'], 'en')} by name`,
        ...(memos > 0 ? [writeCount(memos, ['memo', 'memos'], 'en')] : []),
      ].join('; '),
  },
  fr: {
    participant: 'Participant',
    coders: 'Codée par',
    rounds: 'Passe',
    codings: 'Codages',
    written: 'Écrit le',
    nobody: 'personne',
    turn: 'Tour',
    unknownSpeaker: 'Locuteur inconnu',
    continued: 'suite',
    memo: (author) => (author === null ? 'Mémo' : `Mémo de ${author}`),
    codesOf: (turn) => `Codes du tour ${turn}`,
    date: (at) => dateIn('fr', at),
    colon: '\u00A0: ',
    contains: (turns, codings, coders, memos) =>
      [
        `la transcription entière, ${writeCount(turns, ['tour', 'tours'], 'fr')}`,
        `${writeCount(codings, ['codage', 'codages'], 'fr')} de ${writeCount(coders, ['codeur', 'codeurs'], 'fr')}, par leur nom`,
        ...(memos > 0 ? [writeCount(memos, ['mémo', 'mémos'], 'fr')] : []),
      ].join('\u00A0; '),
  },
}

/** The day in words; by UTC, so that the same moment gives the same document everywhere. */
function dateIn(locale: string, at: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))
}
