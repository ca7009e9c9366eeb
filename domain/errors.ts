import { sentences, type Reason } from './error-sentences.ts'

/**
 * The one error type of Axial. `code` says what kind of trouble it is, for the shells to translate (an HTTP status, an
 * exit code); `reason` picks the sentence for the person: what happened, what was kept, what to do.
 */
export type ErrorCode = 'invalid' | 'not-found' | 'conflict' | 'refused' | 'cancelled' | 'internal'

export type ErrorParams = Readonly<Record<string, string | number>>

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

/** "What happened; what was kept; what to do", in the person's language. */
export function sentenceFor(reason: Reason, params: ErrorParams, language: 'en' | 'fr'): string {
  const parts = sentences[reason][language]
  return parts.map((part) => part.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''))).join('; ')
}
