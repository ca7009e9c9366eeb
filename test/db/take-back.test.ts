import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { spanOf } from '../../domain/span.ts'
import { createTestStudy, reasonOf, textFile } from '../fixtures/study.ts'

type Snapshot = Readonly<Record<string, string>>

/** Every code by its id, as its whole row. */
function codesIn(path: string): Snapshot {
  const file = connect(path, { readonly: true, passphrase: null })
  const rows = file.prepare<[], { id: string }>('SELECT * FROM code ORDER BY id').all()
  file.close()
  return Object.fromEntries(rows.map((row) => [row.id, JSON.stringify(row)]))
}

interface Done {
  readonly id: number
  readonly coder: CoderId
  /** Of every row the action changed, how it was and how it then was; undefined where there was none. */
  readonly rows: ReadonlyMap<string, readonly [before: string | undefined, after: string | undefined]>
  /** The action that this one took back. */
  readonly takes: Done | null
  state: 'done' | 'undone' | 'left'
}

/**
 * A naive history: full snapshots before and after each action, and nothing but them. An action can be reversed when each
 * of its rows is as it left it, no action that stands was done to them since, and no row that stands hangs on one that
 * would go.
 */
class NaiveHistory {
  readonly done: Done[] = []

  add(id: number, coder: CoderId, before: Snapshot, after: Snapshot, takes: Done | null): void {
    for (const one of this.done) if (one.coder === coder && one.state === 'undone') one.state = 'left'
    const ids = new Set([...Object.keys(before), ...Object.keys(after)])
    const rows = new Map(
      [...ids].filter((row) => before[row] !== after[row]).map((row) => [row, [before[row], after[row]] as const]),
    )
    const done: Done = { id, coder, rows, takes, state: 'done' }
    this.done.push(done)
    if (takes !== null) this.let(takes, 'left')
  }

  nextUndo(coder: CoderId): Done | undefined {
    return this.done.findLast((one) => one.coder === coder && one.state === 'done')
  }

  nextRedo(coder: CoderId): Done | undefined {
    return this.done.find((one) => one.coder === coder && one.state === 'undone')
  }

  let(action: Done, state: Done['state']): void {
    action.state = state
    if (action.takes !== null) this.let(action.takes, state === 'done' ? 'left' : 'done')
  }

  /** The codes after reversing, or null where that must be refused. */
  reversed(action: Done, now: Snapshot, forward: boolean): Snapshot | null {
    const result: Record<string, string> = { ...now }
    for (const [row, [before, after]] of action.rows) {
      const [from, to] = forward ? [before, after] : [after, before]
      if (now[row] !== from) return null
      if (to === undefined) Reflect.deleteProperty(result, row)
      else result[row] = to
    }
    const standing = this.done.filter(({ id, state, takes }) => id > action.id && state === 'done' && takes === null)
    if (!forward && standing.some((later) => [...later.rows.keys()].some((row) => action.rows.has(row)))) return null
    const parents = Object.values(result).map((row) => (JSON.parse(row) as { parent_id: string | null }).parent_id)
    return parents.every((parent) => parent === null || parent in result) ? result : null
  }
}

describe('any mixture of work, undo, redo and taking back', () => {
  it('leaves the codes as a history of full snapshots says, and refuses what that refuses', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ what: fc.nat({ max: 12 }), which: fc.nat({ max: 30 }) }), {
          minLength: 12,
          maxLength: 36,
        }),
        async (steps) => {
          const { call, path, ada } = await createTestStudy()
          const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
          const naive = new NaiveHistory()
          const newest = () => {
            const file = connect(path, { readonly: true, passphrase: null })
            const id = Number(file.prepare('SELECT max(id) FROM journal_transaction').pluck().get())
            file.close()
            return id
          }
          let serial = 0
          for (const { what, which } of steps) {
            const coder = which % 2 === 0 ? ada.id : bea.id
            const now = codesIn(path)
            const ids = Object.keys(now) as CodeId[]
            // Few codes, so that the two coders come into each other’s way.
            const chosen = ids[(which >> 1) % Math.max(1, Math.min(2, ids.length))]
            const expectReversal = async (
              action: Done | undefined,
              forward: boolean,
              run: () => Promise<unknown>,
              settle: (action: Done) => void,
              nothing: string,
            ) => {
              const expected = action === undefined ? null : naive.reversed(action, now, forward)
              const reason = await reasonOf(run)
              if (action === undefined) expect(reason).toBe(nothing)
              else expect(reason).toBe(expected === null ? 'later-work-rests-on-it' : 'no error')
              expect(codesIn(path)).toEqual(expected ?? now)
              if (action !== undefined && expected !== null) settle(action)
            }
            serial++
            if (serial === 1 || (what <= 1 && ids.length < 3))
              await call('codes.create', {
                name: `code ${serial}`,
                parentId: what === 0 ? null : (chosen ?? null),
                coderId: coder,
              })
            else if (what <= 4 && chosen)
              await call('codes.update', { id: chosen, definition: `definition ${serial}`, coderId: coder })
            else if (what === 5 && which < 6 && chosen) {
              if ((await reasonOf(() => call('codes.remove', { ids: [chosen], coderId: coder }))) !== 'no error')
                continue
            } else if (what >= 6 && what <= 8) {
              const undo = () => call('history.undo', { coderId: coder })
              await expectReversal(
                naive.nextUndo(coder),
                false,
                undo,
                (done) => naive.let(done, 'undone'),
                'nothing-to-undo',
              )
              continue
            } else if (what === 9 || what === 10) {
              const redo = () => call('history.redo', { coderId: coder })
              await expectReversal(
                naive.nextRedo(coder),
                true,
                redo,
                (done) => naive.let(done, 'done'),
                'nothing-to-redo',
              )
              continue
            } else if (what >= 11) {
              const own = naive.done.filter((one) => one.coder === coder)
              const earlier = own[which % Math.max(1, own.length)]
              if (earlier === undefined) continue
              const takeBack = () => call('history.takeBack', { coderId: coder, id: earlier.id })
              if (earlier.state !== 'done') {
                expect(await reasonOf(takeBack)).toBe('action-taken-back')
                continue
              }
              await expectReversal(
                earlier,
                false,
                takeBack,
                (done) => naive.add(newest(), coder, now, codesIn(path), done),
                '',
              )
              continue
            } else continue
            naive.add(newest(), coder, now, codesIn(path), null)
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('an earlier action', () => {
  async function threeCodes() {
    const study = await createTestStudy()
    const { call, ada } = study
    const names = ['first', 'second', 'third']
    for (const name of names) await call('codes.create', { name, coderId: ada.id })
    const list = async () => (await call('codes.list', { coderId: ada.id })).map(({ name }) => name)
    const entries = await call('history.list', { coderId: ada.id })
    const first = entries.find(({ detail }) => detail === 'first')
    if (first === undefined) throw new Error('the first is told')
    const takeBack = (id: number = first.id, coderId = ada.id) => call('history.takeBack', { id, coderId })
    return { ...study, list, first, takeBack }
  }

  it('is taken back alone, and what came after it stays', async () => {
    const { list, takeBack } = await threeCodes()
    await takeBack()
    expect(await list()).toEqual(['second', 'third'])
  })

  it('stands again when its taking back is undone, and not when that is redone', async () => {
    const { call, ada, list, takeBack } = await threeCodes()
    expect((await takeBack()).undo).toEqual({ action: 'history.takeBack', detail: 'first', of: 'codes.create' })
    await call('history.undo', { coderId: ada.id })
    expect(await list()).toEqual(['first', 'second', 'third'])
    await call('history.redo', { coderId: ada.id })
    expect(await list()).toEqual(['second', 'third'])
  })

  it('is passed over by undo while it is taken back', async () => {
    const { call, ada, list, takeBack } = await threeCodes()
    const latest = (await call('history.list', { coderId: ada.id }))[0]
    await takeBack(latest?.id)
    const names = []
    for (let step = 0; step < 4; step++) {
      const { undo } = await call('history.state', { coderId: ada.id })
      names.push(undo?.of ?? undo?.action)
      if (undo !== null) await call('history.undo', { coderId: ada.id })
    }
    expect(names).toEqual(['codes.create', 'codes.create', 'codes.create', 'codes.create'])
    expect(await list()).toEqual([])
  })

  it('comes back by taking back its taking back, whatever was done in between', async () => {
    const { call, ada, list, takeBack } = await threeCodes()
    await takeBack()
    await call('codes.create', { name: 'fourth', coderId: ada.id })
    const taking = (await call('history.list', { coderId: ada.id })).find(({ of }) => of !== null)
    await takeBack(taking?.id)
    expect(await list()).toContain('first')
  })

  it('of another coder is not taken back', async () => {
    const { call, takeBack, first } = await threeCodes()
    const bea = await call('coders.create', { name: 'Bea', kind: 'moderator' })
    expect(await reasonOf(() => takeBack(first.id, bea.id))).toBe('action-not-own')
  })

  it('on which later work rests is not taken back, and the refusal names that work', async () => {
    const { call, ada, takeBack } = await threeCodes()
    const code = (await call('codes.list', { coderId: ada.id })).find(({ name }) => name === 'first')
    if (code === undefined) throw new Error('there is the first')
    await call('codes.create', { name: 'below', parentId: code.id, coderId: ada.id })
    const refusal = await takeBack().catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      reason: 'later-work-rests-on-it',
      params: { action: 'first', later: 'codes.create', laterDetail: 'below', laterCoder: 'Ada' },
    })
    await call('codes.update', { id: code.id, definition: 'changed', coderId: ada.id })
    expect(await takeBack().catch((error: unknown) => error)).toMatchObject({
      params: { later: 'codes.update', laterDetail: 'first' },
    })
  })
})

describe('the removal of something', () => {
  it('is not taken back once what it rested on is gone, and the refusal names what took that away', async () => {
    const { call, ada, round } = await createTestStudy()
    const { imported } = await call('transcripts.import', {
      files: [textFile('P1.txt', 'P1: The labels were missing.')],
    })
    const transcriptId = imported[0]?.id
    const span = spanOf(4, 10)
    if (transcriptId === undefined || span === null) throw new Error('nothing was imported')
    const code = await call('codes.create', { name: 'labels', coderId: ada.id })
    const place = { transcriptId, ...span, coderId: ada.id, roundId: round.id }
    const coding = await call('codings.apply', { ...place, codeId: code.id })
    await call('codings.remove', { ids: [coding.id], coderId: ada.id })
    const [removal] = await call('history.list', { coderId: ada.id })
    await call('codes.remove', { ids: [code.id], coderId: ada.id })
    const refusal = await call('history.takeBack', { coderId: ada.id, id: removal?.id ?? 0 }).catch(
      (error: unknown) => error,
    )
    expect(refusal).toMatchObject({
      reason: 'later-work-rests-on-it',
      params: { later: 'codes.remove', laterDetail: 'labels', laterCoder: 'Ada' },
    })
  })
})

describe('adding a coder', () => {
  it('is undone by who did it, until the new coder has done something', async () => {
    const { call, ada } = await createTestStudy()
    const add = () => call('coders.create', { name: 'Bea', kind: 'coder', coderId: ada.id })
    await add()
    await call('history.undo', { coderId: ada.id })
    expect(await call('coders.list', {})).toHaveLength(1)
    const bea = await add()
    await call('codes.create', { name: 'Bea’s', coderId: bea.id })
    expect(await reasonOf(() => call('history.undo', { coderId: ada.id }))).toBe('later-work-rests-on-it')
    expect(await call('coders.list', {})).toHaveLength(2)
  })
})
