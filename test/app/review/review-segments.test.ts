import { describe, expect, it } from 'vitest'
import type { ScreeningForm } from '../../../domain/screening.ts'
import { createReviewedStudy } from '../../fixtures/reviewed-study.ts'
import { INCLUDED } from '../../fixtures/screened-study.ts'
import { reasonOf } from '../../fixtures/study.ts'

type Draft = Partial<ScreeningForm>

const EXCLUDED = { ...INCLUDED, E1: 'yes' as const }
const GRAMS = { quote: 'got grams', description: 'The unit was assumed.', information: 'The unit.' }

/** A review of three segments, of which the coders screened the first one, or more, so. */
async function reviewed(ofAda: readonly Draft[], ofBea: readonly Draft[]) {
  const study = await createReviewedStudy([])
  const { first, second, third } = await study.startAll()
  const segments = [first, second, third]
  for (const [index, { id }] of segments.entries()) {
    const [mine, hers] = [ofAda[index], ofBea[index]]
    if (mine !== undefined) await study.screen(id, study.ada.id, mine)
    if (hers !== undefined) await study.screen(id, study.bea.id, hers)
  }
  await study.open()
  await study.begin()
  const { call, round, mo } = study
  const itemOf = async (subject: 'screening' | 'instance' | 'text') => {
    const { items } = await study.queue({ states: ['open', 'decided', 'settled'] })
    const found = items.find(({ id }) => id === `${subject}:${first.id}`)
    if (found === undefined) throw new Error(`there is no ${subject} item`)
    return found
  }
  const decide = async (
    subject: 'screening' | 'instance' | 'text',
    outcome: Parameters<typeof call<'review.decide'>>[1]['outcome'],
  ) => {
    const { id: itemId } = await itemOf(subject)
    const reason = study.because('so')
    return call('review.decide', { roundId: round.id, itemId, coderId: mo.id, outcome, reason })
  }
  const take = (...coders: (typeof mo.id)[]) => ({ kind: 'take' as const, coders })
  const mismatches = async () => (await call('catalog.read', {})).items
  return { ...study, first, itemOf, decide, take, mismatches }
}

describe('a segment that both screened', () => {
  it('is settled where both excluded it for the same reason', async () => {
    const { queue, mismatches } = await reviewed([{ criteria: EXCLUDED }], [{ criteria: EXCLUDED }])
    expect((await queue()).tally).toMatchObject({ disagreements: 0, identical: 1, unsettled: 0 })
    expect(await mismatches()).toEqual([])
  })

  it('becomes a mismatch at once where both drafts say the same', async () => {
    const { mismatches } = await reviewed([GRAMS], [{ ...GRAMS, quote: 'got grams ' }])
    expect(await mismatches()).toMatchObject([{ id: 'P1-01', interview: 'P1', ...GRAMS }])
  })

  it('counts as identical what all coders share, not what the one wrote who included it', async () => {
    const { queue, decide, take, ada } = await reviewed([GRAMS], [{ criteria: EXCLUDED }])
    await decide('screening', take(ada.id))
    expect((await queue()).tally).toMatchObject({ disagreements: 1, decided: 1, identical: 0 })
  })

  it('differs in its screening where the answers differ, each costing one', async () => {
    const { queue } = await reviewed([{}], [{ criteria: { ...EXCLUDED, E2: 'yes' } }])
    expect((await queue()).items).toMatchObject([{ kind: 'screening', cost: 2, state: 'open' }])
  })

  it('is told by its own words, without the label of the turn that comes after', async () => {
    const { queue, call, round } = await reviewed([{}], [{ criteria: { ...EXCLUDED, E2: 'yes' } }])
    const [item] = (await queue()).items
    if (item === undefined) throw new Error('nothing differs')
    const words = 'What went wrong first? P1: The model got grams where it was trained on kilograms.'
    expect(item.words).toBe(words)
    const { passage } = await call('review.item', { roundId: round.id, itemId: item.id })
    expect(passage.words.replaceAll('\n', ' ')).toBe(words)
    const [report] = await call('review.files', { roundId: round.id, formats: ['md'] })
    expect(new TextDecoder().decode(report?.bytes)).toContain(`> ${words}\n`)
  })

  it('differs in its instances and its text', async () => {
    const study = await createReviewedStudy([])
    const { first } = await study.startAll()
    const instances = (names: readonly string[]) => names.map(study.codeId)
    await study.screen(first.id, study.ada.id, { ...GRAMS, instances: instances(['Units', 'Speed']) })
    await study.screen(first.id, study.bea.id, { ...GRAMS, quote: 'grams', instances: instances(['Speed']) })
    await study.open()
    expect((await study.queue()).items).toMatchObject([
      { kind: 'instance', cost: 1, differing: [] },
      { kind: 'text', cost: 0, characters: 9, differing: ['quote'] },
    ])
  })

  it('differs in its criteria though both exclude it', async () => {
    const other = { ...EXCLUDED, E5: 'yes' } as const
    const { queue } = await reviewed([{ criteria: EXCLUDED }], [{ criteria: other }])
    expect((await queue()).items).toMatchObject([{ kind: 'screening', differing: ['E5'] }])
  })
})

describe('a disagreement about a segment', () => {
  it('that is decided as excluded makes no mismatch and asks no more', async () => {
    const { decide, take, bea, queue, mismatches } = await reviewed([GRAMS], [{ criteria: EXCLUDED }])
    await decide('screening', take(bea.id))
    expect((await queue()).items.map(({ state }) => state)).toEqual(['decided'])
    expect(await mismatches()).toEqual([])
  })

  it('that is decided as included takes over the draft of whoever included it', async () => {
    const { decide, take, ada, mismatches, first, call } = await reviewed([GRAMS], [{ criteria: EXCLUDED }])
    const answer = await decide('screening', take(ada.id))
    expect(await mismatches()).toMatchObject([GRAMS])
    expect(answer.mismatch).toBe((await mismatches())[0]?.mismatchId)
    expect(first.id).not.toBe('')
    expect((await call('study.info', {})).mismatches).toBe(1)
  })

  it('about texts makes the mismatch of the consolidated text', async () => {
    const { decide, itemOf, call, round, mismatches, take, bea } = await reviewed(
      [GRAMS],
      [{ ...GRAMS, description: 'The unit was wrong.' }],
    )
    expect(await mismatches()).toEqual([])
    const { id: itemId } = await itemOf('text')
    const { mismatch } = await call('review.item', { roundId: round.id, itemId })
    expect(mismatch).toBeNull()
    const text = { kind: 'text' as const, quote: 'grams', quoteSpan: null, description: 'Units.', information: 'Unit.' }
    await decide('text', text)
    expect(await mismatches()).toMatchObject([{ quote: 'grams', description: 'Units.', information: 'Unit.' }])
    await decide('text', take(bea.id))
    expect(await mismatches()).toMatchObject([{ quote: 'got grams', description: 'The unit was wrong.' }])
  })

  it('that is reopened takes the mismatch out of the catalog, and an undo brings it back', async () => {
    const { decide, take, ada, mo, call, round, itemOf, mismatches, because } = await reviewed(
      [GRAMS],
      [{ criteria: EXCLUDED }],
    )
    await decide('screening', take(ada.id))
    const made = await mismatches()
    const { id: itemId } = await itemOf('screening')
    await call('review.reopen', { roundId: round.id, itemId, coderId: mo.id, reason: because('wait') })
    expect(await mismatches()).toEqual([])
    await call('history.undo', { coderId: mo.id })
    expect(await mismatches()).toEqual(made)
  })

  it('about instances can be decided as both together, up to three', async () => {
    const study = await createReviewedStudy([])
    const { first } = await study.startAll()
    const instances = (names: readonly string[]) => names.map(study.codeId)
    await study.screen(first.id, study.ada.id, { ...GRAMS, instances: instances(['Units', 'Speed', 'Data']) })
    await study.screen(first.id, study.bea.id, { ...GRAMS, instances: instances(['Memory', 'Speed']) })
    await study.open()
    await study.begin()
    const about = { roundId: study.round.id, itemId: `instance:${first.id}` as const, coderId: study.mo.id }
    const both = { kind: 'take' as const, coders: [study.ada.id, study.bea.id] }
    const reason = study.because('so')
    expect(await reasonOf(() => study.call('review.decide', { ...about, outcome: both, reason }))).toBe(
      'instances-too-many',
    )
    const outcome = { kind: 'instances' as const, codes: instances(['Units', 'Memory']) }
    await study.call('review.decide', { ...about, outcome, reason })
    const [mismatch] = (await study.call('catalog.read', {})).items
    expect(mismatch?.instances.map(({ subcategory }) => subcategory)).toEqual(['Units', 'Memory'])
  })

  it('cannot be left half decided', async () => {
    const { decide } = await reviewed([GRAMS], [{ criteria: EXCLUDED }])
    const criteria = { ...INCLUDED, E5: 'undecided' as const }
    expect(await reasonOf(() => decide('screening', { kind: 'criteria', criteria }))).toBe('decision-open')
    expect(await reasonOf(() => decide('screening', { kind: 'neither' }))).toBe('outcome-unfit')
  })

  it('tells whoever was overruled what stands instead', async () => {
    const { decide, take, ada, bea, call } = await reviewed([GRAMS], [{ criteria: EXCLUDED }])
    await decide('screening', take(ada.id))
    expect(await call('review.overruled', { coderId: bea.id })).toMatchObject({
      decided: 1,
      overruled: [{ kind: 'screening', mine: ['excluded', 'E1'], instead: ['included'] }],
    })
    expect((await call('review.overruled', { coderId: ada.id })).overruled).toEqual([])
  })
})

describe('a transcript that is removed', () => {
  it('leaves its mismatches in the catalog, and comes back whole', async () => {
    const { call, transcriptId, mo, mismatches, queue } = await reviewed([GRAMS, {}], [GRAMS, { criteria: EXCLUDED }])
    const before = await queue()
    await call('transcripts.remove', { id: transcriptId, coderId: mo.id })
    expect(await mismatches()).toHaveLength(1)
    expect((await queue()).items).toEqual([])
    await call('history.undo', { coderId: mo.id })
    expect(await queue()).toEqual(before)
  })
})
