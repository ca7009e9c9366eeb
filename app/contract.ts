import type { z } from 'zod'
import { agreementProcedures } from './contract/agreement.ts'
import { catalogProcedures } from './contract/catalog.ts'
import { codeProcedures } from './contract/codes.ts'
import { codingProcedures } from './contract/codings.ts'
import { codedTranscriptProcedures } from './contract/coded-transcripts.ts'
import { correctionProcedures } from './contract/corrections.ts'
import { exportProcedures } from './contract/exports.ts'
import { historyProcedures } from './contract/history.ts'
import { harmonisingProcedures } from './contract/harmonising.ts'
import type { Progress } from './contract/procedure.ts'
import { packetProcedures } from './contract/packets.ts'
import { participantProcedures } from './contract/participants.ts'
import { reviewReportProcedures } from './contract/review-report.ts'
import { reviewProcedures } from './contract/review.ts'
import { segmentProcedures } from './contract/segments.ts'
import { versionProcedures } from './contract/versions.ts'
import { comparedPassageProcedures } from './contract/compared-passages.ts'
import { comparisonProcedures } from './contract/comparison.ts'
import { searchProcedures } from './contract/search.ts'
import { memoProcedures } from './contract/memos.ts'
import { snapshotProcedures } from './contract/snapshots.ts'
import { studyProcedures } from './contract/study.ts'
import { surveyProcedures } from './contract/surveys.ts'
import { transcriptProcedures } from './contract/transcripts.ts'

/**
 * Everything Axial can be asked to do: the one list of procedures. The shells loop over it and know none by name; adding
 * an entry here and a handler in the workspace is all a new feature needs of them.
 */
export const contract = {
  ...studyProcedures,
  ...transcriptProcedures,
  ...codeProcedures,
  ...correctionProcedures,
  ...codedTranscriptProcedures,
  ...codingProcedures,
  ...packetProcedures,
  ...participantProcedures,
  ...segmentProcedures,
  ...versionProcedures,
  ...comparisonProcedures,
  ...searchProcedures,
  ...memoProcedures,
  ...historyProcedures,
  ...agreementProcedures,
  ...snapshotProcedures,
  ...comparedPassageProcedures,
  ...reviewProcedures,
  ...reviewReportProcedures,
  ...harmonisingProcedures,
  ...catalogProcedures,
  ...surveyProcedures,
  ...exportProcedures,
} as const

export type Contract = typeof contract
export type ProcedureName = keyof Contract
export type Input<Name extends ProcedureName> = z.input<Contract[Name]['input']>
export type ParsedInput<Name extends ProcedureName> = z.output<Contract[Name]['input']>
export type Output<Name extends ProcedureName> = z.output<Contract[Name]['output']>

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** How every shell and every screen asks: by name, with plain data, failing with an AxialError. */
export type Call = <Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
  options?: CallOptions,
) => Promise<Output<Name>>

export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(contract, name)
}
