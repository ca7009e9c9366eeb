import { describe, expect, it } from 'vitest'
import type { Output } from '../../../app/contract.ts'
import { mappingOfRound } from '../../../app/harmonising/harmonised-round.ts'
import { Aggregates } from '../../../db/aggregates.ts'
import { connect } from '../../../db/connection.ts'
import { createOpenCodedStudy } from '../../fixtures/open-coded-study.ts'
import { contentOf } from '../../fixtures/study-content.ts'
import { reasonOf } from '../../fixtures/study.ts'

const namesOf = ({ proposals }: Output<'harmonising.read'>) =>
  proposals.map(({ code, other }) => [code.path, other.path].sort().join(' ~ '))

const decisionsOf = ({ decisions }: Output<'harmonising.read'>) =>
  decisions.map(({ kind, name, otherName, decidedBy }) => [otherName, kind, name, decidedBy])

const overall = (rows: Output<'harmonising.figures'>['after']) => {
  const row = rows.find(({ transcript }) => transcript === null)
  if (row === undefined) throw new Error('no figures')
  return row
}

describe('the proposals of a round', () => {
  it('are the evident pairs and no other, also with a moderator’s names', async () => {
    const { read } = await createOpenCodedStudy()
    expect(namesOf(await read()).toSorted()).toEqual([
      'Data-integration-issues ~ data-integration-difficult',
      'Data-missing-value ~ Data-missing-values',
      'Data-missing-value ~ Missing-data-values',
      'Data-missing-values ~ Missing-data-values',
    ])
  })

  it('say why: words in common, shared turns and their lift, with n', async () => {
    const { read } = await createOpenCodedStudy()
    const found = (await read()).proposals.find(({ other }) => other.path === 'data-integration-difficult')
    // Ada and Bea: 1 of 2 and 1 turns of 12; Bea and Mo the same; chance gives 2/12 each.
    expect(found).toMatchObject({
      basis: 'both',
      turns: 1,
      shared: 2,
      codeAlone: 4,
      otherAlone: 2,
      units: 24,
      toldApartBy: [],
    })
    expect(found?.words).toEqual(['Data', 'integration'])
    expect(found?.lift).toBeCloseTo(6, 10)
  })

  it('name who used each code how often, in the round and in moderating it', async () => {
    const { read } = await createOpenCodedStudy()
    const { readers, proposals } = await read()
    expect(readers.map(({ coder, transcripts }) => [coder, transcripts])).toEqual([
      ['Ada', 1],
      ['Bea', 1],
      ['Mo', 1],
    ])
    const found = proposals.find(({ other }) => other.path === 'data-integration-difficult')
    expect(found?.code.uses).toEqual([
      { coder: 'Ada', codings: 2 },
      { coder: 'Mo', codings: 2 },
    ])
  })

  it('are refused for a round that is blind, to everyone, and for a moderated one', async () => {
    const { call, blind, mo } = await createOpenCodedStudy()
    const rounds = await call('rounds.list', {})
    const moderated = rounds.find(({ kind }) => kind === 'moderated')
    const read = (roundId: typeof blind.id, who = {}) => reasonOf(() => call('harmonising.read', { roundId, ...who }))
    expect(await read(blind.id)).toBe('round-blind')
    expect(await read(blind.id, { coderId: mo.id })).toBe('round-blind')
    expect(await read(moderated?.id ?? blind.id)).toBe('round-not-independent')
  })

  it('come with the passages of both codes, those of shared turns first', async () => {
    const { call, pair } = await createOpenCodedStudy()
    const { turns, total } = await call('harmonising.passages', pair)
    expect(total).toBe(2)
    expect(
      turns.map(({ turn, isShared, code, other }) => [turn, isShared, code.map((one) => one.coder), other.length]),
    ).toEqual([
      [1, true, ['Ada'], 1],
      [2, false, ['Ada'], 0],
    ])
    expect(turns[0]?.other[0]?.passage.words).toContain('turn 1 of them')
  })
})

describe('a mapping', () => {
  it('makes two codes count as one in the figures, and leaves every coding and both codes as they were', async () => {
    const { call, pair, figures, path } = await createOpenCodedStudy()
    const { coding, code } = contentOf(path)
    const before = overall((await figures()).after)
    await call('harmonising.map', pair)
    const now = await figures()
    expect(overall(now.before)).toEqual(before)
    expect(overall(now.after).codes).toBe(before.codes - 1)
    expect(overall(now.after).figures.kappaPooled).toBeGreaterThan(before.figures.kappaPooled ?? 1)
    expect(contentOf(path)).toMatchObject({ coding, code })
  })

  it('is offered to others as what each code counts as', async () => {
    const { call, pair, path, code, openRound } = await createOpenCodedStudy()
    await call('harmonising.map', pair)
    await call('harmonising.map', { ...pair, codeId: code('Missing-data-values'), otherId: pair.codeId })
    const file = connect(path, { readonly: true, passphrase: null })
    const kept = code('Missing-data-values')
    expect(mappingOfRound(new Aggregates(file), openRound.id)).toEqual(
      new Map([
        [pair.codeId, kept],
        [pair.otherId, kept],
      ]),
    )
    file.close()
  })

  it('takes its pair, and those that it decides by way of others, out of the proposals', async () => {
    const { call, pair, code, read } = await createOpenCodedStudy()
    await call('harmonising.map', pair)
    await call('harmonising.map', { ...pair, otherId: code('Missing-data-values') })
    expect(namesOf(await read())).toEqual(['Data-integration-issues ~ data-integration-difficult'])
  })

  it('is taken back in one step, with the figures that were kept for it', async () => {
    const { call, pair, mo, path, figures } = await createOpenCodedStudy()
    const { harmonising_decision: none, harmonising_baseline: noFigures } = contentOf(path)
    await call('harmonising.map', pair)
    expect((await call('history.state', { coderId: mo.id })).undo).toMatchObject({
      action: 'harmonising.map',
      detail: 'Data-missing-value → Data-missing-values',
    })
    expect((await figures()).keptAt).not.toBeNull()
    await call('history.undo', { coderId: mo.id })
    expect(contentOf(path)).toMatchObject({ harmonising_decision: none, harmonising_baseline: noFigures })
    expect((await figures()).keptAt).toBeNull()
  })

  it('of a code with itself is refused, and one by a coder who is not the moderator', async () => {
    const { call, pair, ada } = await createOpenCodedStudy()
    expect(await reasonOf(() => call('harmonising.map', { ...pair, otherId: pair.codeId }))).toBe('harmonising-alike')
    expect(await reasonOf(() => call('harmonising.map', { ...pair, coderId: ada.id }))).toBe('moderator-only')
  })

  it('follows a code that is merged in the codebook', async () => {
    const { call, pair, code, read } = await createOpenCodedStudy()
    await call('harmonising.map', pair)
    await call('codes.merge', { ids: [pair.codeId], into: code('Cost-high'), coderId: pair.coderId })
    const [decision] = (await read()).decisions
    expect(decision).toMatchObject({ kind: 'map', codeId: code('Cost-high'), otherId: pair.otherId })
    await call('codes.merge', { ids: [pair.otherId], into: code('Cost-high'), coderId: pair.coderId })
    expect((await read()).decisions).toEqual([])
    await call('history.undo', { coderId: pair.coderId })
    await call('history.undo', { coderId: pair.coderId })
    expect((await read()).decisions[0]).toMatchObject({ codeId: pair.codeId, otherId: pair.otherId })
  })
})

describe('a refusal', () => {
  it('stays, is listed with what speaks for the pair, and changes no figure', async () => {
    const { call, pair, read, figures } = await createOpenCodedStudy()
    await call('harmonising.refuse', pair)
    const found = await read()
    expect(decisionsOf(found)).toEqual([['Data-missing-value', 'refuse', 'Data-missing-values', 'Mo']])
    expect(found.decisions[0]?.evidence?.likeness).toBe(1)
    expect(namesOf(found)).not.toContain('Data-missing-value ~ Data-missing-values')
    expect((await figures()).keptAt).toBeNull()
  })

  it('may be withdrawn, or become a mapping: one decision a pair', async () => {
    const { call, pair, read } = await createOpenCodedStudy()
    await call('harmonising.refuse', pair)
    await call('harmonising.map', { ...pair, codeId: pair.otherId, otherId: pair.codeId })
    const { decisions } = await read()
    expect(decisions.map(({ kind }) => kind)).toEqual(['map'])
    await call('harmonising.withdraw', { ...pair, decisionId: decisions[0]?.id ?? '' })
    const found = await read()
    expect(found.decisions).toEqual([])
    expect(namesOf(found)).toContain('Data-missing-value ~ Data-missing-values')
  })

  it('holds against mappings by way of other codes', async () => {
    const { call, pair, code, read } = await createOpenCodedStudy()
    const third = code('Missing-data-values')
    await call('harmonising.refuse', pair)
    await call('harmonising.map', { ...pair, otherId: third })
    const { otherId } = pair
    expect(await reasonOf(() => call('harmonising.map', { ...pair, codeId: third, otherId }))).toBe(
      'harmonising-contradiction',
    )
    expect((await read()).decisions).toHaveLength(2)
  })
})

describe('a merge', () => {
  it('makes two codes one in everyone’s work, is listed, and keeps the figures from before', async () => {
    const { call, pair, read, figures, mo } = await createOpenCodedStudy()
    const before = overall((await figures()).before)
    await call('harmonising.merge', pair)
    const names = (await call('codes.list', {})).map(({ name }) => name)
    expect(names).not.toContain('Data-missing-value')
    expect(decisionsOf(await read())).toEqual([['Data-missing-value', 'merge', 'Data-missing-values', 'Mo']])
    const now = await figures()
    expect(overall(now.before)).toEqual(before)
    expect(overall(now.after).codes).toBe(before.codes - 1)
    await call('history.undo', { coderId: mo.id })
    expect((await read()).decisions).toEqual([])
    expect(overall((await figures()).after)).toEqual(before)
  })

  it('gives the figures that a mapping gives', async () => {
    const one = await createOpenCodedStudy()
    const two = await createOpenCodedStudy()
    await one.call('harmonising.map', one.pair)
    await two.call('harmonising.merge', two.pair)
    expect((await two.figures()).after).toEqual((await one.figures()).after)
  })

  it('is not withdrawn, but taken back', async () => {
    const { call, pair, read } = await createOpenCodedStudy()
    await call('harmonising.merge', pair)
    const [decision] = (await read()).decisions
    expect(await reasonOf(() => call('harmonising.withdraw', { ...pair, decisionId: decision?.id ?? '' }))).toBe(
      'harmonising-merged',
    )
  })
})
