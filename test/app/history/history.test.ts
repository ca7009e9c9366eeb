import { describe, expect, it } from 'vitest'
import type { CoderId } from '../../../domain/ids.ts'
import { spanOf } from '../../../domain/span.ts'
import { rowsOf } from '../../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

const WORDS = 'Interviewer: What went wrong?\nP1: The labels were missing, and nobody had told us so.'

async function sharedStudy() {
  const study = await createTestStudy()
  const { call, ada, round } = study
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder', coderId: ada.id })
  const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator', coderId: ada.id })
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)], coderId: ada.id })
  const transcriptId = imported[0]?.id
  if (transcriptId === undefined) throw new Error('nothing was imported')
  const code = await call('codes.create', { name: 'missing labels', coderId: ada.id })
  const apply = (coder: { id: CoderId }, start: number) => {
    const span = spanOf(start, start + 6)
    if (span === null) throw new Error('no span')
    return call('codings.apply', { transcriptId, ...span, codeId: code.id, coderId: coder.id, roundId: round.id })
  }
  const open = () => call('rounds.open', { roundId: round.id, coderId: moderator.id })
  const list = (coderId = ada.id, more = {}) => call('history.list', { coderId, ...more })
  const last = async (coder: { id: CoderId }) => {
    const [entry] = await list(coder.id)
    if (entry === undefined) throw new Error('something was done')
    return entry
  }
  return { ...study, bea, moderator, transcriptId, code, apply, open, list, last }
}

describe('while a round is blind, the history', () => {
  it('tells a coder nothing of what another did in it, and everything once it is opened', async () => {
    const { ada, bea, apply, open, list } = await sharedStudy()
    const before = await list(ada.id)
    await apply(bea, 38)
    expect(await list(ada.id)).toEqual(before)
    await open()
    expect((await list(ada.id)).map(({ action, coder }) => [action, coder]).slice(0, 2)).toEqual([
      ['rounds.open', 'Mo'],
      ['codings.apply', 'Bea'],
    ])
  })

  it('refuses to read one such action, as if there were none', async () => {
    const { call, ada, bea, apply, last } = await sharedStudy()
    await apply(bea, 38)
    const { id } = await last(bea)
    expect(await reasonOf(() => call('history.read', { coderId: ada.id, id }))).toBe('not-found')
    expect(await reasonOf(() => call('history.takeBack', { coderId: ada.id, id }))).toBe('not-found')
  })

  it('tells of the codebook’s changes, whoever made them, for the codebook is everyone’s', async () => {
    const { call, ada, bea, code, list } = await sharedStudy()
    await call('codes.update', { id: code.id, definition: 'lost on the way', coderId: bea.id })
    expect((await list(ada.id))[0]).toMatchObject({ action: 'codes.update', coder: 'Bea' })
  })

  it('counts only what the viewer may see of an action that touched others’ work', async () => {
    const { call, ada, bea, moderator, transcriptId, apply, last } = await sharedStudy()
    await apply(ada, 38)
    await apply(bea, 45)
    await call('transcripts.remove', { id: transcriptId, coderId: moderator.id })
    const { id } = await last(moderator)
    const { counts } = await call('history.read', { coderId: moderator.id, id })
    expect(counts).toEqual([{ operation: 'removed', thing: 'transcript', count: 1 }])
  })

  it('does not name the later work of another on which an action rests', async () => {
    const { call, ada, bea, apply, last } = await sharedStudy()
    const { id } = await last(ada)
    await apply(bea, 38)
    const refusal = await call('history.takeBack', { coderId: ada.id, id }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ reason: 'later-work-rests-on-it', params: { action: 'missing labels' } })
    expect(JSON.stringify(refusal)).not.toMatch(/codings|Bea/)
  })
})

describe('one action', () => {
  it('is told in the words of the study: the code, whose, and the words it stands on', async () => {
    const { call, ada, apply, last } = await sharedStudy()
    await apply(ada, 38)
    const { entry, changes, takeBack } = await call('history.read', { coderId: ada.id, id: (await last(ada)).id })
    expect(entry).toMatchObject({ action: 'codings.apply', coder: 'Ada' })
    expect(changes.find(({ thing }) => thing === 'coding')).toMatchObject({
      operation: 'added',
      name: 'missing labels',
      coder: 'Ada',
      transcript: 'P1',
      passage: { turn: 2, words: 'labels' },
    })
    expect(takeBack).toBe('possible')
  })

  it('says of a screening which segment it is of and what was answered', async () => {
    const { call, ada, round, transcriptId, last } = await sharedStudy()
    const at = spanOf(0, 1)?.start
    const segment = at === undefined ? null : await call('segments.start', { transcriptId, at, coderId: ada.id })
    if (segment === null) throw new Error('it starts')
    const criteria = {
      I1: 'yes',
      I2: 'no',
      E1: 'undecided',
      E2: 'undecided',
      E3: 'undecided',
      E4: 'undecided',
      E5: 'undecided',
    } as const
    const words = { quote: '', quoteSpan: null, description: '', information: '', instances: [] }
    await call('screenings.save', { segmentId: segment.id, coderId: ada.id, roundId: round.id, criteria, ...words })
    const { changes } = await call('history.read', { coderId: ada.id, id: (await last(ada)).id })
    expect(changes.find(({ thing }) => thing === 'screening')).toMatchObject({
      transcript: 'P1',
      passage: { turn: 1 },
      fields: [
        { field: 'i1', before: '', after: 'yes' },
        { field: 'i2', before: '', after: 'no' },
      ],
    })
  })

  it('says of a boundary that was moved which words it took in, and no offsets', async () => {
    const { call, ada, apply, last } = await sharedStudy()
    const { id } = await apply(ada, 38)
    const start = WORDS.indexOf('The labels')
    const span = spanOf(start, start + 'The labels were'.length)
    if (span === null) throw new Error('no span')
    await call('codings.resize', { id, ...span, coderId: ada.id })
    const { changes } = await call('history.read', { coderId: ada.id, id: (await last(ada)).id })
    expect(changes).toMatchObject([{ fields: [{ field: 'span', before: 'labels', after: 'The labels were' }] }])
  })

  it('says of a correction what it did to the words of a coding, then and later, and nothing of those only shifted', async () => {
    const { call, ada, transcriptId, apply, last } = await sharedStudy()
    await apply(ada, 38)
    await apply(ada, WORDS.indexOf('nobody'))
    const correct = async (words: string) => {
      const { revisionId } = await call('transcripts.read', { id: transcriptId })
      const correction = { kind: 'turns' as const, turns: [{ number: 2, words }] }
      await call('corrections.apply', { transcriptId, revisionId, correction, answers: [], coderId: ada.id })
    }
    await correct('The many labels were missing, and nobody had told us so.')
    const shifted = (await last(ada)).id
    await correct('The many labells were missing, and nobody had told us so.')
    const corrected = (await last(ada)).id
    await call('history.undo', { coderId: ada.id })
    const undone = (await last(ada)).id
    const told = async (id: number) => {
      const { counts, changes } = await call('history.read', { coderId: ada.id, id })
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(changes.length)
      return changes.flatMap(({ thing, fields }) => (thing === 'coding' ? [fields] : []))
    }
    expect(await told(shifted)).toEqual([])
    expect(await told(corrected)).toEqual([[{ field: 'span', before: 'labels', after: 'labells' }]])
    expect(await told(undone)).toEqual([[{ field: 'span', before: 'labells', after: 'labels' }]])
  })

  it('says of what was changed how it was and how it became', async () => {
    const { call, ada, code, last } = await sharedStudy()
    const parent = await call('codes.create', { name: 'data', coderId: ada.id })
    await call('codes.update', { id: code.id, name: 'labels lost', definition: 'gone', coderId: ada.id })
    const { changes } = await call('history.read', { coderId: ada.id, id: (await last(ada)).id })
    expect(parent.name).toBe('data')
    expect(changes).toMatchObject([
      {
        operation: 'changed',
        thing: 'code',
        fields: [
          { field: 'name', before: 'missing labels', after: 'labels lost' },
          { field: 'definition', before: '', after: 'gone' },
        ],
      },
    ])
  })

  it.each([
    ['another coder’s', 'not-own'],
    ['final', 'final'],
    ['taken back', 'taken-back'],
    ['an undo itself', 'not-an-action'],
  ])('that is %s cannot be taken back, and says why', async (_, reason) => {
    const { call, ada, bea, moderator, code, open, list, last } = await sharedStudy()
    let viewer: CoderId = ada.id
    let entry = await last(ada)
    if (reason === 'not-own') {
      await call('codes.update', { id: code.id, definition: 'Bea’s', coderId: bea.id })
      entry = await last(ada)
    } else if (reason === 'final') {
      await open()
      viewer = moderator.id
      entry = await last(moderator)
    } else {
      await call('history.undo', { coderId: ada.id })
      const [undo, undone] = await list(ada.id)
      entry = (reason === 'taken-back' ? undone : undo) ?? entry
    }
    expect((await call('history.read', { coderId: viewer, id: entry.id })).takeBack).toBe(reason)
    expect(await reasonOf(() => call('history.takeBack', { coderId: viewer, id: entry.id }))).not.toBe('no error')
  })
})

describe('what was coded in a round before it was opened', () => {
  it('is not taken back by undo, redo or otherwise: agreement was measured on it', async () => {
    const { call, path, ada, bea, apply, open, last } = await sharedStudy()
    await apply(ada, 38)
    await apply(bea, 38)
    await call('history.undo', { coderId: bea.id })
    const { id } = await last(ada)
    await open()
    const before = rowsOf(path)
    expect(await reasonOf(() => call('history.undo', { coderId: ada.id }))).toBe('step-of-finished-round')
    expect(await reasonOf(() => call('history.redo', { coderId: bea.id }))).toBe('step-of-finished-round')
    expect(await reasonOf(() => call('history.takeBack', { coderId: ada.id, id }))).toBe('step-of-finished-round')
    expect((await call('history.read', { coderId: ada.id, id })).takeBack).toBe('finished-round')
    expect(rowsOf(path)).toEqual(before)
  })

  it('comes back by undoing what removed it after the opening', async () => {
    const { call, path, ada, moderator, transcriptId, apply, open } = await sharedStudy()
    await apply(ada, 38)
    await open()
    const before = rowsOf(path)
    await call('transcripts.remove', { id: transcriptId, coderId: moderator.id })
    await call('history.undo', { coderId: moderator.id })
    expect(rowsOf(path)).toEqual(before)
  })
})

describe('the list of actions', () => {
  it('is narrowed by coder, by kind and by words, accents and case put aside', async () => {
    const { call, ada, bea, code, list } = await sharedStudy()
    await call('codes.update', { id: code.id, name: 'Étiquettes perdues', coderId: bea.id })
    expect((await list(ada.id, { by: bea.id })).map(({ coder }) => coder)).toEqual(['Bea'])
    expect((await list(ada.id, { group: 'codes' })).map(({ action }) => action)).toEqual([
      'codes.update',
      'codes.create',
    ])
    expect((await list(ada.id, { text: 'etiquettes' })).map(({ action }) => action)).toEqual(['codes.update'])
    const named = ['transcripts.import']
    expect((await list(ada.id, { text: 'import', named })).map(({ action }) => action)).toEqual(named)
  })

  it('is read page by page, each action once', async () => {
    const { call, ada, list } = await sharedStudy()
    for (let count = 0; count < 12; count++) await call('codes.create', { name: `code ${count}`, coderId: ada.id })
    const all = await list(ada.id, { limit: 1000 })
    const pages = []
    for (let before: number | undefined; ;) {
      const page = await list(ada.id, { limit: 5, ...(before !== undefined && { before }) })
      pages.push(...page)
      before = page.at(-1)?.id
      if (page.length < 5) break
    }
    expect(pages).toEqual(all)
  })
})
