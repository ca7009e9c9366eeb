import { AxialError, reportOf, sentenceFor } from '../../domain/errors.ts'

/** How a failed command ends. */
export interface Failure {
  /** One line: `axial: what happened; what was kept; what to do`. */
  readonly line: string
  readonly status: number
}

/** 128 + SIGINT, as shells report a program that the person stopped. */
const STOPPED = 130

/** A failure as the command line tells it: one line whatever is in the names it quotes, and the exit status. */
export function failureOf(error: unknown): Failure {
  const { code, reason, params } = reportOf(isAbort(error) ? new AxialError('cancelled') : error)
  const sentence = sentenceFor(reason, params, 'en')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return { line: `axial: ${sentence}`, status: code === 'cancelled' ? STOPPED : 2 }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
