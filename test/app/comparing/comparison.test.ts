import { beforeEach, describe, expect, it } from 'vitest'
import type { CoderId } from '../../../domain/ids.ts'
import { createCodedStudy, type CodedStudy } from '../../fixtures/coded-study.ts'
import { reasonOf } from '../../fixtures/study.ts'

let study: CodedStudy
beforeEach(async () => {
  study = await createCodedStudy()
})

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('comparing the codings of a code', () => {
  it('shows each in its context, with its n, and whether the viewer may change it', async () => {
    const { call, ada, labels } = study
    const { basis, groups, pages } = await call('comparison.read', { codes: [labels.id], coderId: ada.id })
    expect(basis).toEqual({
      transcripts: 2,
      participants: 2,
      turns: 4,
      codings: 2,
      coders: ['Ada'],
      rounds: ['Round 1'],
    })
    expect([pages, groups.length]).toEqual([1, 1])
    expect(
      groups[0]?.shown.map(({ passage, isOpen }) => [passage.transcript, passage.turn, passage.words, isOpen]),
    ).toEqual([
      ['P1', 2, 'labels were missing', true],
      ['P2', 2, 'The labels were wrong', true],
    ])
  })

  it('sorts by length, the longest first, by participant, and by the time of coding', async () => {
    const { call, ada, labels, silence } = study
    const words = async (sort: 'length' | 'participant' | 'time') => {
      const { groups } = await call('comparison.read', { codes: [labels.id, silence.id], sort, coderId: ada.id })
      return groups[0]?.shown.map(({ passage }) => passage.words.slice(0, 6))
    }
    expect(await words('length')).toEqual(['labels', 'The la', 'labels', 'nobody'])
    expect(await words('participant')).toEqual(['labels', 'nobody', 'The la', 'labels'])
    expect(await words('time')).toEqual(['labels', 'nobody', 'The la', 'labels'])
  })

  it('sets groups apart by an attribute, each with its n, also where a group says nothing of it', async () => {
    const { call, ada, codings, silence } = study
    await call('codings.remove', { ids: [codings.silence2.id], coderId: ada.id })
    const { groups } = await call('comparison.read', { codes: [silence.id], groupBy: 'role', coderId: ada.id })
    expect(groups.map(({ value, codings: n, participants }) => [value, n, participants])).toEqual([
      ['data scientist', 1, 1],
      ['manager', 0, 0],
    ])
  })

  it('filters by attributes, of which all must fit, the not noted included', async () => {
    const { call, ada, labels } = study
    const n = async (...attributes: { name: string; values: (string | null)[] }[]) =>
      (await call('comparison.read', { codes: [labels.id], attributes, coderId: ada.id })).basis.codings
    const manager = { name: 'role', values: ['manager'] }
    expect(await n(manager)).toBe(1)
    expect(await n({ name: 'role', values: ['manager', 'data scientist'] })).toBe(2)
    expect(await n(manager, { name: 'organization', values: ['Acme'] })).toBe(0)
    expect(await n(manager, { name: 'organization', values: [null] })).toBe(1)
  })

  it('turns pages', async () => {
    const { call, ada, labels } = study
    const page = async (number: number) => {
      const read = await call('comparison.read', { codes: [labels.id], page: number, pageSize: 1, coderId: ada.id })
      return [read.pages, read.groups[0]?.shown.map(({ passage }) => passage.transcript)]
    }
    expect([await page(0), await page(1)]).toEqual([
      [2, ['P1']],
      [2, ['P2']],
    ])
  })

  it('is written as CSV and Markdown with the words in full, whose they are and who coded them', async () => {
    const { call, ada, labels } = study
    const write = async (format: 'csv' | 'md') => {
      const file = await call('comparison.export', { codes: [labels.id], format, coderId: ada.id })
      return [file.name, decode(file.bytes)] as const
    }
    const [name, csv] = await write('csv')
    expect(name).toBe('passages-labels.csv')
    expect(csv.split('\n')[1]).toBe(
      'labels,,P1,P1,2,P1,Ada,Round 1,30,49,The ,labels were missing,", and nobody had told us so."',
    )
    const [, markdown] = await write('md')
    expect(markdown).toContain('> The labels were wrong')
    expect(markdown).toContain('- labels · P2, turn 2 · P2 · Ada, Round 1')
    expect(markdown).toContain('n = 2 codings in 2 transcripts of 2 participants, 4 turns.')
  })

  it('of a code that is not there is refused', async () => {
    const { call, one } = study
    const id = one.id as unknown as CodedStudy['labels']['id']
    expect(await reasonOf(() => call('comparison.read', { codes: [id] }))).toBe('not-found')
  })
})

describe('the matrix of co-occurrence', () => {
  const matrix = async ({ call, ada }: CodedStudy, more: object = {}) => {
    const { rows, cells } = await call('matrices.coOccurrence', { coderId: ada.id, ...more })
    return { rows: rows.map(({ label, codings, turns }) => [label, codings, turns]), cells }
  }

  it('counts overlaps, and turns in common', async () => {
    expect(await matrix(study)).toEqual({
      rows: [
        ['labels', 2, 2],
        ['silence', 2, 2],
      ],
      cells: [{ first: 0, second: 1, turns: 1, pairs: 1, coefficient: 0.5 }],
    })
    const { cells } = await matrix(study, { relation: { kind: 'near', turns: 0 } })
    expect(cells).toEqual([{ first: 0, second: 1, turns: 2, pairs: 2, coefficient: 1 }])
  })

  it('opens on the pairs behind a cell', async () => {
    const { call, ada, labels, silence } = study
    const { pairs, shown } = await call('matrices.pairs', { first: [silence.id], second: [labels.id], coderId: ada.id })
    expect(pairs).toBe(1)
    expect(shown.map(({ first, second }) => [first.passage.words, second.passage.words])).toEqual([
      ['labels were wrong. We guessed', 'The labels were wrong'],
    ])
  })

  it('rolls sub-codes up into their categories', async () => {
    const { ada, schema, put } = study
    await put(ada, schema, 'P2', 'the schema')
    expect((await matrix(study, { rollUp: true })).rows).toEqual([
      ['labels', 3, 2],
      ['silence', 2, 2],
    ])
    expect((await matrix(study, { rows: { kind: 'categories' } })).rows).toEqual([['labels', 2, 2]])
  })

  it('says how many used codes have no row', async () => {
    const { call, ada } = study
    const { leftOut } = await call('matrices.coOccurrence', { coderId: ada.id, rows: { kind: 'most-used', number: 1 } })
    expect(leftOut).toBe(1)
  })

  it('says what it counts of all codings: those of the codes that have a row', async () => {
    const { call, ada, labels } = study
    const n = async (rows: object) => {
      const { basis } = await call('matrices.coOccurrence', { coderId: ada.id, rows: { kind: 'all' }, ...rows })
      return [basis.codings, basis.allCodings]
    }
    expect(await n({})).toEqual([4, 4])
    expect(await n({ rows: { kind: 'picked', codes: [labels.id] } })).toEqual([2, 4])
    const rows = { kind: 'picked' as const, codes: [labels.id] }
    const picked = { rows, coderId: ada.id }
    expect((await call('matrices.attributes', { ...picked, attribute: 'role' })).basis).toMatchObject({
      codings: 2,
      allCodings: 4,
    })
    const svg = await call('matrices.exportCoOccurrence', { ...picked, format: 'svg' })
    expect(decode(svg.bytes)).toContain('all codes have n = 4 codings')
  })

  it('takes codes by name or path, and refuses an unknown or an ambiguous one', async () => {
    const { call, silence } = study
    await call('codes.create', { name: 'schema', parentId: silence.id })
    const rows = (...labels: string[]) => matrix(study, { rows: { kind: 'named', labels } })
    expect((await rows('silence / schema', 'labels')).rows.map(([label]) => label)).toEqual([
      'silence / schema',
      'labels',
    ])
    expect(await reasonOf(() => rows('schema'))).toBe('code-ambiguous')
    expect(await reasonOf(() => rows('nothing'))).toBe('not-found')
  })

  it('is written as CSV, as a list of pairs and as SVG', async () => {
    const { call, ada } = study
    const write = async (format: 'csv' | 'list' | 'svg', figure: 'count' | 'coefficient' = 'count') =>
      decode((await call('matrices.exportCoOccurrence', { coderId: ada.id, format, figure })).bytes)
    expect(await write('csv')).toBe('code,codings (n),turns (n),labels,silence\nlabels,2,2,2,1\nsilence,2,2,1,2\n')
    expect(await write('csv', 'coefficient')).toContain('labels,2,2,2,0.5\n')
    expect(await write('list')).toContain('labels,silence,1,1,2,2,0.5\n')
    expect(await write('svg')).toContain('Codings of Ada; round: Round 1; n = 4 codings')
  })
})

describe('the matrix of codes by an attribute', () => {
  it('counts codings, transcripts and participants of each value', async () => {
    const { call, ada } = study
    const { columns, cells } = await call('matrices.attributes', { coderId: ada.id, attribute: 'role' })
    expect(columns).toEqual([
      { value: 'data scientist', participants: 1, transcripts: 1 },
      { value: 'manager', participants: 1, transcripts: 1 },
    ])
    expect(cells[0]).toEqual([
      { codings: 1, transcripts: 1, participants: 1 },
      { codings: 1, transcripts: 1, participants: 1 },
    ])
  })

  it('of an attribute that nobody has knows only the not noted', async () => {
    const { call, ada } = study
    const { columns } = await call('matrices.attributes', { coderId: ada.id, attribute: 'shoe size' })
    expect(columns).toEqual([{ value: null, participants: 2, transcripts: 2 }])
  })

  it('is written with the n of every column, small groups marked', async () => {
    const { call, ada } = study
    const write = async (format: 'csv' | 'svg') => {
      const question = { coderId: ada.id, attribute: 'role', format, measure: 'percent' } as const
      const { name, bytes } = await call('matrices.exportAttributes', question)
      return `${name}: ${decode(bytes)}`
    }
    expect(await write('csv')).toContain('codes-by-role.csv: code,codings (n),data scientist (n = 1),manager (n = 1)')
    expect(await write('svg')).toContain('† fewer than 5 participants')
  })
})

describe('while a round is blind', () => {
  type Ask = (study: CodedStudy, coderId: CoderId) => Promise<unknown>
  const QUESTIONS: Readonly<Record<string, Ask>> = {
    'comparison.read': ({ call, labels }, coderId) => call('comparison.read', { codes: [labels.id], coderId }),
    'comparison.read of the other coder alone': ({ call, labels, ada }, coderId) =>
      call('comparison.read', { codes: [labels.id], coders: [ada.id], groupBy: 'role', coderId }),
    'comparison.export': ({ call, labels }, coderId) =>
      call('comparison.export', { codes: [labels.id], format: 'csv', coderId }),
    'matrices.coOccurrence': ({ call }, coderId) => call('matrices.coOccurrence', { coderId, rows: { kind: 'all' } }),
    'matrices.pairs': ({ call, labels, silence }, coderId) =>
      call('matrices.pairs', { first: [labels.id], second: [silence.id], coderId }),
    'matrices.attributes': ({ call }, coderId) => call('matrices.attributes', { attribute: 'role', coderId }),
    'matrices.exportCoOccurrence': ({ call }, coderId) =>
      call('matrices.exportCoOccurrence', { format: 'list', coderId }),
    'matrices.exportAttributes': ({ call }, coderId) =>
      call('matrices.exportAttributes', { attribute: 'role', format: 'svg', coderId }),
  }

  for (const [name, ask] of Object.entries(QUESTIONS)) {
    it(`${name} tells Bea and the moderator nothing of Ada’s codings, nor that she codes`, async () => {
      const told = await ask(study, study.bea.id)
      expect(await ask(study, study.moderator.id)).toEqual(told)
      expect(JSON.stringify(told)).not.toMatch(/Ada|missing|wrong/)
      const empty = await createCodedStudy()
      await empty.call('codings.remove', {
        ids: Object.values(empty.codings).map(({ id }) => id),
        coderId: empty.ada.id,
      })
      expect(await ask(empty, empty.bea.id)).toEqual(told)
      await study.open()
      expect(await ask(study, study.bea.id)).not.toEqual(told)
    })
  }
})
