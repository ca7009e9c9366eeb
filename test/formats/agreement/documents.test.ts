import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { agreementDocuments, type AgreementInput, type ComparedCoders } from '../../../formats/agreement/documents.ts'

/** Made-up figures: what matters here is that each is written where it belongs. */
const comparison: ComparedCoders = {
  transcript: 'interview-02',
  transcripts: ['interview-02'],
  round: 'Round 1',
  rounds: ['Round 1', 'Round 1'],
  coders: ['C1', 'C2'],
  units: 92,
  codes: 2,
  mappedCodes: 0,
  coded: { either: 69, first: 40, second: 57, uncodedShare: 0.25 },
  codedAgreement: 0.55434,
  kappaCoded: -0.12,
  kappaPooled: 0.380649,
  kappaMean: null,
  alphaJaccard: 0.2794,
  alphaMasi: 0.2626,
  alphaNominal: 0.21,
  alphaUnitizing: 0.33333,
  n: {
    codedAgreement: 92,
    kappaCoded: 92,
    kappaPooled: 184,
    kappaMean: 0,
    alphaNominal: 92,
    alphaJaccard: 92,
    alphaMasi: 92,
    alphaUnitizing: 12_000,
  },
  intervals: { codedAgreement: [0.45, 0.65], kappaCoded: [-0.3, 0.05] },
  reasons: { kappaMean: 'no-defined-kappa' },
  perCode: [
    {
      code: '=Data | missing',
      both: 3,
      onlyFirst: 1,
      onlySecond: 2,
      neither: 86,
      cost: 1,
      kappa: 0.649,
      reason: null,
      agreement: 0.96739,
      ac1: 0.9651,
      alpha: 0.6505,
      alphaReason: null,
    },
    {
      code: 'Everywhere',
      both: 92,
      onlyFirst: 0,
      onlySecond: 0,
      neither: 0,
      cost: 0,
      kappa: null,
      reason: 'expected-agreement-is-one',
      agreement: 1,
      ac1: 1,
      alpha: null,
      alphaReason: 'expected-disagreement-is-zero',
    },
  ],
  leftOut: [
    { reason: 'unaligned-turns', coder: 'C2', count: 1 },
    { reason: 'codes-without-kappa', coder: null, count: 1 },
  ],
  unaligned: [{ coder: 'C2', number: 12, speaker: null, text: '# what was said', codes: ['a', 'b'] }],
}
const input: AgreementInput = { study: 'Small', agreement: { unit: 'turn', seed: 7, comparisons: [comparison] } }
const [markdown, comparisons, perCode, unaligned] = agreementDocuments(input, { language: 'en' })
const read = (text: string | undefined): Record<string, string>[] => parse(text ?? '', { bom: true, columns: true })

describe('agreementDocuments', () => {
  it('writes the figures with their intervals, the uncoded share beside, the 2×2 tables and the turns left out', () => {
    expect(markdown?.text).toBe(`# Agreement between coders: Small

Units are turns; all of them count, coded or not. Intervals are 95 % percentile bootstrap intervals over units, seed 7.

## interview-02: C1 and C2 (Round 1)

92 turns, 2 codes. C1 coded 40 of them, C2 57, at least one of the two 69. Neither coded: 25 %.

| Figure | Value | 95 % interval | n |
| --- | ---: | ---: | ---: |
| Coded agreement (both coded, or both did not) | 0.5543 | 0.4500 to 0.6500 | 92 |
| Cohen’s kappa on coded or not | -0.1200 | -0.3000 to 0.0500 | 92 |
| Pooled kappa over unit × code | 0.3806 | – | 184 |
| Mean of the per-code kappas | undefined: no code has a defined kappa | – | 0 |
| Krippendorff’s alpha, sets of codes equal or not | 0.2100 | – | 92 |
| Krippendorff’s alpha, Jaccard distance | 0.2794 | – | 92 |
| Krippendorff’s alpha, MASI distance | 0.2626 | – | 92 |
| Krippendorff’s unitizing alpha, free spans | 0.3333 | – | 12000 |

### Per code

For each code the 2×2 table in one row: units that both coded with it, only C1, only C2, neither.

| Code | Both | Only C1 | Only C2 | Neither | Agreement | Kappa | AC1 | Alpha | Share of disagreement |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| =Data \\| missing | 3 | 1 | 2 | 86 | 0.9674 | 0.6490 | 0.9651 | 0.6505 | 100 % |
| Everywhere | 92 | 0 | 0 | 0 | 1.0000 | undefined: every coder gave one and the same answer throughout, so chance explains everything | 1.0000 | undefined: every unit has the same value, so there is nothing to disagree about | 0 % |

Definitions to rewrite next: 1 code of 2 holds half of all disagreement (=Data \\| missing).

### Left out

| What | Of | How many |
| --- | --- | ---: |
| turns of the coder’s file that matched no turn of the transcript | C2 | 1 |
| codes whose kappa is undefined, left out of the mean |  | 1 |

### Turns that could not be aligned

1 turn of the coders’ files could not be matched to the transcript; their codes are not compared.

| Coder | Turn | Speaker | Codes | Text |
| --- | --- | --- | --- | --- |
| C2 | 12 |  | a; b | \\# what was said |
`)
  })

  it('keeps a negative kappa a number in CSV, and an undefined figure empty with its reason', () => {
    expect(read(comparisons?.text)[0]).toMatchObject({
      'first coder': 'C1',
      seed: '7',
      'uncoded share': '0.25',
      'unaligned turns': '1',
      'Cohen’s kappa on coded or not': '-0.12',
      'Cohen’s kappa on coded or not low': '-0.3',
      'Pooled kappa over unit × code': '0.380649',
      'Pooled kappa over unit × code low': '',
      'Mean of the per-code kappas': '',
      'Mean of the per-code kappas undefined because': 'no code has a defined kappa',
    })
  })

  it('gives each code a row, its name neutralised', () => {
    expect(read(perCode?.text).map((row) => [row['code'], row['both'], row['kappa']])).toEqual([
      ["'=Data | missing", '3', '0.649'],
      ['Everywhere', '92', ''],
    ])
  })

  it('gives each turn left out a row, and says that participants’ words are in it', () => {
    expect(read(unaligned?.text)[0]).toMatchObject({ coder: 'C2', turn: '12', codes: 'a; b', text: '# what was said' })
    expect([markdown, comparisons, perCode, unaligned].map((document) => document?.quotes)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('shows a reason it has no words for as it is', () => {
    const odd = { ...comparison, reasons: { kappaMean: 'toString' } }
    const { text } =
      agreementDocuments({ ...input, agreement: { ...input.agreement, comparisons: [odd] } }, { language: 'en' })[0] ??
      {}
    expect(text).toContain('undefined: toString')
  })

  it('writes three coders or more together, and two only as a pair', () => {
    const figures = {
      codedAgreement: 0.8,
      fleissCoded: null,
      fleissSets: 0.43,
      alphaCoded: 0.5,
      alphaNominal: 0.743,
      alphaJaccard: 0.7,
      alphaMasi: 0.7,
      alphaUnitizing: 0.6,
    }
    const ofCode = {
      present: 11,
      absent: 29,
      fleiss: null,
      fleissReason: 'unequal-ratings',
      fleissInterval: null,
      alphaReason: null,
      alphaInterval: [-0.1, 0.7],
    } as const
    const n = Object.fromEntries(Object.keys(figures).map((name) => [name, 11]))
    const group = {
      transcript: null,
      transcripts: ['a', 'b'],
      round: 'Round 1',
      coders: ['C1', 'C2', 'C3'],
      units: 11,
      values: 40,
      coded: { any: 11, uncodedShare: 0 },
      ...figures,
      n: { ...figures, ...n, fleissCoded: 11 },
      intervals: { alphaNominal: [0.4, 0.9] },
      reasons: { fleissCoded: 'unequal-ratings' },
      perCode: [
        { ...ofCode, code: 'labels', everyone: 3, divided: 2, differing: 4, cost: 0.8, alpha: 0.61 },
        { ...ofCode, code: 'schema', everyone: 0, divided: 1, differing: 1, cost: 0.2, alpha: -0.02 },
      ],
    } as const
    const written = (coders: readonly string[]) =>
      agreementDocuments(
        { ...input, agreement: { ...input.agreement, groups: [{ ...group, coders }] } },
        { language: 'en' },
      )
    const [text, , , , csv, codes] = written(group.coders)
    const why = 'undefined: the units do not all have the same number of ratings'
    expect(text?.text).toContain(`| labels | 3 | 2 | ${why} | 0.6100 | 80 % |`)
    expect(text?.text).toContain('Definitions to rewrite next: 1 code of 2 holds half of all disagreement (labels).')
    expect(read(codes?.text)[1]).toMatchObject({
      coders: 'C1; C2; C3',
      code: 'schema',
      'some but not all': '1',
      'differing pairs': '1',
      'share of disagreement': '0.2',
      'Fleiss’ kappa': '',
      'Fleiss’ kappa undefined because': 'the units do not all have the same number of ratings',
      alpha: '-0.02',
      'alpha low': '-0.1',
    })
    expect(text?.text).toContain('## 2 transcripts: C1, C2, C3 together (Round 1)')
    expect(text?.text).toContain(
      '| Krippendorff’s alpha, sets of codes equal or not | 0.7430 | 0.4000 to 0.9000 | 11 |',
    )
    expect(read(csv?.text)[1]).toMatchObject({
      coders: 'C1; C2; C3',
      value: '',
      'undefined because': 'the units do not all have the same number of ratings',
    })
    expect(written(['C1', 'C2'])).toHaveLength(4)
  })

  it('follows each code over rounds, and says where the coders changed', () => {
    const point = (value: number | null, used: number) => [
      {
        code: 'labels',
        used,
        figures: {
          fleiss: { value, reason: value === null ? 'unequal-ratings' : null },
          alpha: { value, reason: null },
        },
      },
    ]
    const series = [
      {
        kind: 'group',
        coders: ['C1', 'C2', 'C3', 'C4'],
        rounds: [
          { round: 'One', coders: ['C1', 'C2', 'C3'], units: 20, perCode: point(0.25, 7) },
          { round: 'Two', coders: ['C1', 'C2', 'C4'], units: 30, perCode: point(0.75, 5) },
          { round: 'Three', coders: ['C1', 'C2', 'C4'], units: 9, perCode: [] },
        ],
      },
    ] as const
    const documents = agreementDocuments({ ...input, series }, { language: 'en' })
    const [text] = documents
    expect(text?.text).toContain(`### Fleiss’ kappa: C1, C2, C3, C4 together

The coders were not the same in every round: One (C1, C2, C3); Two (C1, C2, C4); Three (C1, C2, C4).

| Code | One, n = 20 | Two, n = 30 | Three, n = 9 | Change |
| --- | ---: | ---: | ---: | ---: |
| labels | 0.2500 (7) | 0.7500 (5) | no coder used the code (0) | 0.5000 |`)
    const csv = documents.find(({ name }) => name === 'agreement-over-rounds.csv')
    expect(read(csv?.text).slice(1, 3)).toMatchObject([
      { coders: 'C1; C2; C4', figure: 'Fleiss’ kappa', code: 'labels', round: 'Two', n: '30', value: '0.75' },
      { round: 'Three', n: '9', 'units used': '0', value: '', 'undefined because': 'no coder used the code' },
    ])
    expect(documents.every(({ text: written }) => !written.includes('undefined: null'))).toBe(true)
  })

  it('says when nothing can be compared', () => {
    const none = { ...input, agreement: { ...input.agreement, comparisons: [] } }
    const [markdown, , , unaligned] = agreementDocuments(none, { language: 'fr' })
    expect(markdown?.text).toContain('Aucune transcription n’a été codée par deux codeurs')
    expect([markdown?.quotes, unaligned?.quotes]).toEqual([false, false])
  })

  it('writes decimals with a comma in French, except in CSV', () => {
    const [markdown, comparisons] = agreementDocuments(input, { language: 'fr' })
    expect(markdown?.text).toContain('| 0,5543 | 0,4500 à 0,6500 | 92 |')
    expect(comparisons?.text).toContain('0.55434')
  })
})
