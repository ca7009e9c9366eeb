import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewDocuments, type ReviewFormat } from '../../../formats/review/documents.ts'
import type { ReviewReport } from '../../../formats/review/report.ts'

const HOSTILE = '</p><script>alert(1)</script>\n# heading | cell\n\\input{/etc/passwd} $x$ %  =1+1 `rm` <!-- ---'

const REPORT: ReviewReport = {
  study: 'Hospital',
  round: 'Round 1',
  started: { moderator: 'Mo', moderatedRound: 'Round 1, moderated', at: '2026-03-01T09:30:00.000Z' },
  mappedCodes: 0,
  tally: { disagreements: 2, decided: 1, open: 1, identical: 3 },
  kinds: [{ kind: 'branch', disagreements: 2, open: 1, cost: 4 }],
  reasons: [{ key: 'more-specific', words: '', uses: 1 }],
  coders: [{ coder: 'Ada', decided: 1, overruled: 0 }],
  agreement: [
    {
      transcript: 'P1',
      coders: ['Ada', 'Bea'],
      figures: [
        {
          name: 'kappaPooled',
          before: { value: -0.12345, reason: null, n: 60, interval: [-0.25, 0.125] },
          after: { value: null, reason: 'expected-agreement-is-one', n: 60, interval: null },
        },
      ],
    },
    {
      transcript: null,
      coders: ['Ada', 'Bea', 'Cem'],
      figures: [
        {
          name: 'fleissSets',
          before: { value: 0.43, reason: null, n: 30, interval: [0.3, 0.5] },
          after: { value: 1, reason: null, n: 30, interval: [1, 1] },
        },
      ],
    },
  ],
  items: [
    {
      transcript: 'P1',
      turn: 2,
      kind: 'branch',
      state: 'decided',
      cost: 2,
      words: 'got grams',
      readings: [
        { coder: 'Ada', told: [{ kind: 'code', path: 'Data / Units', words: 'grams' }] },
        { coder: 'Bea', told: [] },
      ],
      result: [{ kind: 'code', path: 'Data / Units', words: 'grams' }],
      decisions: [
        {
          coder: 'Mo',
          at: '2026-03-01T10:00:00.000Z',
          verdict: 'take',
          taken: ['Ada'],
          reason: { key: 'more-specific', words: 'It is a unit.' },
        },
      ],
      notes: [{ coder: 'Bea', at: '2026-03-01T09:45:00.000Z', body: 'Really?' }],
    },
    {
      transcript: 'P1',
      turn: 4,
      kind: 'screening',
      state: 'open',
      cost: 2,
      words: 'no idea',
      readings: [
        { coder: 'Ada', told: [{ kind: 'decision', decision: 'excluded', because: ['I1', 'E2'] }] },
        { coder: 'Bea', told: [{ kind: 'decision', decision: 'included', because: [] }] },
      ],
      result: [],
      decisions: [],
      notes: [],
    },
  ],
}

/** The same with every text of a person replaced. */
function withText(text: string): ReviewReport {
  const [item] = REPORT.items
  if (item === undefined) throw new Error('there is one')
  const told = [{ kind: 'code' as const, path: text, words: text }]
  return {
    ...REPORT,
    study: text,
    round: text,
    coders: [{ coder: text, decided: 1, overruled: 1 }],
    reasons: [{ key: null, words: text, uses: 1 }],
    items: [
      {
        ...item,
        transcript: text,
        words: text,
        readings: [{ coder: text, told }],
        result: told,
        decisions: item.decisions.map((decision) => ({ ...decision, coder: text, reason: { key: null, words: text } })),
        notes: [{ coder: text, at: '', body: text }],
      },
    ],
  }
}

function written(report: ReviewReport, format: ReviewFormat, language: 'en' | 'fr' = 'en'): string {
  return reviewDocuments(report, [format], { language })[0]?.text ?? ''
}

const rowsOf = (text: string) => parse(text, { bom: true }) as unknown as readonly string[][]

describe('the report of a review', () => {
  it('tells each disagreement with its readings, what stands, why, and what was noted', () => {
    const text = written(REPORT, 'md')
    for (const line of [
      '2 disagreements: 1 decided, 1 open.',
      '1 disagreement is open: the consolidated coding is not complete.',
      '### 1. P1, turn 2',
      '- Ada: Data / Units “grams”',
      '- Bea: nothing',
      '**Stands:** Data / Units “grams”',
      '**Mo, 2026-03-01 10:00 (UTC):** Reading of Ada; the more specific code; It is a unit.',
      '**Note of Bea:** Really?',
      '- Ada: excluded (I1, E2)',
    ]) {
      expect(text).toContain(line)
    }
  })

  it('gives agreement before and after, what is undefined with its reason', () => {
    expect(written(REPORT, 'md')).toContain(
      '| Pooled kappa over unit × code | -0.1235 | -0.2500 to 0.1250 | 60 | undefined: every coder gave one and the same answer throughout, so chance explains everything | – | 60 |',
    )
    expect(written(REPORT, 'md')).toContain('### All transcripts: Ada, Bea, Cem together')
    expect(written(REPORT, 'md')).toContain(
      '| Fleiss’ kappa, sets of codes as categories | 0.4300 | 0.3000 to 0.5000 | 30 | 1.0000 | 1.0000 to 1.0000 | 30 |',
    )
    const unfrozen = REPORT.agreement.map((one) => ({
      ...one,
      figures: one.figures.map((figure) => ({ ...figure, before: null })),
    }))
    expect(written({ ...REPORT, agreement: unfrozen }, 'md')).toContain('| not frozen yet |')
  })

  it('gives agreement over all transcripts before that of each', () => {
    const [one] = REPORT.agreement
    if (one === undefined) throw new Error('there is one')
    const text = written({ ...REPORT, agreement: [one, { ...one, transcript: null }] }, 'md')
    expect(text.match(/### (?:P1|All transcripts): .*/g)).toEqual([
      '### All transcripts: Ada and Bea',
      '### P1: Ada and Bea',
    ])
  })

  it('has tables that a spreadsheet reads: a row a disagreement, a row a version, a row a figure', () => {
    const [queue, decisions, agreement] = reviewDocuments(REPORT, ['csv'], { language: 'en' })
    expect(rowsOf(queue?.text ?? '').map((row) => [row[0], row[3], row[8], row[9]])).toEqual([
      ['number', 'kind', 'stands', 'verdict'],
      ['1', 'a code of another branch', 'Data / Units “grams”', 'Reading of Ada'],
      ['2', 'screening differs', '', ''],
    ])
    expect(rowsOf(decisions?.text ?? '')).toHaveLength(2)
    expect(rowsOf(agreement?.text ?? '')[1]?.slice(1, 8)).toEqual([
      'Ada; Bea',
      'Pooled kappa over unit × code',
      '-0.12345',
      '-0.25',
      '0.125',
      '60',
      '',
    ])
    expect(rowsOf(agreement?.text ?? '')[2]?.[1]).toBe('Ada; Bea; Cem')
    expect(decisions?.quotes).toBe(false)
  })

  it('says how many of its coders coded words that not all of them coded, two as the one and the other', () => {
    const [item] = REPORT.items
    if (item === undefined) throw new Error('there is one')
    const [coded, not] = item.readings
    if (coded === undefined || not === undefined) throw new Error('there are two')
    const oneSided = (readings: readonly (typeof coded)[]): ReviewReport => ({
      ...REPORT,
      kinds: [{ kind: 'one-sided', disagreements: 1, open: 0, cost: 2 }],
      items: [{ ...item, kind: 'one-sided', readings }],
    })
    const two = oneSided([coded, not])
    const three = oneSided([coded, { ...coded, coder: 'Cleo' }, not])
    expect(written(two, 'md')).toContain('one coded, the other did not; decided')
    expect(written(three, 'md')).toContain('2 of 3 coded; decided')
    expect(written(three, 'md')).toContain('| not coded by all | 1 |')
    expect(written(three, 'html', 'fr')).toContain('codé par 2 sur 3')
    expect(written(three, 'tex')).toContain('2 of 3 coded; decided')
    expect(rowsOf(written(three, 'csv'))[1]?.[3]).toBe('2 of 3 coded')
  })

  it('is in French where that is asked for', () => {
    const text = written(REPORT, 'html', 'fr')
    expect(text).toContain('<html lang="fr">')
    // “Décisions” beside a long reason was broken into three lines.
    expect(text).toMatch(/\.right \{[^}]*overflow-wrap: break-word/)
    expect(text).toContain('1 désaccord est ouvert')
    expect(text).toContain('le code le plus précis')
    expect(text).toContain('<li>Ada\u00A0: exclu')
  })

  it('is the same for the same review', () => {
    for (const format of ['md', 'html', 'csv', 'tex'] as const) {
      expect(written(REPORT, format)).toBe(written(structuredClone(REPORT), format))
    }
  })
})

describe('whatever a person wrote', () => {
  it('is text in HTML, never a mark', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(HOSTILE), fc.string({ unit: 'binary' })), (text) => {
        const tags = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/\n.*/s, ''))
        expect(tags(written(withText(text), 'html'))).toEqual(tags(written(withText('x'), 'html')))
      }),
    )
  })

  it('is text in Markdown and in a table’s cell', () => {
    const text = written(withText(HOSTILE), 'md')
    expect(text).not.toContain('<script>')
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1)
    for (const row of rowsOf(written(withText('=1+1'), 'csv')).slice(1)) {
      expect(row.filter((cell) => cell.startsWith('='))).toEqual([])
    }
  })
})
