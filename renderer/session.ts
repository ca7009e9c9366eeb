import { create } from 'zustand'
import { contract, type Call, type Input, type Output, type ProcedureName } from '../app/contract.ts'
import type { Desktop } from '../app/contract/bridge.ts'
import type { Progress } from '../app/contract/procedure.ts'
import type { HistoryState } from '../app/contract/history.ts'
import type { OpenStudy, StudyInfo } from '../app/contract/study.ts'
import { mayCode, type Coder, type Round } from '../domain/coding.ts'
import { AxialError, reportOf, sentenceFor, type ErrorParams } from '../domain/errors.ts'
import type { Reason } from '../domain/error-sentences.ts'
import type { CoderId, RoundId } from '../domain/ids.ts'
import { keep, kept } from './kept.ts'

/**
 * Something to tell the person: a failure by its reason, so that it can be said in either language, or a thing done. What
 * failed is named (`about`), so that the failure is withdrawn once that succeeds.
 */
export type Notice =
  | {
      readonly id: number
      readonly kind: 'error'
      readonly reason: Reason
      readonly params: ErrorParams
      readonly about: ProcedureName | null
    }
  | { readonly id: number; readonly kind: 'done'; readonly text: string; readonly canUndo: boolean }

/** Long work in hand. `progress` is null until the first report. */
export interface Work {
  readonly id: number
  readonly name: ProcedureName
  readonly progress: Progress | null
  readonly cancel: () => void
}

export interface Session {
  /** How to ask the service; null until connected. */
  readonly call: Call | null
  /** The desktop's own file dialogs; null in a browser. */
  readonly desktop: Desktop | null
  /** False until it is known whether a study is open. */
  readonly ready: boolean
  readonly study: OpenStudy | null
  readonly folder: string
  readonly version: string
  readonly info: StudyInfo | null
  readonly coders: readonly Coder[]
  readonly rounds: readonly Round[]
  /** Who works here, and in which round; remembered for each study. */
  readonly coderId: CoderId | null
  readonly roundId: RoundId | null
  readonly history: HistoryState
  /** Grows after every write: whatever shows the study reads it again. */
  readonly revision: number
  /** Grows after every write but those whose whole effect the screen that made them already shows; see `refreshAfter`. */
  readonly unknownRevision: number
  readonly work: readonly Work[]
  readonly notices: readonly Notice[]
  /** Whether the list of studies, or the dialog for a new one, is wanted although a study is open. */
  readonly choosingStudy: StudyChoice | null
}

export type StudyChoice = 'open' | 'new'

/** An action of the journal, as `stepName` says it. */
export type Step = NonNullable<HistoryState['undo']>

const NO_HISTORY: HistoryState = { undo: null, redo: null }

const CLOSED = { study: null, info: null, coders: [], rounds: [], coderId: null, roundId: null, history: NO_HISTORY }

export const useSession = create<Session>()(() => ({
  ...CLOSED,
  call: null,
  desktop: null,
  ready: false,
  folder: '',
  version: '',
  revision: 0,
  unknownRevision: 0,
  work: [],
  notices: [],
  choosingStudy: null,
}))

const { getState: get, setState: set } = useSession

/** The coder at work, or null where the study has none yet. */
export function useCoder(): Coder | null {
  return useSession(({ coders, coderId }) => coders.find((coder) => coder.id === coderId) ?? null)
}

/** The round at work, or null where the study has none yet. */
export function useRound(): Round | null {
  return useSession(({ rounds, roundId }) => rounds.find((round) => round.id === roundId) ?? null)
}

let lastNumber = 0
const nextNumber = () => ++lastNumber

/** How many messages stand at a time: the newest ones. */
const MOST_NOTICES = 3

/** Shows a failure as "what happened; what was kept; what to do"; once, however often it comes. */
export function report(error: unknown, about: ProcedureName | null = null): void {
  const { reason, params } = reportOf(error)
  const notice: Notice = { id: nextNumber(), kind: 'error', reason, params, about }
  const said = sentenceFor(reason, params, 'en')
  const isSame = (one: Notice) => one.kind === 'error' && sentenceFor(one.reason, one.params, 'en') === said
  set(({ notices }) => ({ notices: [...notices.filter((one) => !isSame(one)), notice].slice(-MOST_NOTICES) }))
}

/** What has succeeded now is no failure any more, and a service that answers is not gone. */
function withdrawFailures(about: ProcedureName): void {
  const isPast = (one: Notice) => one.kind === 'error' && (one.about === about || one.reason === 'service-gone')
  if (get().notices.some(isPast)) set(({ notices }) => ({ notices: notices.filter((one) => !isPast(one)) }))
}

/** Puts the newest failure away that is told; false where none is. */
export function dismissFailure(): boolean {
  const newest = get().notices.findLast(({ kind }) => kind === 'error')
  if (newest !== undefined) dismissNotice(newest.id)
  return newest !== undefined
}

/** The number of what was told last: what comes later has a higher one. */
export function lastTold(): number {
  return lastNumber
}

/** Puts away the failures told since: of what was given up. */
export function dismissFailuresSince(told: number): void {
  set(({ notices }) => ({ notices: notices.filter(({ id, kind }) => kind !== 'error' || id <= told) }))
}

/**
 * Says that something was done, in place of what was said so before. With `canUndo` it offers to take it back, until
 * something else is done.
 */
export function announce(text: string, { canUndo = false } = {}): void {
  const notice: Notice = { id: nextNumber(), kind: 'done', text, canUndo }
  set(({ notices }) => ({ notices: [...notices.filter(({ kind }) => kind === 'error'), notice].slice(-MOST_NOTICES) }))
}

export function dismissNotice(id: number): void {
  set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

export interface AskOptions {
  readonly signal?: AbortSignal
  /** Return true for an error that the screen itself shows; it then makes no notice. */
  readonly onError?: (error: AxialError) => boolean
  /** Called when a write is done, before anything is read again: the time to leave what the write took away. */
  readonly onWritten?: () => void
}

/**
 * Asks the service. The answer, or null when it failed: the failure has then been shown to the person. Long work appears
 * in the frame with its progress and a way to cancel it; after a write the whole session is read again.
 */
export async function ask<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
  { signal, onError, onWritten }: AskOptions = {},
): Promise<Output<Name> | null> {
  const { call } = get()
  if (call === null) return null
  const procedure = contract[name]
  const controller = new AbortController()
  const id = nextNumber()
  const cancel = () => controller.abort()
  if (signal?.aborted === true) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  if (procedure.long) set(({ work }) => ({ work: [...work, { id, name, progress: null, cancel }] }))
  const onProgress = (progress: Progress) =>
    set(({ work }) => ({ work: work.map((item) => (item.id === id ? { ...item, progress } : item)) }))
  try {
    const options = procedure.long ? { signal: controller.signal, onProgress } : { signal: controller.signal }
    const output = await call(name, input, options)
    withdrawFailures(name)
    if (procedure.kind === 'write') {
      onWritten?.()
      await refresh()
    }
    return output
  } catch (error) {
    const failure = error instanceof AxialError ? error : new AxialError('internal', reportOf(error).params, error)
    const leftOnPurpose = signal?.aborted === true
    if (!leftOnPurpose && onError?.(failure) !== true) report(failure, name)
    return null
  } finally {
    signal?.removeEventListener('abort', cancel)
    if (procedure.long) set(({ work }) => ({ work: work.filter((item) => item.id !== id) }))
  }
}

/** Like `ask`, but the answer does not wait until everything else has been read again. */
export async function save<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Output<Name> | null> {
  const { call } = get()
  if (call === null) return null
  try {
    const output = await call(name, input)
    withdrawFailures(name)
    return output
  } catch (error) {
    report(error, name)
    return null
  }
}

/** Connects the session and finds out whether a study is open. */
export async function start(call: Call, desktop: Desktop | null): Promise<void> {
  set({ call, desktop })
  const status = await ask('workspace.status', {})
  if (status === null) return
  set({ folder: status.folder, version: status.version })
  if (status.open === null) set({ ready: true })
  else await enter(status.open)
}

/** Makes an opened study the one that is worked on. */
export async function enter(study: OpenStudy): Promise<void> {
  set({ ...CLOSED, study, notices: [], choosingStudy: null })
  await refresh()
  set({ ready: true })
}

/** Closes the study; the list of studies is shown. */
export async function leave(): Promise<void> {
  if ((await ask('workspace.close', {})) !== null) set({ ...CLOSED, notices: [], choosingStudy: null })
}

/** Asks for another study: from the list, or a new one; null goes back to the one that is open. */
export function chooseStudy(choosingStudy: StudyChoice | null): void {
  set({ choosingStudy })
}

/** Reads what every screen shares again. An offer to undo no longer stands, since something else may have been done. */
export async function refresh(): Promise<void> {
  const { study } = get()
  if (study === null) return
  const [coders, rounds] = await Promise.all([ask('coders.list', {}), ask('rounds.list', {})])
  if (coders === null || rounds === null) return
  const before = remembered(study.path)
  const chosen = get()
  const coderId = known(coders, chosen.coderId) ?? known(coders, before.coderId) ?? coders[0]?.id ?? null
  const usual = usualRound(rounds, coders.find((coder) => coder.id === coderId) ?? null)
  const roundId = known(rounds, chosen.roundId) ?? known(rounds, before.roundId) ?? usual
  const [info, history] = await Promise.all([
    ask('study.info', coderId === null ? {} : { coderId }),
    coderId === null ? NO_HISTORY : ask('history.state', { coderId }),
  ])
  if (info === null || history === null || get().study?.path !== study.path) return
  // Another coder was chosen meanwhile, who may see other things.
  if (get().coderId !== chosen.coderId) return refresh()
  set(({ revision, unknownRevision, notices, study: now, roundId: present }) => ({
    info,
    history,
    coders,
    rounds,
    coderId,
    roundId: present === chosen.roundId ? roundId : present,
    study: now && { ...now, title: info.title },
    revision: revision + 1,
    unknownRevision: unknownRevision + 1,
    notices: notices.filter((notice) => notice.kind === 'error' || !notice.canUndo),
  }))
}

/**
 * Reads again what a write changed whose effect on codes and codings its screen shows already: the totals, and what can be
 * taken back. Whoever reads codings does not have to read all of them again for one.
 */
export async function refreshAfter(): Promise<void> {
  const { study, coderId } = get()
  if (study === null || coderId === null) return refresh()
  const [info, history] = await Promise.all([ask('study.info', { coderId }), ask('history.state', { coderId })])
  if (info === null || history === null || get().study?.path !== study.path || get().coderId !== coderId) return
  set(({ revision, notices }) => ({
    info,
    history,
    revision: revision + 1,
    notices: notices.filter((notice) => notice.kind === 'error' || !notice.canUndo),
  }))
}

/**
 * Works as this coder from now on: in the present round where it is one for them, else in their usual one. A finished
 * round is left only for one that can be coded.
 */
export async function codeAs(coderId: CoderId): Promise<void> {
  const { coders, rounds, roundId } = get()
  const coder = coders.find((one) => one.id === coderId) ?? null
  const present = rounds.find((round) => round.id === roundId)
  const fitting = rounds.filter(({ kind }) => kind === kindFor(coder))
  const fits = present !== undefined && fitting.includes(present) && (mayCode(present) || !fitting.some(mayCode))
  set({ coderId, roundId: fits ? present.id : usualRound(rounds, coder) })
  remember()
  await refresh()
}

export function workInRound(roundId: RoundId): void {
  set(({ revision, unknownRevision }) => ({
    roundId,
    revision: revision + 1,
    unknownRevision: unknownRevision + 1,
  }))
  remember()
}

/**
 * Takes back this coder's last action and gives it; null where nothing was taken back. The service knows which one that
 * is: what the screen shows may be behind someone who presses the key twice.
 */
export async function undo(): Promise<Step | null> {
  return (await travel('history.undo', 'nothing-to-undo'))?.redo ?? null
}

/** Does again what was last taken back and gives it; null where nothing was. */
export async function redo(): Promise<Step | null> {
  return (await travel('history.redo', 'nothing-to-redo'))?.undo ?? null
}

async function travel(name: 'history.undo' | 'history.redo', nothing: Reason): Promise<HistoryState | null> {
  const { coderId } = get()
  return coderId === null ? null : ask(name, { coderId }, { onError: ({ reason }) => reason === nothing })
}

/**
 * A moderator moderates, a coder codes in the newest independent round that is not finished; else the newest of that
 * kind, and any round where there is none of it.
 */
function usualRound(rounds: readonly Round[], coder: Coder | null): RoundId | null {
  const newest = [...rounds].sort((a, b) => b.number - a.number)
  const fitting = newest.filter(({ kind }) => kind === kindFor(coder))
  return (fitting.find(mayCode) ?? fitting[0] ?? newest[0])?.id ?? null
}

function kindFor(coder: Coder | null): Round['kind'] {
  return coder?.kind === 'moderator' ? 'moderated' : 'independent'
}

function known<Kind extends CoderId | RoundId>(
  list: readonly { readonly id: Kind }[],
  id: string | null | undefined,
): Kind | null {
  return list.find((one) => one.id === id)?.id ?? null
}

const STORED = 'axial.workingAs:'

function remember(): void {
  const { study, coderId, roundId } = get()
  if (study !== null) keep(STORED + study.path, `${coderId ?? ''} ${roundId ?? ''}`)
}

function remembered(path: string): { readonly coderId: string | undefined; readonly roundId: string | undefined } {
  const [coderId, roundId] = (kept(STORED + path) ?? '').split(' ')
  return { coderId, roundId }
}
