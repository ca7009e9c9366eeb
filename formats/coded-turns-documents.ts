import { distinct, slugOf } from '../domain/text/slug.ts'
import type { CodedPass, CodedTurns } from './coded-turns.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from './export-document.ts'
import { writeCount } from './written-number.ts'

/** The passes of one round over one transcript, as coded turns. */
export interface ExportedRound extends CodedTurns {
  readonly round: string
  readonly pass: CodedPass['pass']
  readonly codings: number
  /** Codings that cover only a part of a turn: in the file they stand for the whole turn. */
  readonly widened: number
  /** Codings that touch no turn, and so are not in the file. */
  readonly outside: number
}

/**
 * A file of coded turns for each transcript of each round, as `parseCodedTurns` reads them. The codes of a turn are those
 * of the codings that overlap it, by their paths. An import puts them into a round of the same name.
 */
export function codedTurnsDocuments(
  rounds: readonly ExportedRound[],
  { language }: ExportOptions,
): readonly ExportDocument[] {
  const names = distinct(rounds.map(({ interview, round }) => `${slugOf(interview)}-${slugOf(round)}`))
  return rounds.map((one, index) => {
    const { interview, sources } = one
    return {
      name: `${names[index] ?? ''}.json`,
      text: `${JSON.stringify({ interview, sources }, null, 2)}\n`,
      contains: containsWords[language](one),
      quotes: true,
    }
  })
}

const containsWords: Readonly<Record<ExportLanguage, (round: ExportedRound) => string>> = {
  en: ({ interview, round, sources, codings, widened, outside }) =>
    [
      `the whole of ${interview} by turns; ${writeCount(codings, ['coding', 'codings'], 'en')} of ` +
        `${writeCount(sources.length, ['coder', 'coders'], 'en')} by name in ${round}`,
      ...(widened > 0 ? [`${widened} on a part of a turn, in the file on the whole turn`] : []),
      ...(outside > 0 ? [`${outside} on no turn, left out`] : []),
    ].join('; '),
  fr: ({ interview, round, sources, codings, widened, outside }) =>
    [
      `${interview} en entier, par tours de parole\u00A0; ${writeCount(codings, ['codage', 'codages'], 'fr')} de ` +
        `${writeCount(sources.length, ['codeur', 'codeurs'], 'fr')}, par leur nom, dans ${round}`,
      ...(widened > 0 ? [`${widened} sur une partie d’un tour, dans le fichier sur le tour entier`] : []),
      ...(outside > 0 ? [`${outside} hors de tout tour, laissés de côté`] : []),
    ].join('\u00A0; '),
}
