import { describe, expect, it } from 'vitest'
import { assert, array, constantFrom, integer, property, string } from 'fast-check'
import { agreementText } from '../../../app/commands/agreement-text.ts'
import { catalogText } from '../../../app/commands/catalog-command.ts'
import { given, integerOption, splitList, type ParsedCommand } from '../../../app/commands/command.ts'
import { decimalText, figureText, percentText } from '../../../app/commands/figures.ts'
import { groupingOf, surveyText } from '../../../app/commands/survey-command.ts'
import { displayWidth, fold, tableOf } from '../../../app/commands/table.ts'

function typed(options: Record<string, string[]>): ParsedCommand {
  return { command: 'survey', arguments: {}, options, flags: new Set() }
}

describe('tableOf', () => {
  it('aligns columns, numbers to the right, and leaves no blanks at the end of a line', () => {
    const table = tableOf(
      [{ title: 'name' }, { title: 'n', align: 'right' }, { title: '' }],
      [
        ['é', '1', ''],
        ['long', '100', 'x'],
      ],
      80,
    )
    expect(table).toBe(['name    n', 'é       1', 'long  100  x'].join('\n'))
  })

  it('folds the columns that may be folded where the screen is narrow, and loses no word', () => {
    const words = 'one two three four five six seven eight nine ten eleven twelve'
    const table = tableOf([{ title: 'id' }, { title: 'text', wrap: true }], [['M1', words]], 30)
    expect(Math.max(...table.split('\n').map(displayWidth))).toBeLessThanOrEqual(30)
    expect(
      table
        .replace(/^.*\n/, '')
        .split(/\s+/)
        .filter((word) => word !== 'M1' && word !== ''),
    ).toEqual(words.split(' '))
  })

  it('keeps its columns in line where a word is longer than its share', () => {
    const table = tableOf([{ title: 'file', wrap: true }, { title: 'n' }], [['a-name-without-any-blank.json', '1']], 20)
    const [head, line] = table.split('\n')
    expect(head?.indexOf('n')).toBe(line?.indexOf('1'))
  })

  it('keeps a cell on its line whatever it holds', () => {
    expect(tableOf([{ title: 'a' }], [['x\ny\u001B']], 80)).toBe('a\nx y')
  })
})

describe('fold', () => {
  it('keeps every word in order and no line over the width unless a word is', () => {
    const word = string({ unit: constantFrom('a', 'é', '👩‍🔬'), minLength: 1, maxLength: 9 })
    assert(
      property(array(word, { minLength: 1 }), integer({ min: 9, max: 40 }), (words, width) => {
        const lines = fold(words.join(' '), width)
        expect(lines.join(' ')).toBe(words.join(' '))
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('figures in words', () => {
  it('gives kappas four decimals and percents none', () => {
    expect(figureText(0.58334, null)).toBe('0.5833')
    expect(percentText(68.75)).toBe('69 %')
    expect([percentText(0), percentText(0.4)]).toEqual(['0 %', '<1 %'])
  })

  it('never shows an undefined figure as a number', () => {
    expect(figureText(null, 'no-codes')).toBe('undefined (neither coder used a code)')
    expect(figureText(null, undefined)).toBe('undefined')
    expect(decimalText(null, 2)).toBe('undefined')
    expect(percentText(null)).toBe('undefined')
  })
})

describe('option values', () => {
  it('splits a list at its commas, except at those that belong to a name', () => {
    expect(splitList('Operations, Other\\, please specify,,')).toEqual(['Operations', 'Other, please specify'])
  })

  it('reads --merge as a label and its groups', () => {
    expect(groupingOf(typed({ by: ['Q3'], merge: ['Operations + Other=Operations,Other'] }))).toEqual({
      by: 'Q3',
      merge: [{ label: 'Operations + Other', groups: ['Operations', 'Other'] }],
    })
  })

  it.each(['no equals sign', '=A,B', 'label=', 'label= , '])('refuses --merge %j', (merge) => {
    expect(() => groupingOf(typed({ by: ['Q3'], merge: [merge] }))).toThrow(/--merge takes LABEL=GROUP,GROUP/)
  })

  it('refuses --merge without --by', () => {
    expect(() => groupingOf(typed({ merge: ['A=B,C'] }))).toThrow(/--merge needs --by/)
  })

  it.each(['1.5', 'two', '', '0', '101', '1e1', '0x5'])('refuses %j as a whole number from 1 to 100', (text) => {
    expect(() => integerOption(typed({ top: [text] }), 'top', 1, 100)).toThrow(
      /--top takes a whole number from 1 to 100/,
    )
  })

  it('leaves out what was not given, so that the contract’s defaults apply', () => {
    expect(given({ a: 1, b: undefined })).toEqual({ a: 1 })
  })
})

const summary = {
  n: 4,
  missing: 1,
  counts: [],
  top: { count: 3, percent: 75 },
  mean: 3.25,
  median: 3.5,
  mode: [4],
  sd: 0.957,
  interval: [2.5, 4] as [number, number],
}

describe('texts of answers', () => {
  it('marks a group of fewer than five answers and says what the mark means', () => {
    const items = [
      { id: 'Q7_1', label: 'Metadata', overall: { ...summary, n: 5 }, groups: [{ ...summary, group: 'Operations' }] },
    ]
    const text = surveyText({ name: 's', respondents: 6, scale: ['low', 'high'], items }, 2, 120)
    expect(text).toContain('Operations *')
    expect(text).not.toContain('all *')
    expect(text).toContain('* fewer than 5 answers: read with care.')
    expect(text).toContain('2.50 to 4.00')
  })

  it('shows a figure without answers as undefined', () => {
    const none = {
      ...summary,
      n: 0,
      top: { count: 0, percent: null },
      mean: null,
      median: null,
      sd: null,
      interval: null,
    }
    const items = [{ id: 'Q7_1', label: 'Metadata', overall: none, groups: [] }]
    const text = surveyText({ name: 's', respondents: 1, scale: ['low', 'high'], items }, 2, 120)
    expect(text.match(/undefined/g)).toHaveLength(4)
  })

  it('lists every unaligned turn in full, with its codes', () => {
    const words = 'well '.repeat(200).trim()
    const text = agreementText(
      {
        unit: 'turn',
        share: null,
        subject: 'codings',
        scope: 'transcript',
        between: 'coders',
        harmonised: false,
        seed: 7,
        resamples: 1000,
        groups: [],
        alone: [{ transcript: 'Interview 8', round: 'Round 1', coder: 'C1' }],
        comparisons: [
          {
            transcript: 'Interview 7',
            transcripts: ['Interview 7'],
            round: 'Round 1',
            rounds: ['Round 1', 'Round 1'],
            codebook: { version: null, reason: 'imported' },
            coders: ['C1', 'C2'],
            units: 1,
            codes: 0,
            mappedCodes: 0,
            mergedCodes: 0,
            coded: { either: 0, first: 0, second: 0, uncodedShare: 1 },
            codedAgreement: 1,
            kappaCoded: null,
            kappaPooled: null,
            kappaMean: null,
            alphaJaccard: null,
            alphaMasi: null,
            alphaNominal: null,
            alphaUnitizing: null,
            n: {
              codedAgreement: 1,
              kappaCoded: 1,
              kappaPooled: 0,
              kappaMean: 0,
              alphaNominal: 1,
              alphaJaccard: 1,
              alphaMasi: 1,
              alphaUnitizing: 40,
            },
            withoutInterval: {},
            leftOut: [{ reason: 'unaligned-turns', coder: 'C2', count: 1 }],
            intervals: { codedAgreement: [0.9, 1] },
            reasons: { kappaCoded: 'expected-agreement-is-one', kappaPooled: 'no-codes' },
            perCode: [],
            unaligned: [{ coder: 'C2', number: 12, speaker: 'Ann', text: words, codes: ['a', 'b'] }],
          },
        ],
      },
      100,
    )
    expect(text).toContain(`C2, turn 12 [a; b]: Ann: ${words}`)
    expect(text).toContain('undefined (neither coder used a code)')
    expect(text).toContain('0.9000 to 1.0000')
    expect(text).toContain('seed 7')
    expect(text).toContain('n = 1 turn:')
    expect(text).toContain('Left out: C2: 1 turn that matched no turn of the transcript.')
    expect(text).toContain('one coder alone went through them: Interview 8 (Round 1: C1).')
  })

  it('tells how to fill an empty catalog', () => {
    expect(catalogText({ mismatches: 0, instances: 0, categories: [], open: [], items: [] }, 80)).toContain(
      'axial import mismatches',
    )
  })
})
