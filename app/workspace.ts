import { AxialError } from '../domain/errors.ts'
import { agreementHandlers } from './agreement/agreement-service.ts'
import { catalogHandlers } from './catalog/catalog-service.ts'
import { codeChangeHandlers } from './codebook/code-service.ts'
import { codebookHandlers } from './codebook/codebook-service.ts'
import { codebookImportHandlers } from './codebook/codebook-import-service.ts'
import { codedTranscriptHandlers } from './coding/coded-transcript-service.ts'
import { codingHandlers } from './coding/coding-service.ts'
import { contract, isProcedureName, type Call, type CallOptions, type Output, type ProcedureName } from './contract.ts'
import { correctionHandlers } from './transcripts/correction-service.ts'
import { exportHandlers } from './export-service.ts'
import type { Handlers } from './handlers.ts'
import { harmonisingHandlers } from './harmonising/harmonising-service.ts'
import { packetHandlers } from './packets/packet-service.ts'
import { participantHandlers } from './transcripts/participant-service.ts'
import { reviewHandlers } from './review/review-service.ts'
import { segmentHandlers } from './coding/segment-service.ts'
import { versionHandlers } from './codebook/version-service.ts'
import { comparedPassageHandlers } from './agreement/compared-passage-service.ts'
import { comparisonHandlers } from './comparing/comparison-service.ts'
import { searchHandlers } from './search/search-service.ts'
import { historyHandlers } from './history/history-service.ts'
import { memoHandlers } from './memos/memo-service.ts'
import type { World } from './study/open-study.ts'
import { snapshotHandlers } from './agreement/snapshot-service.ts'
import { studyHandlers } from './study/study-service.ts'
import { StudyShelf, type SessionProcedure } from './study/study-shelf.ts'
import { surveyHandlers } from './survey-service.ts'
import { Task } from './task.ts'
import { transcriptHandlers } from './transcripts/transcript-service.ts'

export interface WorkspaceOptions extends World {
  /** Where studies are looked for, and put when only a name is given. */
  readonly folder: string
  readonly version: string
}

/** An open study, or none, and everything that can be asked of it. One a process. */
export interface Workspace {
  readonly call: Call
  /** Closes the study, once what was asked before has been done. */
  readonly close: () => Promise<void>
}

type StudyProcedure = Exclude<ProcedureName, SessionProcedure>

const handlers: Handlers<StudyProcedure> = {
  ...studyHandlers,
  ...transcriptHandlers,
  ...correctionHandlers,
  ...codedTranscriptHandlers,
  ...codebookHandlers,
  ...codeChangeHandlers,
  ...codingHandlers,
  ...participantHandlers,
  ...packetHandlers,
  ...segmentHandlers,
  ...versionHandlers,
  ...codebookImportHandlers,
  ...comparisonHandlers,
  ...searchHandlers,
  ...memoHandlers,
  ...historyHandlers,
  ...agreementHandlers,
  ...snapshotHandlers,
  ...comparedPassageHandlers,
  ...reviewHandlers,
  ...harmonisingHandlers,
  ...catalogHandlers,
  ...surveyHandlers,
  ...exportHandlers,
}

/** Composes the services over one shelf of studies. Input and output of every call are checked against the contract. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const shelf = new StudyShelf(options)
  let writing: Promise<unknown> = Promise.resolve()

  /** One after the other: a write never sees another one half done, and a study closes between two of them. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = writing.then(work)
    writing = result.catch(() => undefined)
    return result
  }

  const run = async (name: ProcedureName, input: unknown, callOptions: CallOptions): Promise<unknown> => {
    const procedure = contract[name]
    const parsed = procedure.input.safeParse(input)
    if (!parsed.success) throw new AxialError('bad-request', { detail: describeIssues(name, parsed.error.issues) })
    const answer = async (): Promise<unknown> => {
      // Cancelled before its turn came: nothing is begun.
      if (callOptions.signal?.aborted === true) throw new AxialError('cancelled')
      // The table types each handler by its own name; here the name is only known at run time, and the schema has just
      // checked the input for it.
      if (isSessionProcedure(name)) return shelf.handle(name, parsed.data)
      const handler = handlers[name] as (study: unknown, input: unknown, task: Task) => unknown
      const study = shelf.require()
      try {
        if (procedure.kind === 'write') {
          study.requirePlace()
          await study.backedUp()
        }
        return await handler(study, parsed.data, new Task(callOptions, study))
      } catch (error) {
        throw study.explain(error)
      }
    }
    const output = procedure.kind === 'read' ? await answer() : await inTurn(answer)
    return procedure.output.parse(output)
  }

  const call = async <Name extends ProcedureName>(name: Name, input: unknown, callOptions: CallOptions = {}) => {
    if (!isProcedureName(name))
      throw new AxialError('bad-request', { detail: `there is no procedure "${String(name)}"` })
    return (await run(name, input, callOptions)) as Output<Name>
  }

  return { call, close: () => inTurn(() => shelf.close()) }
}

function isSessionProcedure(name: ProcedureName): name is SessionProcedure {
  return contract[name].kind === 'session'
}

function describeIssues(name: string, issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const [first] = issues
  const where = first === undefined ? '' : `, ${first.path.map(String).join('.') || 'input'}: ${first.message}`
  return `${name}${where}`
}
