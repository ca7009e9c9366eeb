import { describe, expect, it } from 'vitest'
import type { Input } from '../../app/contract.ts'
import { connect } from '../../db/connection.ts'
import type { CodeId, CoderId, CodingId, RoundId, TranscriptId } from '../../domain/ids.ts'
import { spanOf } from '../../domain/span.ts'
import { contentOf } from '../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../fixtures/study.ts'

const WORDS = 'Interviewer: What went wrong?\nP1: The labels were missing, and nobody had told us so.'

/** Ada and Bea, in the blind first round; two transcripts of one participant, one of another. */
async function codedStudy() {
  const study = await createTestStudy()
  const { call, round, ada } = study
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
  const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator' })
  const transcripts: TranscriptId[] = []
  for (const [name, participant] of [
    ['P1 first', 'P1'],
    ['P1 second', 'P1'],
    ['P2', 'P2'],
  ] as const) {
    const { imported } = await call('transcripts.import', {
      files: [textFile(`${name}.txt`, `${WORDS} ${name}.`)],
      participant,
    })
    transcripts.push(...imported.map(({ id }) => id))
  }
  const code = async (name: string, parentId: CodeId | null = null) =>
    (await call('codes.create', { name, parentId })).id
  const apply = async (coderId: CoderId, codeId: CodeId, start: number, at = 0, roundId: RoundId = round.id) => {
    const transcriptId = transcripts[at]
    const span = spanOf(start, start + 5)
    if (span === null || transcriptId === undefined) throw new Error('no such place')
    return (await call('codings.apply', { transcriptId, ...span, codeId, coderId, roundId })).id
  }
  const open = () => call('rounds.open', { roundId: round.id, coderId: moderator.id })
  /** Each code as the coder sees it: `path: codings/transcripts/participants`. */
  const counts = async (coderId: CoderId) => {
    const codes = await call('codes.list', { coderId })
    const pathOf = (id: CodeId | null): string => {
      const one = codes.find((each) => each.id === id)
      return one === undefined ? '' : `${pathOf(one.parentId)}${one.parentId === null ? '' : ' / '}${one.name}`
    }
    return codes
      .map(({ id, codings, transcripts: n, participants }) => [
        `${pathOf(id)}: ${[codings, n, participants].join('/')}`,
      ])
      .flat()
      .sort()
  }
  /** Runs SQL of rows whose feature is another's, as an action. */
  const insert = (table: string, values: Readonly<Record<string, string | number | null>>) => {
    const file = connect(study.path, { readonly: false, passphrase: null })
    file.exec("INSERT INTO journal_transaction (action, detail, at, kind, state) VALUES ('x', '', '', 'do', 'kept')")
    file.exec('INSERT INTO journal_current SELECT max(id) FROM journal_transaction')
    const columns = Object.keys(values).map((column) => `"${column}"`)
    file
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...Object.values(values))
    file.exec('DELETE FROM journal_current')
    file.close()
  }
  const mismatch = (id: string, ...codes: readonly CodeId[]) => {
    insert('mismatch', { id, reference: id, interview: 'P1', quote: '', description: '', information: '', position: 0 })
    codes.forEach((codeId, index) =>
      insert('instance', { id: `${id}-${String(index)}`, mismatch_id: id, slot: index + 1, code_id: codeId }),
    )
  }
  const memo = (id: string, kind: string, subject: string) =>
    insert('memo', {
      id,
      subject_kind: kind,
      subject_id: subject,
      coder_id: ada.id,
      body: 'note',
      written_at: '',
      updated_at: '',
    })
  /** Ada's screening of a segment, with these codes. */
  const screening = (id: string, ...codes: readonly CodeId[]) => {
    insert('segment', { id: `${id}-segment`, transcript_id: transcripts[0] ?? '', start: 0, end: 9, title: '' })
    insert('screening', { id, segment_id: `${id}-segment`, coder_id: ada.id, round_id: round.id })
    codes.forEach((codeId, index) =>
      insert('screening_instance', {
        id: `${id}-${String(index)}`,
        screening_id: id,
        slot: index + 1,
        code_id: codeId,
      }),
    )
  }
  const column = (sql: string): readonly unknown[] => {
    const file = connect(study.path, { readonly: true, passphrase: null })
    const values = file.prepare(sql).pluck().all()
    file.close()
    return values
  }
  return { ...study, bea, moderator, transcripts, code, apply, open, counts, mismatch, screening, insert, memo, column }
}

describe('the counts of a code', () => {
  it('tell its codings, its transcripts, and its participants: one with two transcripts counts once', async () => {
    const { ada, code, apply, counts } = await codedStudy()
    const labels = await code('labels')
    for (const [start, at] of [
      [43, 0],
      [50, 0],
      [43, 1],
      [43, 2],
    ] as const) {
      await apply(ada.id, labels, start, at)
    }
    expect(await counts(ada.id)).toEqual(['labels: 4/3/2'])
  })
})

describe('merging codes', () => {
  it('moves codings, instances, memos and examples, in one action that undo takes back byte for byte', async () => {
    const { call, path, ada, bea, code, apply, open, counts, mismatch, memo, column } = await codedStudy()
    const one = await code('missing value')
    const many = await code('missing values')
    const same = await apply(ada.id, one, 43)
    const kept = await apply(ada.id, many, 43)
    const other = await apply(bea.id, one, 50, 1)
    await open()
    await call('codes.markExample', { codingId: same, coderId: ada.id })
    await call('codes.markExample', { codingId: other, coderId: ada.id })
    mismatch('M1', one, many)
    mismatch('M2', one)
    memo('m1', 'code', one)
    memo('m2', 'coding', same)
    const before = contentOf(path)

    await call('codes.merge', { ids: [one], into: many, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['missing values: 2/2/1'])
    expect(column('SELECT mismatch_id || slot FROM instance ORDER BY id')).toEqual(['M12', 'M21'])
    expect(column('SELECT subject_id FROM memo ORDER BY id')).toEqual([many, kept])
    expect(
      (await call('codes.passages', { id: many, coderId: ada.id })).examples.map(({ codingId }) => codingId),
    ).toEqual([kept, other])
    const { undo } = await call('history.state', { coderId: ada.id })
    expect(undo).toMatchObject({ action: 'codes.merge', detail: 'missing value → missing values' })

    const merged = contentOf(path)
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
    await call('history.redo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(merged)
  })

  it('brings sub-codes along, also where one has the name of the code that goes', async () => {
    const { call, path, ada, code, apply, counts } = await codedStudy()
    const data = await code('data')
    const labels = await code('labels', data)
    const inner = await code('labels', labels)
    await apply(ada.id, inner, 43)
    const before = contentOf(path)
    await call('codes.merge', { ids: [labels], into: data, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['data / labels: 1/1/1', 'data: 0/0/0'])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('of a category into a code within it is refused with the way out', async () => {
    const { call, code } = await codedStudy()
    const data = await code('data')
    const labels = await code('labels', data)
    expect(await reasonOf(() => call('codes.merge', { ids: [data], into: labels }))).toBe('merge-within')
  })

  it('concerns everything in a study that names a code', async () => {
    const { column } = await codedStudy()
    const names = column(
      `SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k ON k."table" = 'code'
       WHERE m.type = 'table' ORDER BY m.name`,
    )
    // Whoever adds a table that names codes adds it to app/code-operations.ts too, and then here.
    expect(names).toEqual(['code', 'code_example', 'coding', 'instance', 'screening_instance'])
  })
})

describe('merging codes that were used in screening, or under which memos are filed', () => {
  it('leaves each screening and each memo with one of the two, and undo brings both back', async () => {
    const { call, path, ada, code, screening, insert, memo, column } = await codedStudy()
    const one = await code('one')
    const two = await code('two')
    screening('S1', one, two)
    screening('S2', one)
    memo('m1', 'study', '')
    insert('memo_code', { id: 'f1', memo_id: 'm1', code_id: one })
    insert('memo_code', { id: 'f2', memo_id: 'm1', code_id: two })
    const before = contentOf(path)
    await call('codes.merge', { ids: [one], into: two, coderId: ada.id })
    expect(column('SELECT screening_id || slot FROM screening_instance ORDER BY id')).toEqual(['S12', 'S21'])
    expect(column('SELECT DISTINCT code_id FROM screening_instance')).toEqual([two])
    expect(column('SELECT code_id FROM memo_code')).toEqual([two])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })
})

describe('splitting a code', () => {
  async function splitStudy() {
    const study = await codedStudy()
    const labels = await study.code('labels')
    const mine: CodingId[] = [await study.apply(study.ada.id, labels, 43), await study.apply(study.ada.id, labels, 50)]
    return { ...study, labels, mine }
  }

  it('gives each coding the code that was decided for it, and leaves the rest with the code', async () => {
    const { call, path, ada, labels, mine, apply, counts } = await splitStudy()
    await apply(ada.id, labels, 56)
    const before = contentOf(path)
    await call('codes.split', {
      id: labels,
      parts: [
        { kind: 'new', name: 'wrong labels' },
        { kind: 'new', name: 'missing labels' },
      ],
      decisions: mine.map((codingId, index) => ({ codingId, part: index === 0 ? 0 : 1 })),
      coderId: ada.id,
    })
    expect(await counts(ada.id)).toEqual(['labels: 1/1/1', 'missing labels: 1/1/1', 'wrong labels: 1/1/1'])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('into a path puts the new code into its category, which is created where it is not there', async () => {
    const { call, path, ada, labels, mine } = await splitStudy()
    const before = contentOf(path)
    await call('codes.split', {
      id: labels,
      parts: [
        { kind: 'new', name: 'Data / wrong labels' },
        { kind: 'new', name: 'Data / missing labels' },
      ],
      decisions: mine.map((codingId, index) => ({ codingId, part: index === 0 ? 0 : 1 })),
      coderId: ada.id,
    })
    const codes = await call('codes.list', {})
    const data = codes.filter(({ name }) => name === 'Data')
    expect(data).toHaveLength(1)
    const within = codes.filter(({ parentId }) => parentId === data[0]?.id).map(({ name, codings }) => [name, codings])
    expect(within).toEqual([
      ['wrong labels', 1],
      ['missing labels', 1],
    ])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('into a code that has the coding already keeps one of the two, and retires what was divided', async () => {
    const { call, ada, labels, mine, code, apply, counts } = await splitStudy()
    const known = await code('known')
    await apply(ada.id, known, 43)
    await call('codes.split', {
      id: labels,
      parts: [
        { kind: 'code', id: known },
        { kind: 'new', name: 'others' },
      ],
      decisions: mine.map((codingId) => ({ codingId, part: 0 })),
      retire: true,
      coderId: ada.id,
    })
    expect(await counts(ada.id)).toEqual(['known: 2/1/1', 'labels: 0/0/0', 'others: 0/0/0'])
    const codes = await call('codes.list', { coderId: ada.id })
    expect(codes.filter(({ retired }) => retired).map(({ name }) => name)).toEqual(['labels'])
  })

  it('into one code twice is refused', async () => {
    const { call, labels, mine } = await splitStudy()
    const decisions = mine.map((codingId) => ({ codingId, part: 0 as const }))
    const split = (name: string) =>
      call('codes.split', {
        id: labels,
        parts: [
          { kind: 'new', name },
          { kind: 'new', name: ' new  ' },
        ],
        decisions,
      })
    expect(await reasonOf(() => split('new'))).toBe('split-alike')
  })

  it('leaves what the splitter may not see with the code, and refuses to decide on it', async () => {
    const { call, path, ada, bea, labels, mine, apply, counts } = await splitStudy()
    const hidden = await apply(bea.id, labels, 43)
    const parts = [
      { kind: 'new', name: 'one' },
      { kind: 'code', id: labels },
    ] as const
    const before = contentOf(path)
    const decide = (codings: readonly CodingId[]) =>
      call('codes.split', {
        id: labels,
        parts: [...parts],
        decisions: codings.map((codingId) => ({ codingId, part: 0 })),
        coderId: ada.id,
      })
    expect(await reasonOf(() => decide([hidden]))).toBe('not-found')
    expect(contentOf(path)).toEqual(before)
    await decide(mine)
    expect(await counts(bea.id)).toEqual(['labels: 1/1/1', 'one: 0/0/0'])
  })
})

describe('moving a code', () => {
  it('puts it into another, and undo brings it back to its place', async () => {
    const { call, path, ada, code, counts } = await codedStudy()
    const data = await code('data')
    const labels = await code('labels')
    const before = contentOf(path)
    await call('codes.move', { ids: [labels], parentId: data, before: null, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['data / labels: 0/0/0', 'data: 0/0/0'])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('into itself, or to where its name is taken, is refused with the way out', async () => {
    const { call, path, code } = await codedStudy()
    const data = await code('data')
    const labels = await code('labels', data)
    const twin = await code('labels')
    const before = contentOf(path)
    expect(await reasonOf(() => call('codes.move', { ids: [data], parentId: labels }))).toBe('code-within-itself')
    expect(await reasonOf(() => call('codes.move', { ids: [twin], parentId: data }))).toBe('code-name-taken')
    expect(contentOf(path)).toEqual(before)
  })
})

describe('several codes', () => {
  it('are moved, retired, brought back and merged in one action each, which undo takes back byte for byte', async () => {
    const { call, path, ada, code, apply, counts } = await codedStudy()
    const coderId = ada.id
    const [data, labels, drift, other] = [
      await code('data'),
      await code('labels'),
      await code('drift'),
      await code('o'),
    ]
    await apply(coderId, labels, 43)
    await apply(coderId, drift, 43)
    const before = contentOf(path)
    const undone = async () => {
      await call('history.undo', { coderId })
      return contentOf(path)
    }
    const retired = async () => (await call('codes.list', { coderId })).filter((one) => one.retired).length

    await call('codes.move', { ids: [drift, labels], parentId: data, coderId })
    expect(await counts(coderId)).toEqual(['data / drift: 1/1/1', 'data / labels: 1/1/1', 'data: 0/0/0', 'o: 0/0/0'])
    expect(await undone()).toEqual(before)

    await call('codes.retire', { ids: [labels, drift], coderId })
    const afterwards = contentOf(path)
    expect(await retired()).toBe(2)
    await call('codes.restore', { ids: [labels, drift, other], coderId })
    expect(await retired()).toBe(0)
    expect(await undone()).toEqual(afterwards)
    expect(await undone()).toEqual(before)

    await call('codes.merge', { ids: [data, labels, drift, other], into: labels, coderId })
    expect(await counts(coderId)).toEqual(['labels: 1/1/1'])
    expect(await undone()).toEqual(before)
  })

  it('are named one by one only as far as a person reads', async () => {
    const { call, ada, code } = await codedStudy()
    const ids: CodeId[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) ids.push(await code(name))
    await call('codes.retire', { ids, coderId: ada.id })
    const { undo } = await call('history.state', { coderId: ada.id })
    expect(undo?.detail).toBe('a, b, c, d, e, … (+2)')
  })
})

describe('removing several codes', () => {
  it('is one step, a category with its sub-codes included, in whatever order they are given', async () => {
    const { call, path, ada, code } = await codedStudy()
    const top = await code('top')
    const sub = (await call('codes.create', { name: 'sub', parentId: top })).id
    const other = await code('other')
    const before = contentOf(path)
    await call('codes.remove', { ids: [top, other, sub], coderId: ada.id })
    const left = new Set((await call('codes.list', {})).map(({ id }) => id))
    expect([top, sub, other].filter((id) => left.has(id))).toEqual([])
    expect((await call('history.state', { coderId: ada.id })).undo).toMatchObject({ detail: 'top, other, sub' })
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('removes none where one of them is in use, or keeps a sub-code', async () => {
    const { call, path, ada, code, apply } = await codedStudy()
    const [used, free] = [await code('used'), await code('free')]
    await apply(ada.id, used, 43)
    const parent = await code('parent')
    await call('codes.create', { name: 'sub', parentId: parent })
    const before = contentOf(path)
    expect(await reasonOf(() => call('codes.remove', { ids: [free, used], coderId: ada.id }))).toBe('in-use')
    expect(await reasonOf(() => call('codes.remove', { ids: [free, parent], coderId: ada.id }))).toBe('in-use')
    expect(contentOf(path)).toEqual(before)
  })
})

describe('a merge or a split of many codings', () => {
  /** Three thousand codings: more than is done before other calls are let through. */
  async function manyCodings() {
    const study = await codedStudy()
    const turns = Array.from({ length: 3000 }, (_, index) => ({ text: `Turn ${index}.`, codes: [`m${index % 2}`] }))
    const sources = [{ coder: 'C1', pass: 'independent', turns }]
    await study.call('codings.import', { files: [textFile('X.json', JSON.stringify({ interview: 'X', sources }))] })
    const codes = await study.call('codes.list', {})
    const [one, two] = codes
    if (one === undefined || two === undefined) throw new Error('two codes were imported')
    return { ...study, one: one.id, two: two.id }
  }

  it('says how far it is without telling how many there are, and a cancelled one leaves every row as it was', async () => {
    const { call, path, ada, one, two } = await manyCodings()
    const coderId = ada.id
    const before = contentOf(path)
    const cancelledAtOnce = () => {
      const controller = new AbortController()
      const seen: number[] = []
      const onProgress = ({ done, total }: { done: number; total: number }) => {
        expect(done).toBeLessThan(total)
        seen.push(total)
        controller.abort()
      }
      return { seen, options: { signal: controller.signal, onProgress } }
    }
    const merge = cancelledAtOnce()
    expect(await reasonOf(() => call('codes.merge', { ids: [one], into: two, coderId }, merge.options))).toBe(
      'cancelled',
    )
    expect(merge.seen).toEqual([100])
    expect(contentOf(path)).toEqual(before)

    await call('codes.merge', { ids: [one], into: two, coderId })
    const merged = contentOf(path)
    const undo = cancelledAtOnce()
    expect(await reasonOf(() => call('history.undo', { coderId }, undo.options))).toBe('cancelled')
    expect(undo.seen).toEqual([100])
    expect(contentOf(path)).toEqual(merged)
    await call('history.undo', { coderId })
    expect(contentOf(path)).toEqual(before)
  })
})

describe('a retired code', () => {
  it('keeps its codings, goes with the codes within it, and comes back with them', async () => {
    const { call, path, ada, code, apply, counts } = await codedStudy()
    const data = await code('data')
    const labels = await code('labels', data)
    await apply(ada.id, labels, 43)
    const retired = async () =>
      (await call('codes.list', { coderId: ada.id })).filter((one) => one.retired).map(({ name }) => name)
    await call('codes.retire', { ids: [data], coderId: ada.id })
    expect([await retired(), await counts(ada.id)]).toEqual([
      ['data', 'labels'],
      ['data / labels: 1/1/1', 'data: 0/0/0'],
    ])
    const before = contentOf(path)
    await call('codes.restore', { ids: [labels], coderId: ada.id })
    expect(await retired()).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('is meant by an imported label only where no other code has the name', async () => {
    const { call, ada, code, counts } = await codedStudy()
    const file = (interview: string, label: string) =>
      textFile(
        `${interview}.json`,
        JSON.stringify({
          interview,
          sources: [{ coder: 'C1', pass: 'independent', turns: [{ text: `Said in ${interview}.`, codes: [label] }] }],
        }),
      )
    const labels = await code('labels')
    await call('codes.retire', { ids: [labels] })
    await call('codings.import', { files: [file('X', 'labels')] })
    expect(await counts(ada.id)).toEqual(['labels: 1/1/0'])
    await code('labels', await code('data'))
    await call('codings.import', { files: [file('Y', 'labels')] })
    expect(await counts(ada.id)).toEqual(['data / labels: 1/1/0', 'data: 0/0/0', 'labels: 1/1/0'])
  })

  it('keeps its name: another of that name in its place is refused with the way out', async () => {
    const { call, code } = await codedStudy()
    await call('codes.retire', { ids: [await code('labels')] })
    expect(await reasonOf(() => code('labels'))).toBe('code-retired-there')
  })
})

describe('a path of codes', () => {
  it('is created in one action, under what is there of it', async () => {
    const { call, ada, counts } = await codedStudy()
    await call('codes.createPath', { names: ['data', 'labels'], coderId: ada.id })
    await call('codes.createPath', { names: ['data', 'values'], definition: 'Of a cell.', coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['data / labels: 0/0/0', 'data / values: 0/0/0', 'data: 0/0/0'])
    await call('history.undo', { coderId: ada.id })
    await call('history.undo', { coderId: ada.id })
    expect(await counts(ada.id)).toEqual([])
  })

  it('that is there in full is refused', async () => {
    const { call } = await codedStudy()
    await call('codes.createPath', { names: ['data', 'labels'] })
    expect(await reasonOf(() => call('codes.createPath', { names: ['data', 'labels'] }))).toBe('name-taken')
  })
})

describe('an example of a code', () => {
  it('goes with its coding, and undo brings both back', async () => {
    const { call, path, ada, code, apply } = await codedStudy()
    const labels = await code('labels')
    const codingId = await apply(ada.id, labels, 43)
    await call('codes.markExample', { codingId, coderId: ada.id })
    const before = contentOf(path)
    await call('codings.remove', { ids: [codingId], coderId: ada.id })
    expect((await call('codes.passages', { id: labels, coderId: ada.id })).examples).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
    await call('codes.unmarkExample', { codingId, coderId: ada.id })
    expect((await call('codes.passages', { id: labels, coderId: ada.id })).examples).toEqual([])
  })
})

describe('the impact of a change', () => {
  it('counts codings, transcripts, coders, catalog items and rounds, finished ones by their name', async () => {
    const { call, ada, bea, code, apply, open, mismatch } = await codedStudy()
    const one = await code('missing value')
    const many = await code('missing values')
    await apply(ada.id, one, 43)
    await apply(ada.id, many, 43)
    await apply(bea.id, one, 50, 1)
    await open()
    mismatch('M1', one)
    expect(await call('codes.impact', { kind: 'merge', ids: [one], into: many, coderId: ada.id })).toEqual({
      codings: 2,
      transcripts: 2,
      coders: ['Ada', 'Bea'],
      subcodes: 0,
      doubled: 1,
      catalogItems: 1,
      rounds: [{ name: 'Round 1', isFinished: true, effect: 'figures' }],
      hidden: false,
    })
  })

  it('of a rename or a move counts the codes within it, and of a split what leaves the code', async () => {
    const { call, ada, code, apply } = await codedStudy()
    const data = await code('data')
    const labels = await code('labels', data)
    const first = await apply(ada.id, labels, 43)
    await apply(ada.id, labels, 50)
    const coderId = ada.id
    expect(await call('codes.impact', { kind: 'move', ids: [data], coderId })).toMatchObject({
      codings: 2,
      subcodes: 1,
    })
    expect(await call('codes.impact', { kind: 'remove', ids: [data], coderId })).toMatchObject({
      codings: 0,
      subcodes: 1,
    })
    const split: Input<'codes.impact'> = { kind: 'split', ids: [labels], codings: [first], coderId }
    expect(await call('codes.impact', split)).toMatchObject({ codings: 1, rounds: [{ isFinished: false }] })
  })
})

describe('while a round is blind', () => {
  it('Ada is told the same of codes with Bea’s codings as without them: that there may be work she does not see', async () => {
    const { call, ada, bea, code, apply } = await codedStudy()
    const one = await code('one')
    const two = await code('two')
    await apply(ada.id, two, 43)
    const coderId = ada.id
    const told = async () => [
      await call('codes.list', { coderId }),
      await call('codes.passages', { id: one, coderId }),
      await call('codes.impact', { kind: 'merge', ids: [one], into: two, coderId }),
      await call('codes.impact', { kind: 'retire', ids: [one], coderId }),
      await call('codes.impact', { kind: 'rename', ids: [one], coderId }),
      await call('codes.impact', { kind: 'split', ids: [one], codings: [], coderId }),
    ]
    const without = await told()
    const theirs = await apply(bea.id, one, 43)
    await call('codes.markExample', { codingId: theirs, coderId: bea.id })
    expect(await told()).toEqual(without)
    const { hidden } = await call('codes.impact', { kind: 'merge', ids: [one], into: two, coderId })
    expect(hidden).toBe(true)
    const split: Input<'codes.impact'> = { kind: 'split', ids: [one], codings: [theirs], coderId }
    expect(await call('codes.impact', split)).toMatchObject({ codings: 0, hidden: true })
    expect((await call('codes.passages', { id: one, coderId: bea.id })).examples).toHaveLength(1)
  })

  it('Bea’s coding can be made an example by Bea alone', async () => {
    const { call, ada, bea, code, apply } = await codedStudy()
    const codingId = await apply(bea.id, await code('one'), 43)
    expect(await reasonOf(() => call('codes.markExample', { codingId, coderId: ada.id }))).toBe('not-found')
    expect(await reasonOf(() => call('codes.markExample', { codingId, coderId: bea.id }))).toBe('no error')
    expect(await reasonOf(() => call('codes.unmarkExample', { codingId, coderId: ada.id }))).toBe('not-found')
  })

  it('a merge by Ada carries Bea’s codings over unseen', async () => {
    const { call, ada, bea, code, apply, counts } = await codedStudy()
    const one = await code('one')
    const two = await code('two')
    await apply(bea.id, one, 43)
    await call('codes.merge', { ids: [one], into: two, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['two: 0/0/0'])
    expect(await counts(bea.id)).toEqual(['two: 1/1/1'])
  })
})
