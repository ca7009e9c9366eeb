import { describe, expect, it } from 'vitest'
import type { Output } from '../../../app/contract.ts'
import { createOpenCodedStudy } from '../../fixtures/open-coded-study.ts'

const first = ({ comparisons }: Output<'agreement.compute'>) => {
  const [comparison] = comparisons
  if (comparison === undefined) throw new Error('two coders are compared')
  return comparison
}

/** Ada's and Bea's names of missing values count as one. */
async function mappedStudy() {
  const study = await createOpenCodedStudy()
  const { call, pair } = study
  await call('harmonising.map', pair)
  const compare = (harmonised: boolean) => call('agreement.compute', { resamples: 0, harmonised })
  return { ...study, compare }
}

describe('agreement of a round whose names were harmonised', () => {
  it('is of names as coded unless asked otherwise, and says how many codes were mapped', async () => {
    const { call, pair } = await createOpenCodedStudy()
    const before = await call('agreement.compute', { resamples: 0 })
    await call('harmonising.map', pair)
    const after = await call('agreement.compute', { resamples: 0 })
    expect(before).toMatchObject({ harmonised: false, comparisons: [{ mappedCodes: 0 }] })
    expect(after).toEqual({ ...before, comparisons: [{ ...first(before), mappedCodes: 1 }] })
  })

  it('counts mapped codes as one where asked, as the figures of harmonising do', async () => {
    const { compare, figures } = await mappedStudy()
    const asCoded = first(await compare(false))
    const harmonised = first(await compare(true))
    const [row] = (await figures()).after
    expect(harmonised).toMatchObject({ mappedCodes: 1, codes: asCoded.codes - 1, ...row?.figures })
    const codes = harmonised.perCode.map(({ code }) => code)
    expect(codes).toContain('Data-missing-values')
    expect(codes).not.toContain('Data-missing-value')
    expect(harmonised.alphaUnitizing).toBeGreaterThan(asCoded.alphaUnitizing ?? 1)
  })

  it('shows the passages that its table counts', async () => {
    const { call, compare } = await mappedStudy()
    const code = 'Data-missing-values'
    const passages = (harmonised: boolean, cells: ('both' | 'onlyFirst' | 'onlySecond')[]) =>
      call('comparedPassages.list', { coders: ['Ada', 'Bea'], code, cells, harmonised })
    for (const harmonised of [false, true]) {
      const row = first(await compare(harmonised)).perCode.find((one) => one.code === code)
      expect((await passages(harmonised, ['both'])).total).toBe(row?.both)
      expect((await passages(harmonised, ['onlyFirst'])).total).toBe(row?.onlyFirst)
    }
    expect((await passages(true, ['both'])).passages[0]).toMatchObject({
      readings: [{ codes: [code] }, { codes: [code] }],
    })
  })

  it('holds of all coders together, too', async () => {
    const { call } = await mappedStudy()
    const [group] = (await call('agreement.compute', { resamples: 0, group: true, harmonised: true })).groups
    expect(group?.mappedCodes).toBe(1)
    expect(group?.perCode.map(({ code }) => code)).not.toContain('Data-missing-value')
  })

  it('takes a name that was mapped in one round for the same in every round of one coder', async () => {
    const { call, ada, blind, code, compare } = await mappedStudy()
    const [transcript] = await call('transcripts.list', {})
    if (transcript === undefined) throw new Error('a transcript was imported')
    const { turns } = await call('transcripts.read', { id: transcript.id })
    const [turn] = turns
    if (turn === undefined) throw new Error('it has turns')
    const { start, end } = turn
    const codeId = code('Data-missing-value')
    await call('codings.apply', { transcriptId: transcript.id, start, end, codeId, coderId: ada.id, roundId: blind.id })
    const intra = async (harmonised: boolean) => {
      const answer = await call('agreement.compute', { resamples: 0, between: 'rounds', harmonised })
      return first(answer)
        .perCode.filter(({ both }) => both > 0)
        .map((row) => row.code)
    }
    expect(await intra(false)).toEqual([])
    expect(await intra(true)).toEqual(['Data-missing-values'])
    expect((await compare(true)).comparisons).toHaveLength(1)
  })

  it('says how many codes were merged, of which no figure tells the names from before', async () => {
    const { call, pair } = await createOpenCodedStudy()
    await call('harmonising.merge', pair)
    expect(first(await call('agreement.compute', { resamples: 0 }))).toMatchObject({ mappedCodes: 0, mergedCodes: 1 })
  })

  it('counts codes apart again once the mapping is withdrawn', async () => {
    const { call, pair, read, compare } = await mappedStudy()
    const [decision] = (await read()).decisions
    const { roundId, coderId } = pair
    await call('harmonising.withdraw', { roundId, coderId, decisionId: decision?.id ?? '' })
    expect((await compare(true)).comparisons).toEqual((await compare(false)).comparisons)
  })
})

describe('a review of a round whose names were harmonised', () => {
  it('says that its queue counts mapped codes as one, and freezes the agreement of names as coded', async () => {
    const { call, mo, openRound, compare } = await mappedStudy()
    const { round } = await call('review.start', { roundId: openRound.id, moderatorId: mo.id })
    const [snapshot] = await call('snapshots.list', {})
    const frozen = snapshot?.comparisons.find(({ subject, transcript }) => subject === 'codings' && transcript === 'P1')
    const asCoded = first(await compare(false))
    expect(round.mappedCodes).toBe(1)
    expect(snapshot?.harmonised).toBe(false)
    expect(frozen?.codes).toBe(asCoded.codes)
    expect(frozen?.figures.find(({ name }) => name === 'kappaPooled')?.value).toBe(asCoded.kappaPooled)
  })
})
