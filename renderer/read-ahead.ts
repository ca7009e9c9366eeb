import type { Input, Output, ProcedureName } from '../app/contract.ts'
import { ask, useSession, type AskOptions } from './session.ts'

interface Begun {
  /** The session's revision when it was asked. */
  readonly revision: number
  /** Null where it failed. */
  readonly answer: Promise<unknown>
}

/** What was asked before the screen that wants it was drawn, by what it is about. */
const begun = new Map<string, Begun>()

/** Tells apart what is read: the same one is the same question about the same study. */
export function subjectOf<Name extends ProcedureName>(name: Name, input: Input<Name>): string {
  return JSON.stringify([useSession.getState().study?.path, name, input])
}

/**
 * Asks at once what a screen will read when it is drawn, so that the service works meanwhile. A failure is told by the
 * reading itself, which then asks again.
 */
export function readAhead<Name extends ProcedureName>(name: Name, input: Input<Name>): void {
  const { call, revision } = useSession.getState()
  const subject = subjectOf(name, input)
  if (call === null || begun.get(subject)?.revision === revision) return
  const answer = call(name, input).catch(() => null)
  begun.set(subject, { revision, answer })
}

/** What was read ahead and nobody took is forgotten, all but what is about these. */
export function forgetReadAhead(except: readonly string[] = []): void {
  for (const subject of begun.keys()) if (!except.includes(subject)) begun.delete(subject)
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
