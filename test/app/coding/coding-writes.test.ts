import { beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../app/contract.ts'
import type { Offset } from '../../../domain/span.ts'
import { createTestStudy, reasonOf, textFile, type TestStudy } from '../../fixtures/study.ts'

const TEXT = 'P1: The labels were missing, and nobody had told us.'

let study: TestStudy
let place: Omit<Input<'codings.apply'>, 'codeId'>
let bea: TestStudy['ada']
const listed = (coder = study.ada) =>
  study.call('codings.list', { transcriptId: place.transcriptId, coderId: coder.id })
const names = async () => (await study.call('codes.list', { coderId: study.ada.id })).map(({ name }) => name)
const at = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start: start as Offset, end: (start + words.length) as Offset }
}

beforeEach(async () => {
  study = await createTestStudy()
  bea = await study.call('coders.create', { name: 'Bea', kind: 'coder' })
  const { imported } = await study.call('transcripts.import', { files: [textFile('P1.txt', TEXT)] })
  const [transcript] = imported
  if (transcript === undefined) throw new Error('one transcript was imported')
  place = { transcriptId: transcript.id, ...at('labels'), coderId: study.ada.id, roundId: study.round.id }
})

describe('a new code applied', () => {
  const applyNew = (...path: readonly string[]) =>
    study.call('codings.applyNew', { ...place, parentId: null, names: [...path] })

  it('is created with its categories and put on the words', async () => {
    const { codes, coding } = await applyNew('Data', 'Missing labels')
    expect(codes.map(({ name }) => name)).toEqual(['Data', 'Missing labels'])
    expect(codes[1]?.parentId).toBe(codes[0]?.id)
    expect(coding).toMatchObject({ ...at('labels'), codeId: codes[1]?.id, coderId: study.ada.id })
    expect(await listed()).toEqual([coding])
  })

  it('is taken back with its categories by one undo, and brought back by one redo', async () => {
    const { coding } = await applyNew('Data', 'Missing labels')
    await study.call('history.undo', { coderId: study.ada.id })
    expect([await names(), await listed()]).toEqual([[], []])
    await study.call('history.redo', { coderId: study.ada.id })
    expect([await names(), await listed()]).toEqual([['Data', 'Missing labels'], [coding]])
  })

  it('goes into a category that is there already', async () => {
    const parent = await study.call('codes.create', { name: 'Data' })
    const { codes } = await study.call('codings.applyNew', { ...place, parentId: parent.id, names: ['Gaps'] })
    expect(codes.map(({ parentId }) => parentId)).toEqual([parent.id])
  })

  it('leaves nothing behind where its name is taken', async () => {
    await applyNew('Data')
    expect(await reasonOf(() => applyNew('Data'))).toBe('name-taken')
    expect([await names(), (await listed()).length]).toEqual([['Data'], 1])
  })

  it('leaves no category behind where its words are outside the transcript', async () => {
    const outside = { ...place, end: 9999 as Offset, parentId: null, names: ['Data', 'Gaps'] }
    expect(await reasonOf(() => study.call('codings.applyNew', outside))).toBe('span-outside')
    expect(await names()).toEqual([])
  })
})

describe('the boundary of a coding', () => {
  let coding: Output<'codings.apply'>
  const resize = (words: string, coder = study.ada) =>
    study.call('codings.resize', { id: coding.id, ...at(words), coderId: coder.id })
  beforeEach(async () => {
    const { id: codeId } = await study.call('codes.create', { name: 'Gaps', coderId: study.ada.id })
    coding = await study.call('codings.apply', { ...place, codeId })
  })

  it('moves, the coding staying the same one', async () => {
    expect(await resize('The labels')).toEqual({ ...coding, ...at('The labels') })
    expect(await listed()).toEqual([{ ...coding, ...at('The labels') }])
  })

  it('goes back by one undo', async () => {
    await resize('The labels')
    expect((await study.call('history.state', { coderId: study.ada.id })).undo).toMatchObject({
      action: 'codings.resize',
      detail: 'Gaps',
    })
    await study.call('history.undo', { coderId: study.ada.id })
    expect(await listed()).toEqual([coding])
  })

  it('is no action where it does not move', async () => {
    await resize('labels')
    expect((await study.call('history.state', { coderId: study.ada.id })).undo).toMatchObject({
      action: 'codings.apply',
    })
  })

  it('does not move for another coder, for whom the coding is not there', async () => {
    expect(await reasonOf(() => resize('The labels', bea))).toBe('not-found')
    expect(await listed()).toEqual([coding])
  })

  it('does not move out of the transcript', async () => {
    const outside = { id: coding.id, start: coding.start, end: 9999 as Offset, coderId: study.ada.id }
    expect(await reasonOf(() => study.call('codings.resize', outside))).toBe('span-outside')
  })

  it('does not move onto words that the same code is on already', async () => {
    await study.call('codings.apply', { ...place, ...at('missing'), codeId: coding.codeId })
    expect(await reasonOf(() => resize('missing'))).toBe('coding-stands')
    expect((await listed()).length).toBe(2)
  })

  it('does not move in a finished round', async () => {
    const mira = await study.call('coders.create', { name: 'Mira', kind: 'moderator' })
    await study.call('rounds.open', { roundId: study.round.id, coderId: mira.id })
    expect(await reasonOf(() => resize('The labels'))).toBe('round-finished')
  })

  it('shows nothing of what another coder made or moved while the round is blind', async () => {
    await resize('The labels')
    await study.call('codings.applyNew', { ...place, parentId: null, names: ['Told late'] })
    expect(await listed(bea)).toEqual([])
    const counted = await study.call('codes.list', { coderId: bea.id })
    expect(counted.map(({ codings, transcripts }) => [codings, transcripts])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
})
