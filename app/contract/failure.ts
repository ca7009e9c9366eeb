/** The error type of the domain, for the shells: they import app only. */
export { AxialError, errorOf, reportOf, sentenceFor, type ErrorReport } from '../../domain/errors.ts'
export type { ErrorCode } from '../../domain/sentences/sentence.ts'
