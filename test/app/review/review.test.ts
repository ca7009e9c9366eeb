import { describe, expect, it } from 'vitest'
import { createReviewedStudy, onlyItem, type CodedWords } from '../../fixtures/reviewed-study.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

async function reviewed(coded: CodedWords) {
  const study = await createReviewedStudy(coded)
  await study.open()
  await study.begin()
  return study
}

describe('starting a review', () => {
  it('puts what both coders said alike into the moderated round', async () => {
    const { consolidated, call } = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Units', 'grams'],
      ['Ada', 'Memory', 'no idea'],
    ])
    expect(await consolidated()).toEqual(['Units: grams'])
    const [first, second] = await call('rounds.list', {})
    expect(second).toMatchObject({ kind: 'moderated', name: `${first?.name ?? ''}, moderated` })
  })

  it('changes nothing a second time', async () => {
    const { begin, mo, call } = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Memory', 'grams'],
    ])
    const before = await call('history.list', { coderId: mo.id })
    expect((await begin()).settled).toBe(0)
    expect(await call('history.list', { coderId: mo.id })).toEqual(before)
  })

  it('is the moderator’s alone', async () => {
    const study = await createReviewedStudy([['Ada', 'Units', 'grams']])
    await study.apply(study.bea.id, 'Units', 'grams')
    await study.open()
    const start = { roundId: study.round.id, moderatorId: study.ada.id }
    expect(await reasonOf(() => study.call('review.start', start))).toBe('moderator-only')
  })

  it('is refused where only one coder worked, and for a moderated round', async () => {
    const study = await createReviewedStudy([['Ada', 'Units', 'grams']])
    await study.open()
    expect(await reasonOf(() => study.begin())).toBe('nothing-to-review')
    const { id: roundId } = await study.call('rounds.create', { name: 'M', kind: 'moderated' })
    expect(await reasonOf(() => study.queue({ roundId }))).toBe('round-not-independent')
  })

  it('can take a moderated round that is there', async () => {
    const study = await createReviewedStudy([['Ada', 'Units', 'grams']])
    await study.apply(study.bea.id, 'Units', 'grams')
    await study.open()
    const { id: into } = await study.call('rounds.create', { name: 'M', kind: 'moderated' })
    await study.call('review.start', { roundId: study.round.id, moderatorId: study.mo.id, into })
    expect(await study.call('rounds.list', {})).toHaveLength(2)
    expect(await study.consolidated()).toEqual(['Units: grams'])
  })
})

describe('a decision', () => {
  const TWO: CodedWords = [
    ['Ada', 'Units', 'grams'],
    ['Bea', 'Memory', 'got grams'],
  ]

  it.each([
    ['one coder’s reading', 'first', ['Units: grams']],
    ['both readings', 'both', ['Memory: got grams', 'Units: grams']],
    ['neither', 'neither', []],
  ] as const)('takes %s', async (_, choice, result) => {
    const study = await reviewed(TWO)
    const { id: itemId } = await onlyItem(study)
    const coders = choice === 'first' ? [study.ada.id] : [study.ada.id, study.bea.id]
    const outcome = choice === 'neither' ? { kind: 'neither' as const } : { kind: 'take' as const, coders }
    const decided = { roundId: study.round.id, itemId, coderId: study.mo.id, outcome, reason: study.because('so') }
    expect(await study.call('review.decide', decided)).toMatchObject({ state: 'decided' })
    expect(await study.consolidated()).toEqual(result)
    expect((await study.queue()).tally).toMatchObject({ open: 0, decided: 1 })
  })

  it('can be something else, with several codes on one span', async () => {
    const study = await reviewed(TWO)
    const { id: itemId } = await onlyItem(study)
    const place = study.spanAt('The model got grams')
    const codings = ['Units', 'Labels'].map((name) => ({ codeId: study.codeId(name), ...place }))
    const outcome = { kind: 'codings' as const, codings }
    const decided = { roundId: study.round.id, itemId, coderId: study.mo.id, outcome, reason: study.because('so') }
    await study.call('review.decide', decided)
    expect((await study.consolidated()).toSorted()).toEqual([
      'Labels: The model got grams',
      'Units: The model got grams',
    ])
  })

  it('can be revised, and every version keeps who, when and why', async () => {
    const study = await reviewed(TWO)
    const { call, round, mo, ada, bea } = study
    const { id: itemId } = await onlyItem(study)
    const about = { roundId: round.id, itemId, coderId: mo.id }
    const take = (coders: (typeof ada.id)[]) => ({ kind: 'take' as const, coders })
    await call('review.decide', { ...about, outcome: take([ada.id]), reason: { key: 'more-specific', words: '' } })
    await call('review.decide', { ...about, outcome: take([bea.id]), reason: study.because('On second thoughts') })
    expect(await study.consolidated()).toEqual(['Memory: got grams'])
    const { decisions } = await call('review.item', { roundId: round.id, itemId })
    expect(decisions).toMatchObject([
      {
        coder: 'Mo',
        verdict: 'take',
        taken: [ada.id],
        reason: { key: 'more-specific' },
        told: ['Data / Units: grams'],
      },
      { coder: 'Mo', verdict: 'take', taken: [bea.id], reason: { words: 'On second thoughts' } },
    ])
    await call('history.undo', { coderId: mo.id })
    expect(await study.consolidated()).toEqual(['Units: grams'])
    await call('review.reopen', { ...about, reason: study.because('Ask again') })
    expect(await study.consolidated()).toEqual([])
    expect((await onlyItem(study)).state).toBe('open')
  })

  it('leaves a coding that stands for another item too', async () => {
    const study = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Units', 'got grams'],
      ['Ada', 'Memory', 'no idea'],
    ])
    const { items } = await study.queue()
    const [boundary, oneSided] = items
    if (boundary === undefined || oneSided === undefined) throw new Error('two items')
    const decide = (
      itemId: typeof boundary.id,
      outcome: Parameters<typeof study.call<'review.decide'>>[1]['outcome'],
    ) =>
      study.call('review.decide', {
        roundId: study.round.id,
        itemId,
        coderId: study.mo.id,
        outcome,
        reason: study.because('so'),
      })
    const units = { codeId: study.codeId('Units'), ...study.spanAt('grams') }
    await decide(boundary.id, { kind: 'take', coders: [study.ada.id] })
    await decide(oneSided.id, { kind: 'codings', codings: [units] })
    await decide(boundary.id, { kind: 'neither' })
    expect(await study.consolidated()).toEqual(['Units: grams'])
    await decide(oneSided.id, { kind: 'neither' })
    expect(await study.consolidated()).toEqual([])
  })

  it('needs a reason, a moderator and a review that was started', async () => {
    const study = await createReviewedStudy(TWO)
    await study.open()
    const { id: itemId } = await onlyItem(study)
    const outcome = { kind: 'neither' as const }
    const decided = { roundId: study.round.id, itemId, coderId: study.mo.id, outcome, reason: study.because('so') }
    expect(await reasonOf(() => study.call('review.decide', decided))).toBe('review-not-started')
    await study.begin()
    expect(await reasonOf(() => study.call('review.decide', { ...decided, reason: study.because(' ') }))).toBe(
      'reason-missing',
    )
    expect(await reasonOf(() => study.call('review.decide', { ...decided, coderId: study.ada.id }))).toBe(
      'moderator-only',
    )
    const criteria = { ...decided, outcome: { kind: 'instances' as const, codes: [] } }
    expect(await reasonOf(() => study.call('review.decide', criteria))).toBe('outcome-unfit')
  })

  it('offers the reasons that the study used, the most frequent first', async () => {
    const study = await reviewed([...TWO, ['Ada', 'Speed', 'the rest'], ['Bea', 'Labels', 'no idea']])
    const words = ['twice', 'once', 'twice']
    for (const [index, { id: itemId }] of (await study.queue()).items.entries()) {
      const outcome = { kind: 'neither' as const }
      const reason = study.because(words[index] ?? '')
      await study.call('review.decide', { roundId: study.round.id, itemId, coderId: study.mo.id, outcome, reason })
    }
    expect(await study.call('review.reasons', {})).toEqual([
      { key: null, words: 'twice', uses: 2 },
      { key: null, words: 'once', uses: 1 },
    ])
  })
})

describe('an item', () => {
  it('keeps its name and its decision through a correction, a rename and a merge of codes', async () => {
    const study = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Memory', 'got grams'],
    ])
    const { call, mo, round, transcriptId, codeId } = study
    const { id: itemId } = await onlyItem(study)
    const outcome = { kind: 'take' as const, coders: [study.bea.id] }
    await call('review.decide', { roundId: round.id, itemId, coderId: mo.id, outcome, reason: study.because('so') })
    const { revisionId } = await call('transcripts.read', { id: transcriptId })
    const turns = [{ number: 2, words: 'Well, you know, the model got grams where it was trained on kilograms.' }]
    const correction = { kind: 'turns' as const, turns }
    await call('corrections.apply', {
      transcriptId,
      revisionId,
      correction,
      coderId: mo.id,
      answers: [],
      reason: 'typo',
    })
    await call('codes.update', { id: codeId('Memory'), name: 'Storage', coderId: mo.id })
    const corrected = await onlyItem(study)
    expect(corrected).toMatchObject({ id: itemId, state: 'decided', words: 'got grams' })
    await call('codes.merge', { ids: [codeId('Memory')], into: codeId('Units'), coderId: mo.id })
    expect(await onlyItem(study)).toMatchObject({ id: itemId, state: 'decided', kind: 'boundary' })
    expect(await study.consolidated()).toEqual(['Units: got grams'])
    for (let steps = 0; steps < 3; steps++) await call('history.undo', { coderId: mo.id })
    expect(await onlyItem(study)).toMatchObject({ id: itemId, state: 'decided', kind: 'branch' })
  })

  it('keeps its decision where a merge of codes makes one coding of two, in the readings and in what stands', async () => {
    const study = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Ada', 'Labels', 'grams'],
      ['Bea', 'Memory', 'no idea'],
    ])
    const { call, mo, ada, round, codeId } = study
    const { items } = await study.queue({ codes: [codeId('Data')] })
    for (const { id: itemId } of items) {
      const outcome = { kind: 'take' as const, coders: [ada.id] }
      await call('review.decide', { roundId: round.id, itemId, coderId: mo.id, outcome, reason: study.because('so') })
    }
    const decided = await study.queue({ states: ['decided'] })
    await call('codes.merge', { ids: [codeId('Labels')], into: codeId('Units'), coderId: mo.id })
    expect(await study.consolidated()).toEqual(['Units: grams'])
    const [left, ...others] = (await study.queue({ states: ['decided'] })).items
    expect(others).toEqual([])
    if (left === undefined) throw new Error('it is there')
    const { result } = await call('review.item', { roundId: round.id, itemId: left.id })
    expect(result).toMatchObject([{ codeId: codeId('Units') }])
    await call('history.undo', { coderId: mo.id })
    expect(await study.queue({ states: ['decided'] })).toEqual(decided)
  })

  it('shows the words in their turns, both readings with their memos, and the codes’ definitions', async () => {
    const study = await createReviewedStudy([['Ada', 'Units', 'grams']])
    const coding = await study.apply(study.bea.id, 'Labels', 'got grams')
    const memo = { subject: { kind: 'coding' as const, id: coding.id }, title: '', body: 'Not sure.', codes: [] }
    await study.call('memos.write', { ...memo, coderId: study.bea.id, roundId: study.round.id })
    await study.call('codes.update', { id: study.codeId('Units'), definition: 'Of measure.' })
    await study.open()
    const { id: itemId } = await onlyItem(study)
    const item = await study.call('review.item', { roundId: study.round.id, itemId, coderId: study.mo.id })
    expect(item.turns.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(item.passage).toMatchObject({ words: 'got grams', turn: 2 })
    expect(item.readings).toMatchObject([
      { coder: 'Ada', codings: [{ words: 'grams', memos: [] }] },
      { coder: 'Bea', codings: [{ words: 'got grams', memos: [{ coder: 'Bea', body: 'Not sure.' }] }] },
    ])
    expect(item.codes.map(({ path, definition }) => [path, definition])).toContainEqual(['Data / Units', 'Of measure.'])
  })

  it('takes notes of anyone, and each removes only their own', async () => {
    const study = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Memory', 'no idea'],
    ])
    const { call, round, ada, bea } = study
    const { items } = await study.queue()
    const [item] = items
    if (item === undefined) throw new Error('two items')
    const about = { roundId: round.id, itemId: item.id }
    const note = await call('review.note', { ...about, coderId: ada.id, body: 'It was about units.' })
    const { notes } = await call('review.item', about)
    expect(notes).toEqual([note])
    expect(await reasonOf(() => call('review.removeNote', { id: note.id, coderId: bea.id }))).toBe('note-not-own')
    expect(await reasonOf(() => call('review.note', { ...about, coderId: ada.id, body: ' ' }))).toBe('note-empty')
    await call('review.removeNote', { id: note.id, coderId: ada.id })
    expect((await call('review.item', about)).notes).toEqual([])
  })
})

describe('what a coder was overruled in', () => {
  it('is told with why once it is decided, and not before', async () => {
    const study = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Memory', 'grams'],
      ['Ada', 'Speed', 'the rest'],
    ])
    const { call, ada, bea, mo, round } = study
    expect(await call('review.overruled', { coderId: bea.id })).toEqual({ decided: 0, overruled: [] })
    const branch = (await study.queue({ kinds: ['branch'] })).items[0]
    if (branch === undefined) throw new Error('there is one')
    const outcome = { kind: 'take' as const, coders: [ada.id] }
    await call('review.decide', {
      roundId: round.id,
      itemId: branch.id,
      coderId: mo.id,
      outcome,
      reason: study.because('It is a unit.'),
    })
    expect(await call('review.overruled', { coderId: bea.id })).toMatchObject({
      decided: 1,
      overruled: [
        {
          mine: ['Operations / Memory'],
          instead: ['Data / Units'],
          moderator: 'Mo',
          reason: { words: 'It is a unit.' },
        },
      ],
    })
    expect(await call('review.overruled', { coderId: ada.id })).toEqual({ decided: 1, overruled: [] })
  })
})

describe('a pass that comes when the review has begun', () => {
  it('joins the readings that it shares, which stay settled, and asks for no decision on them', async () => {
    const { call } = await createTestStudy()
    const said = ['The units differ.', 'Nobody told us so.', 'It went well.']
    const pass = (coder: string, codes: readonly string[]) => ({
      coder,
      pass: 'independent',
      turns: said.map((text, index) => ({ speaker: 'P1', text, codes: codes.slice(index, index + 1).filter(Boolean) })),
    })
    const take = (...sources: readonly ReturnType<typeof pass>[]) =>
      call('codings.import', { files: [textFile('p1.json', JSON.stringify({ interview: 'P1', sources }))] })
    await take(pass('C1', ['units', 'told', 'end']), pass('C2', ['units', 'told', 'end']))
    const { id: moderatorId } = await call('coders.create', { name: 'Mo', kind: 'moderator' })
    const roundId = (await call('rounds.list', {})).find(({ name }) => name === 'Imported, independent')?.id
    if (roundId === undefined) throw new Error('the import made a round')
    expect(await call('review.start', { roundId, moderatorId })).toMatchObject({ settled: 3 })
    await take(pass('C3', ['units', 'talk', '']))
    const { items, tally } = await call('review.queue', { roundId, states: ['open', 'settled'] })
    expect(items.map(({ kind, readings }) => [kind, readings.map(({ codes }) => codes.length)])).toEqual([
      ['identical', [1, 1, 1]],
      ['branch', [1, 1, 1]],
      ['one-sided', [1, 1, 0]],
    ])
    expect(tally).toMatchObject({ disagreements: 2, open: 2, identical: 1, unsettled: 0 })
  })
})
