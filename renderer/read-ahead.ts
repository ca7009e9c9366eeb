import type { Input, Output, ProcedureName } from '../app/contract.ts'
import { ask, useSession, type AskOptions } from './session.ts'

interface Begun {
  /** The session's revision when it was asked. */
  readonly revision: number
  /** Null where it failed. */
  readonly answer: Promise<unknown>
}

/** What was asked before the screen that wants it was drawn, by what it is about; what was asked first comes first. */
const begun = new Map<string, Begun>()

/** Of more answers than these, the oldest is forgotten: one may hold a whole transcript. */
const MOST = 16

/** Tells apart what is read: the same one is the same question about the same study. */
export function subjectOf<Name extends ProcedureName>(name: Name, input: Input<Name>): string {
  return JSON.stringify([useSession.getState().study?.path, name, input])
}

/**
 * Asks at once what a screen will read when it is drawn, so that the service works meanwhile. A failure is told by the
 * reading itself, which then asks again. Fulfilled when the answer is here or has failed.
 */
export async function readAhead<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<void> {
  const { call, revision } = useSession.getState()
  if (call === null) return
  const subject = subjectOf(name, input)
  const known = begun.get(subject)
  const answer = known?.revision === revision ? known.answer : call(name, input).catch(() => null)
  begun.delete(subject)
  begun.set(subject, { revision, answer })
  const [oldest] = begun.keys()
  if (begun.size > MOST && oldest !== undefined) begun.delete(oldest)
  await answer
}

/** What was read ahead and nobody took is forgotten. */
export function forgetReadAhead(): void {
  begun.clear()
}

/** As `ask`, or what was read ahead: once, and only where nothing was written since. */
export async function askOrTake<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
  options: AskOptions,
): Promise<Output<Name> | null> {
  const subject = subjectOf(name, input)
  const ahead = begun.get(subject)
  begun.delete(subject)
  const answer = (await ahead?.answer) ?? null
  if (answer === null || ahead?.revision !== useSession.getState().revision) return ask(name, input, options)
  // The subject names the procedure, so what it holds is that procedure's answer.
  return answer as Output<Name>
}
