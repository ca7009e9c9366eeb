import { useEffect, useEffectEvent, useState } from 'react'
import type { Input, Output, ProcedureName } from '../app/contract.ts'
import type { AxialError } from '../domain/errors.ts'
import { askOrTake } from './read-ahead.ts'
import { useSession } from './session.ts'

export type Reading<Value> =
  | { readonly state: 'loading'; readonly value: Value | null; readonly error: null }
  | { readonly state: 'ready'; readonly value: Value; readonly error: null }
  | { readonly state: 'failed'; readonly value: null; readonly error: AxialError }

export interface ReadOptions {
  readonly ownErrors?: boolean
  /** What it is about may go while it is shown, as an undo takes it away: that is no failure to tell. */
  readonly mayVanish?: boolean
  /**
   * After which writes it is read again: after every one (`always`); only after those whose effect the screen does not
   * show by itself (`unknown`); after those at once, after the others when none has come for a moment (`settled`).
   */
  readonly again?: 'always' | 'unknown' | 'settled'
}

/**
 * What a procedure reads, for a screen: read when first shown, when the input changes (compared as JSON), and after
 * every write to the study; while the same input is read again its last value stands. With a null input nothing is read.
 * A failure is told to the person as a notice unless `ownErrors` is set, and given as `error` either way.
 */
export function useRead<Name extends ProcedureName>(
  name: Name,
  input: Input<Name> | null,
  { ownErrors = false, mayVanish = false, again = 'always' }: ReadOptions = {},
): Reading<Output<Name>> {
  const revision = useRevision(again)
  const path = useSession((session) => session.study?.path)
  const [last, setLast] = useState<{ subject: string; token: string; reading: Reading<Output<Name>> } | null>(null)
  const subject = input === null ? null : JSON.stringify([path, name, input])
  const token = subject === null ? null : `${revision} ${subject}`

  const read = useEffectEvent(async (token: string, subject: string, signal: AbortSignal) => {
    if (input === null) return
    const finish = (reading: Reading<Output<Name>>) => {
      if (!signal.aborted) setLast({ subject, token, reading })
    }
    const onError = (error: AxialError) => {
      finish({ state: 'failed', value: null, error })
      return ownErrors || (mayVanish && error.reason === 'not-found')
    }
    const value = await askOrTake(name, input, { signal, onError })
    if (value !== null) finish({ state: 'ready', value, error: null })
  })

  useEffect(() => {
    if (token === null || subject === null) return undefined
    const controller = new AbortController()
    void read(token, subject, controller.signal)
    return () => controller.abort()
  }, [token, subject])

  if (last !== null && last.token === token) return last.reading
  return { state: 'loading', value: last?.subject === subject ? last.reading.value : null, error: null }
}

/** Milliseconds without a write after which what is `settled` is read again. */
const SETTLED_AFTER = 600

function useRevision(again: NonNullable<ReadOptions['again']>): number {
  const revision = useSession((session) => session.revision)
  const unknown = useSession((session) => session.unknownRevision)
  const [settled, setSettled] = useState(revision)
  useEffect(() => {
    if (again !== 'settled') return undefined
    const timer = setTimeout(() => setSettled(revision), SETTLED_AFTER)
    return () => clearTimeout(timer)
  }, [again, revision])
  // Sums, so that either kind of change gives another number.
  if (again === 'always') return revision
  return again === 'unknown' ? unknown : unknown + settled
}
