import { afterEach, describe, expect, it } from 'vitest'
import type { Call, CallOptions } from '../../app/contract.ts'
import { NO_ID, type Answer } from '../../app/contract/wire.ts'
import { serve } from '../../app/service-host.ts'
import { connectTo, openTemporaryWorkspace, type TemporaryWorkspace } from '../fixtures/workspace.ts'

/** A port whose messages are written down here and sent by hand. */
function openPort(workspace: { readonly call: Call }) {
  const answers: Answer[] = []
  let hear: (message: unknown) => void = () => {}
  let close = () => {}
  serve(
    {
      post: (answer) => answers.push(answer),
      onMessage: (listener) => (hear = listener),
      onClose: (listener) => (close = listener),
    },
    workspace,
  )
  return { answers, send: (message: unknown) => hear(message), close: () => close() }
}

/** Work that goes on until it is told to stop. */
function openEndedWork() {
  const signals: AbortSignal[] = []
  const call = ((_name: string, _input: unknown, { signal }: CallOptions = {}) => {
    if (signal !== undefined) signals.push(signal)
    return new Promise(() => {})
  }) as Call
  return { signals, call }
}

describe('the service host', () => {
  let workspace: TemporaryWorkspace | undefined
  afterEach(async () => {
    await workspace?.close()
    workspace = undefined
  })

  it.each([
    ['nothing', undefined],
    ['a string', 'call'],
    ['a call without a name', { kind: 'call', id: 1 }],
    ['an unknown kind', { kind: 'open', id: 2 }],
    ['an id that is not a whole number', { kind: 'cancel', id: 'one' }],
  ])('answers %s with an error report', (_what, message) => {
    const port = openPort(openEndedWork())
    port.send(message)
    expect(port.answers).toMatchObject([{ kind: 'error', error: { code: 'invalid', reason: 'bad-request' } }])
  })

  it('answers a malformed message under its own id where it has one, and under no call’s id otherwise', () => {
    const port = openPort(openEndedWork())
    port.send({ kind: 'call', id: 7 })
    port.send(null)
    expect(port.answers.map((answer) => answer.id)).toEqual([7, NO_ID])
  })

  it('cancels the call that is meant and no other', () => {
    const work = openEndedWork()
    const port = openPort(work)
    port.send({ kind: 'call', id: 1, name: 'study.info', input: {} })
    port.send({ kind: 'call', id: 2, name: 'study.info', input: {} })
    port.send({ kind: 'cancel', id: 2 })
    port.send({ kind: 'cancel', id: 3 })
    expect(work.signals.map((signal) => signal.aborted)).toEqual([false, true])
  })

  it('cancels everything in hand when the port closes', () => {
    const work = openEndedWork()
    const port = openPort(work)
    port.send({ kind: 'call', id: 1, name: 'study.info', input: {} })
    port.close()
    expect(work.signals.map((signal) => signal.aborted)).toEqual([true])
  })

  it('refuses a second call under the id of one that is running', () => {
    const port = openPort(openEndedWork())
    port.send({ kind: 'call', id: 1, name: 'study.info', input: {} })
    port.send({ kind: 'call', id: 1, name: 'study.info', input: {} })
    expect(port.answers).toMatchObject([{ kind: 'error', id: 1, error: { reason: 'bad-request' } }])
  })

  it('serves several ports from one workspace', async () => {
    workspace = await openTemporaryWorkspace()
    const one = connectTo(workspace)
    const other = connectTo(workspace)
    await one.call('workspace.create', { path: 'shared', title: 'Shared' })
    expect(await other.call('study.info', {})).toMatchObject({ title: 'Shared' })
    one.port.close()
    other.port.close()
  })

  it('fails the calls of a closed port with a sentence instead of leaving them waiting', async () => {
    const { call, port } = connectTo(openEndedWork())
    const waiting = call('study.info', {})
    port.close()
    await expect(waiting).rejects.toMatchObject({ reason: 'service-gone' })
    await expect(call('study.info', {})).rejects.toMatchObject({ reason: 'service-gone' })
  })
})
