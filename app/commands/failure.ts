import { AxialError, reportOf, sentenceFor } from '../../domain/errors.ts'
import type { ErrorCode } from '../../domain/sentences/sentence.ts'
import { explain } from './input-files.ts'

/** How a failed command ends. */
export interface Failure {
  /** One line: `axial: what happened; what was kept; what to do`. */
  readonly line: string
  readonly status: number
}

/** Misuse and bad input are 2. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  // 128 + SIGINT, as shells report a program that the person stopped.
  cancelled: 130,
  // EX_SOFTWARE of sysexits.h: neither the person's fault nor a finding.
  internal: 70,
}

/** A failure as the command line tells it: one line whatever is in the names it quotes, and the exit status. */
export function failureOf(error: unknown): Failure {
  const { code, reason, params } = reportOf(isAbort(error) ? new AxialError('cancelled') : error)
  // Every command opens the study anew, and tries the backup again.
  const said = reason === 'backup-failed' ? 'backup-failed-here' : reason
  const sentence = sentenceFor(said, params, 'en')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return { line: `axial: ${sentence}`, status: STATUS[code] ?? 2 }
}

/** The failure of an answer that could not be handed over, such as to a file on a full disk. */
export function outputFailureOf(error: unknown): Failure {
  return failureOf(new AxialError('export-failed', { path: 'standard output', detail: explain(error) }, error))
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
