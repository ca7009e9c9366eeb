import { mayCode } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId } from '../../domain/ids.ts'
import type { RecordedAction } from '../../db/journal-record.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { JournalEntry } from '../contract/history.ts'
import type { Handlers, Under } from '../handlers.ts'
import { describeChanges } from './history-words.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'
import { foldText } from '../../domain/text/folded-text.ts'

export const historyHandlers: Handlers<Under<'history'>> = {
  'history.state': (study, { coderId }) => stackOf(study, coderId),
  'history.undo': async (study, { coderId }, task) => {
    const step = study.write.journal.nextUndo(coderId)
    if (step !== null) requireUnfinished(study, step.id, step)
    await naming(study, coderId, () => study.undo(coderId, task))
    return stackOf(study, coderId)
  },
  'history.redo': async (study, { coderId }, task) => {
    const { journal } = study.write
    const step = journal.nextRedo(coderId)
    const undo = step === null ? null : journal.undoOf(step.id)
    if (step !== null && undo !== null) requireUnfinished(study, undo, step)
    await naming(study, coderId, () => study.redo(coderId, task))
    return stackOf(study, coderId)
  },
  'history.list': listActions,
  'history.read': readAction,
  'history.takeBack': async (study, { id, coderId }, task) => {
    study.coder(coderId)
    const action = study.read.record.action(id, coderId)
    if (action === null) throw new AxialError('not-found', { what: 'action', name: id })
    if (action.coderId === coderId) requireUnfinished(study, id, action)
    await naming(study, coderId, () => study.takeBack(id, coderId, task))
    return stackOf(study, coderId)
  },
}

/** How many actions are looked at between two stops. */
const PAGE = 500

async function listActions(
  study: OpenStudy,
  { coderId, limit, before, by, group, text, named }: ParsedInput<'history.list'>,
  task: Task,
): Promise<Output<'history.list'>> {
  study.coder(coderId)
  const found: JournalEntry[] = []
  const wanted = foldText(text.trim())
  let last = before ?? Number.MAX_SAFE_INTEGER
  while (found.length < limit) {
    const asked = wanted === '' ? limit - found.length : PAGE
    const page = study.read.record.page({ viewer: coderId, before: last, by: by ?? null, group, limit: asked })
    const fits = page.filter(
      ({ action, of, detail }) => wanted === '' || named.includes(of ?? action) || foldText(detail).includes(wanted),
    )
    found.push(...fits.slice(0, limit - found.length).map(entryOf))
    last = page.at(-1)?.id ?? 0
    if (page.length < asked) break
    await task.step({ done: found.length, total: limit, what: '' })
  }
  return found
}

async function readAction(
  study: OpenStudy,
  { id, coderId }: ParsedInput<'history.read'>,
  task: Task,
): Promise<Output<'history.read'>> {
  study.coder(coderId)
  const action = study.read.record.action(id, coderId)
  if (action === null) throw new AxialError('not-found', { what: 'action', name: id })
  const described = await describeChanges(study, id, coderId, task)
  return { entry: entryOf(action), ...described, takeBack: mayTakeBack(study, action, coderId) }
}

function mayTakeBack(study: OpenStudy, action: RecordedAction, coderId: CoderId): Output<'history.read'>['takeBack'] {
  if (action.kind !== 'do') return 'not-an-action'
  if (action.isFinal) return 'final'
  if (action.coderId !== coderId) return 'not-own'
  if (action.undone) return 'taken-back'
  return finishedSince(study, action.id) === null ? 'possible' : 'finished-round'
}

function entryOf({ isFinal: _, ...action }: RecordedAction): JournalEntry {
  return action
}

/** The name of a finished round in which a transaction changed work before the round was opened; null for none. */
function finishedSince(study: OpenStudy, transaction: number): string | null {
  const opened = new Set(study.write.journal.openedSince(transaction))
  const round = study.read.people.rounds().find((one) => opened.has(one.id) && !mayCode(one))
  return round?.name ?? null
}

/** @throws AxialError step-of-finished-round where agreement was measured on what the transaction did */
function requireUnfinished(
  study: OpenStudy,
  transaction: number,
  { action, detail }: { readonly action: string; readonly detail: string },
): void {
  const name = finishedSince(study, transaction)
  if (name !== null) throw new AxialError('step-of-finished-round', { action: detail || action, name })
}

/** Lets a refusal name the later action, where the viewer may see that one, and say no more than that there is one else. */
async function naming(study: OpenStudy, viewer: CoderId, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AxialError) || error.reason !== 'later-work-rests-on-it') throw error
    const { action = '', later } = error.params
    const known = typeof later === 'number' ? study.read.record.action(later, viewer) : null
    const named = known && {
      later: known.of ?? known.action,
      laterDetail: known.detail,
      laterCoder: known.coder ?? '',
      laterId: known.id,
    }
    throw new AxialError('later-work-rests-on-it', { action, ...named }, error)
  }
}

function stackOf(study: OpenStudy, coderId: CoderId): Output<'history.state'> {
  // The writer, since what was just taken back is already known there.
  const { journal } = study.write
  return { undo: stepOf(journal.nextUndo(coderId)), redo: stepOf(journal.nextRedo(coderId)) }
}

function stepOf(step: ReturnType<OpenStudy['write']['journal']['nextUndo']>): Output<'history.state'>['undo'] {
  return step && { action: step.action, detail: step.detail, ...(step.of !== null && { of: step.of }) }
}
