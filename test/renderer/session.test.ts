import { beforeEach, describe, expect, it } from 'vitest'
import type { Call, ProcedureName } from '../../app/contract.ts'
import type { Coder, Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import {
  announce,
  ask,
  codeAs,
  dismissFailure,
  dismissFailuresSince,
  enter,
  lastTold,
  refresh,
  report,
  start,
  useSession,
  workInRound,
} from '../../renderer/session.ts'

const stored = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  },
})

const ada: Coder = { id: asId('00000000-0000-7000-8000-00000000000a'), name: 'Ada', kind: 'coder' }
const mira: Coder = { id: asId('00000000-0000-7000-8000-00000000000b'), name: 'Mira', kind: 'moderator' }
const first: Round = {
  id: asId('00000000-0000-7000-8000-000000000001'),
  name: 'Round 1',
  number: 1,
  kind: 'independent',
  state: 'blind',
}
const moderated: Round = {
  id: asId('00000000-0000-7000-8000-000000000002'),
  name: 'Decisions',
  number: 2,
  kind: 'moderated',
  state: 'open',
}
const counts = { transcripts: 1, turns: 2, words: 3, participants: 0, coders: 2, codes: 0, codings: 0 }
const study = { path: '/studies/s.axial', title: 'S', encrypted: false }
const answers: Partial<Record<ProcedureName, unknown>> = {
  'workspace.status': { open: study, folder: '/studies', version: '1' },
  'study.info': { title: 'S', ...counts, mismatches: 0, instances: 0, surveys: [], encrypted: false },
  'coders.list': [ada, mira],
  'rounds.list': [first, moderated],
  'history.state': { undo: null, redo: null },
  'study.rename': {},
}

/** What the totals of the study wait for before they are told. */
let counted = Promise.resolve()

/** A service that answers from a table and keeps what it was asked; a missing answer is a refusal. */
function serviceOf(asked: { name: string; input: unknown; isGivenUp: () => boolean }[]): Call {
  return async (name, input, options) => {
    asked.push({ name, input, isGivenUp: () => options?.signal?.aborted === true })
    if (name === 'study.info') await counted
    if (!(name in answers)) throw new AxialError('nothing-to-undo')
    return structuredClone(answers[name]) as never
  }
}

describe('a session', () => {
  const asked: { name: string; input: unknown; isGivenUp: () => boolean }[] = []
  beforeEach(async () => {
    counted = Promise.resolve()
    stored.clear()
    asked.length = 0
    useSession.setState({ coderId: null, roundId: null, notices: [], work: [] })
    await start(serviceOf(asked), null)
  })

  it('begins as the first coder, in the newest independent round', () => {
    expect(useSession.getState()).toMatchObject({ ready: true, coderId: ada.id, roundId: first.id })
  })

  it('puts a moderator into the moderated round', async () => {
    await codeAs(mira.id)
    expect(useSession.getState()).toMatchObject({ coderId: mira.id, roundId: moderated.id })
  })

  describe.each([
    ['coder', () => codeAs(mira.id), { coderId: mira.id, roundId: moderated.id }],
    ['round', async () => workInRound(moderated.id), { coderId: ada.id, roundId: moderated.id }],
  ] as const)('keeps to the %s', (_, choose, chosen) => {
    it('that was chosen while it was still reading', async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      counted = promise
      asked.length = 0
      const reading = refresh()
      await expect.poll(() => asked.map(({ name }) => name)).toContain('study.info')
      const choosing = choose()
      resolve()
      await Promise.all([reading, choosing])
      expect(useSession.getState()).toMatchObject(chosen)
    })
  })

  it('cancels at once what was given up before it was asked', async () => {
    await ask('coders.list', {}, { signal: AbortSignal.abort() })
    expect(asked.at(-1)?.isGivenUp()).toBe(true)
  })

  it('remembers who worked on a study', async () => {
    await codeAs(mira.id)
    await enter(study)
    expect(useSession.getState().coderId).toBe(mira.id)
  })

  it('counts only what the coder may see', () => {
    expect(asked.findLast(({ name }) => name === 'study.info')?.input).toEqual({ coderId: ada.id })
  })

  it('reads everything again after a write, and not after a read', async () => {
    const before = useSession.getState().revision
    await ask('coders.list', {})
    expect(useSession.getState().revision).toBe(before)
    await ask('study.rename', { title: 'T' })
    expect(useSession.getState().revision).toBe(before + 1)
  })

  it('says that a write is done before it reads anything again, and nothing of one that failed', async () => {
    asked.length = 0
    const told: string[][] = []
    const onWritten = () => void told.push(asked.map(({ name }) => name))
    await ask('study.rename', { title: 'T' }, { onWritten })
    await ask('history.undo', { coderId: ada.id }, { onWritten })
    expect(told).toEqual([['study.rename']])
  })

  it('turns a failure into null and a notice that holds its reason', async () => {
    expect(await ask('history.undo', { coderId: ada.id })).toBeNull()
    expect(useSession.getState().notices).toMatchObject([{ kind: 'error', reason: 'nothing-to-undo' }])
  })

  it('makes no notice of a failure that the screen shows itself', async () => {
    await ask('history.undo', { coderId: ada.id }, { onError: () => true })
    expect(useSession.getState().notices).toEqual([])
  })

  it('withdraws the offer to undo when something else is written, and keeps failures', async () => {
    report(new AxialError('no-study'))
    announce('Removed', { canUndo: true })
    await ask('study.rename', { title: 'T' })
    expect(useSession.getState().notices).toMatchObject([{ kind: 'error', reason: 'no-study' }])
  })

  it('says the same failure once, and another one beside it', () => {
    report(new AxialError('round-blind', { name: 'Round 1' }))
    report(new AxialError('no-study'))
    report(new AxialError('round-blind', { name: 'Round 2' }))
    report(new AxialError('round-blind', { name: 'Round 1' }))
    const said = useSession.getState().notices.map((one) => (one.kind === 'error' ? [one.reason, one.params] : []))
    expect(said).toEqual([
      ['no-study', {}],
      ['round-blind', { name: 'Round 2' }],
      ['round-blind', { name: 'Round 1' }],
    ])
  })

  it('withdraws a failure once the same thing succeeds, and no other', async () => {
    report(new AxialError('no-study'), 'study.rename')
    report(new AxialError('nothing-to-undo'), 'history.undo')
    await ask('study.rename', { title: 'T' })
    expect(useSession.getState().notices).toMatchObject([{ reason: 'nothing-to-undo' }])
  })

  it('no longer says that the service is gone once it answers', async () => {
    report(new AxialError('service-gone'), 'study.rename')
    await ask('coders.list', {})
    expect(useSession.getState().notices).toEqual([])
  })

  it('puts failures away one by one, the newest first', () => {
    report(new AxialError('no-study'))
    report(new AxialError('nothing-to-undo'))
    dismissFailure()
    expect(useSession.getState().notices).toMatchObject([{ reason: 'no-study' }])
    expect(dismissFailure()).toBe(true)
    expect(dismissFailure()).toBe(false)
  })

  it('puts away what failed in a dialog that is given up, and not what failed before', () => {
    report(new AxialError('no-study'))
    const opened = lastTold()
    report(new AxialError('nothing-to-undo'))
    dismissFailuresSince(opened)
    expect(useSession.getState().notices).toMatchObject([{ reason: 'no-study' }])
  })

  it('tells at most three things, the newest ones', () => {
    for (const name of ['1', '2', '3', '4']) report(new AxialError('round-blind', { name }))
    const names = useSession.getState().notices.map((one) => (one.kind === 'error' ? one.params['name'] : null))
    expect(names).toEqual(['2', '3', '4'])
  })

  it('leaves a finished round for one that can be coded when another coder begins', async () => {
    const finished: Round = { ...first, state: 'open' }
    const second: Round = { ...first, id: asId('00000000-0000-7000-8000-000000000003'), name: 'Round 2', number: 3 }
    const last: Round = { ...finished, id: asId('00000000-0000-7000-8000-000000000004'), name: 'Round 3', number: 4 }
    useSession.setState({ rounds: [finished, moderated, second, last], roundId: finished.id })
    answers['rounds.list'] = [finished, moderated, second, last]
    await codeAs(ada.id)
    answers['rounds.list'] = [first, moderated]
    expect(useSession.getState().roundId).toBe(second.id)
  })

  it('says only the latest of the things done', () => {
    announce('One')
    announce('Two')
    expect(useSession.getState().notices).toMatchObject([{ kind: 'done', text: 'Two' }])
  })

  it('holds no work once it has ended, well or badly', async () => {
    await ask('agreement.compute', {})
    expect(useSession.getState().work).toEqual([])
  })
})
