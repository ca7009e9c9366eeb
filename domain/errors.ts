import { sentences, type Reason } from './error-sentences.ts'
import type { ErrorCode, Sentence } from './sentences/sentence.ts'
import { fillPhrase, type Language } from './text/phrase.ts'
import { sayValue, type RemarkValue } from './remarks.ts'
import { termIn, type Term } from './terms.ts'

/**
 * What a sentence needs to know. `what` names a kind of thing, in whatever language it is then said. What we have to say
 * ourselves is a remark; text stays as it is: names, and what a file or a library says.
 */
export type ErrorParams = Readonly<Record<string, RemarkValue>> & { readonly what?: Term }

/**
 * The one error type of Axial. `code` says what kind of trouble it is; `reason` picks the sentence for the person: what
 * happened, what was kept, what to do.
 */
export class AxialError extends Error {
  override readonly name = 'AxialError'
  readonly code: ErrorCode
  readonly reason: Reason
  readonly params: ErrorParams

  constructor(reason: Reason, params: ErrorParams = {}, cause?: unknown) {
    super(sentenceFor(reason, params, 'en'), cause === undefined ? undefined : { cause })
    this.code = sentences[reason].code
    this.reason = reason
    this.params = params
  }
}

/** What crosses a process boundary in place of an AxialError. */
export interface ErrorReport {
  readonly code: ErrorCode
  readonly reason: Reason
  readonly params: ErrorParams
}

/** The error as plain data; anything that is not an AxialError becomes `internal`, with its message kept as a parameter. */
export function reportOf(error: unknown): ErrorReport {
  if (error instanceof AxialError) return { code: error.code, reason: error.reason, params: error.params }
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 'internal', reason: 'internal', params: { detail } }
}

/** The error a report stands for. */
export function errorOf(report: ErrorReport): AxialError {
  return new AxialError(report.reason, report.params)
}

/** What stands between the parts of a sentence. */
export const PART_SEPARATOR: Readonly<Record<Language, string>> = { en: '; ', fr: '\u00A0; ' }

/** "What happened; what was kept; what to do", in the person's language. */
export function sentenceFor(reason: Reason, params: ErrorParams, language: Language): string {
  return sentenceParts(reason, params, language).join(PART_SEPARATOR[language])
}

/** The same in its three parts, for where they are shown apart: a name in them may well hold a semicolon. */
export function sentenceParts(reason: Reason, params: ErrorParams, language: Language): Sentence {
  const { what } = params
  const say = (name: string, form: string | undefined) =>
    name === 'what' && what !== undefined
      ? (termIn(what, language, form) ?? what)
      : sayValue(params[name] ?? '', language)
  const [happened, kept, advice] = sentences[reason][language]
  return [fillPhrase(happened, say), fillPhrase(kept, say), fillPhrase(advice, say)]
}
