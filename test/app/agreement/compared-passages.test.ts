import { describe, expect, it } from 'vitest'
import { createCodedStudy } from '../../fixtures/coded-study.ts'
import { reasonOf } from '../../fixtures/study.ts'

/** Ada and Bea agree on `labels` in P1; in P2 Ada says `labels` and `silence` where Bea says `labels / schema`. */
async function twoReadings() {
  const study = await createCodedStudy()
  await study.put(study.bea, study.labels, 'P1', 'labels were missing')
  await study.put(study.bea, study.schema, 'P2', 'the schema for weeks')
  return study
}

describe('the passages behind a code’s table', () => {
  it('are those in which one coder alone used it, with what both gave the turn, and with the code’s definition', async () => {
    const { call, open, labels } = await twoReadings()
    await call('codes.update', { id: labels.id, definition: 'Of labels' })
    await open()
    const answer = await call('comparedPassages.list', { coders: ['Ada', 'Bea'], code: 'labels' })
    expect(answer).toMatchObject({
      code: { id: labels.id, definition: 'Of labels' },
      total: 1,
      instead: [{ code: 'labels / schema', units: 1 }],
      passages: [
        {
          cell: 'onlyFirst',
          readings: [
            { coder: 'Ada', codes: ['labels', 'silence'] },
            { coder: 'Bea', codes: ['labels / schema'] },
          ],
          passage: {
            transcript: 'P2',
            turn: 2,
            words: 'The labels were wrong',
            after: '. We guessed the schema for weeks.',
          },
        },
      ],
    })
  })

  it('are as many in every cell as the agreement’s table says', async () => {
    const { call, open } = await twoReadings()
    await open()
    const { comparisons } = await call('agreement.compute', { scope: 'all', resamples: 0 })
    const [comparison] = comparisons
    expect(comparison?.perCode.length).toBe(3)
    for (const row of comparison?.perCode ?? []) {
      for (const cell of ['both', 'onlyFirst', 'onlySecond'] as const) {
        const { total } = await call('comparedPassages.list', {
          coders: ['Ada', 'Bea'],
          code: row.code,
          cells: [cell],
        })
        expect(total, `${row.code} ${cell}`).toBe(row[cell])
      }
    }
  })

  it('are of three coders those that they are divided on, as many as the agreement of all says, each with all readings', async () => {
    const { call, open, put, labels } = await twoReadings()
    const cem = await call('coders.create', { name: 'Cem', kind: 'coder' })
    await put(cem, labels, 'P2', 'The labels were wrong')
    await open()
    const { groups } = await call('agreement.compute', { scope: 'all', group: true, resamples: 0 })
    const coders = ['Ada', 'Bea', 'Cem']
    const { perCode = [] } = groups[0] ?? {}
    expect(perCode.map(({ code }) => code)).toEqual(['labels', 'labels / schema', 'silence'])
    for (const row of perCode) {
      const totalOf = async (cell: 'both' | 'divided') =>
        (await call('comparedPassages.list', { coders, code: row.code, cells: [cell] })).total
      expect([await totalOf('both'), await totalOf('divided')], row.code).toEqual([row.everyone, row.divided])
    }
    const { passages, instead } = await call('comparedPassages.list', { coders, code: 'labels' })
    expect(instead).toEqual([{ code: 'labels / schema', units: 1 }])
    expect(passages.map(({ cell, readings }) => [cell, readings])).toEqual([
      [
        'divided',
        [
          { coder: 'Ada', codes: ['labels', 'silence'] },
          { coder: 'Bea', codes: ['labels / schema'] },
          { coder: 'Cem', codes: ['labels'] },
        ],
      ],
    ])
  })

  it('are given page by page', async () => {
    const { call, open } = await twoReadings()
    await open()
    const ask = (offset: number) =>
      call('comparedPassages.list', { coders: ['Ada', 'Bea'], code: 'silence', offset, limit: 1 })
    const pages = [await ask(0), await ask(1), await ask(2)]
    expect(pages.map(({ total }) => total)).toEqual([2, 2, 2])
    expect(pages.map(({ passages }) => passages.map(({ passage }) => passage.transcript))).toEqual([['P1'], ['P2'], []])
  })

  it('are of one coder in two rounds where the same coder is named twice', async () => {
    const { call, put, ada, bea, labels, open, moderator } = await twoReadings()
    await open()
    const second = await call('rounds.create', { name: 'Again', kind: 'independent' })
    await put(ada, labels, 'P1', 'labels were missing', second.id)
    await put(ada, labels, 'P2', 'And with you', second.id)
    const question = { coders: ['Ada', 'Ada'] as [string, string], code: 'labels', coderId: ada.id }
    const answer = await call('comparedPassages.list', question)
    expect(answer.passages.map(({ cell, round, passage }) => [cell, round, passage.words])).toEqual([
      ['onlySecond', 'Round 1 / Again', 'And with you'],
      ['onlyFirst', 'Round 1 / Again', 'The labels were wrong'],
    ])
    // The second round is blind: of Ada's work in it nobody else is told.
    for (const { id } of [bea, moderator]) {
      expect(await call('comparedPassages.list', { ...question, coderId: id })).toMatchObject({
        total: 0,
        passages: [],
      })
    }
  })

  it('are not told of a round that is blind', async () => {
    const { call, ada, moderator } = await twoReadings()
    for (const { id } of [ada, moderator]) {
      const question = { coders: ['Ada', 'Bea'] as [string, string], code: 'labels', coderId: id }
      expect(await call('comparedPassages.list', question)).toMatchObject({ total: 0, passages: [], instead: [] })
    }
  })

  it('are refused of a coder, a transcript and a round that are not there', async () => {
    const { call } = await twoReadings()
    const base = { coders: ['Ada', 'Bea'] as [string, string], code: 'labels' }
    for (const wrong of [
      { coders: ['Ada', 'Cy'] as [string, string] },
      { transcripts: ['P9'] },
      { rounds: ['Never'] },
    ]) {
      expect(await reasonOf(() => call('comparedPassages.list', { ...base, ...wrong }))).toBe('not-found')
    }
  })
})
