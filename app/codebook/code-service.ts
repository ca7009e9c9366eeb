import { impactOf } from './code-impact.ts'
import { mergeCodes, moveCodes, restoreCodes, retireCodes, splitCode } from './code-operations.ts'
import { markExample, readPassages, unmarkExample } from './code-passages.ts'
import type { codebookHandlers } from './codebook-service.ts'
import type { Handlers, Under } from '../handlers.ts'

/** What becomes of codes that are in use, and of the words coded with them. */
export const codeChangeHandlers: Handlers<Exclude<Under<'codes'>, keyof typeof codebookHandlers>> = {
  'codes.impact': impactOf,
  'codes.passages': readPassages,
  'codes.move': moveCodes,
  'codes.merge': mergeCodes,
  'codes.split': splitCode,
  'codes.retire': retireCodes,
  'codes.restore': restoreCodes,
  'codes.markExample': markExample,
  'codes.unmarkExample': unmarkExample,
}
