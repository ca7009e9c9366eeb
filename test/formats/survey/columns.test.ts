import { describe, expect, it } from 'vitest'
import { remarkIn } from '../../../domain/remarks.ts'
import { columnsOf, read } from './survey-tables.ts'

describe('the columns of a plain table', () => {
  it('that identify people are found by their values where the headers say nothing', async () => {
    const survey = await read([
      ['A', 'B', 'C1', 'C2', 'C3'],
      ['Good', 'Poor', 'x@example.org', '203.0.113.7', '45.50170'],
      ['Poor', 'Excellent', 'n/a', '203.0.113.8', '-73.56730'],
      ['Good', 'Good', '', '203.0.113.8', '45.50169'],
    ])
    expect(columnsOf(survey.leftOut)).toEqual([
      'C1: e-mail address, by its values',
      'C2: IP address, by its values',
      'C3: location, by its values',
    ])
  })

  it('takes a rated statement for an item though it speaks of e-mail or of consent', async () => {
    const survey = await read([
      ['E-mail reaches the right people', 'We ask for consent', 'Your e-mail'],
      ['Agree', 'Disagree', 'x'],
      ['Disagree', 'Strongly agree', 'y'],
    ])
    expect(survey.items).toHaveLength(2)
    expect(survey.leftOut.map(({ column }) => column)).toEqual(['Your e-mail'])
  })

  it('takes the agreement to take part for the question of consent, not for an attribute', async () => {
    const survey = await read([
      ['I have read the text and agree to take part.', 'Role', 'A', 'B'],
      ['Yes', 'x', 'Agree', 'Disagree'],
      ['Yes', 'x', 'Disagree', 'Agree'],
      ['No', 'y', 'Agree', 'Agree'],
    ])
    expect(survey.attributes.map(({ column }) => column)).toEqual(['Role'])
    expect(survey.respondents).toHaveLength(2)
    expect(survey.skipped.map((remark) => remarkIn(remark, 'en'))).toEqual(['row 4: consent was refused'])
  })

  it('keeps columns of one name apart', async () => {
    const survey = await read([
      ['Q', 'Q', 'Role'],
      ['Agree', 'Disagree', 'x'],
      ['Disagree', 'Agree', 'x'],
      ['Agree', 'Agree', 'y'],
    ])
    expect(survey.items).toEqual([
      { column: 'Q', label: 'Q: Q' },
      { column: 'Q (2)', label: 'Q (2): Q' },
    ])
  })

  it('keeps answers that look like formulas as they are', async () => {
    const survey = await read([
      ['A', 'B', 'Role'],
      ['Agree', 'Disagree', '=1+1'],
      ['Disagree', 'Agree', '=1+1'],
      ['Agree', 'Agree', '@x'],
    ])
    expect(survey.respondents.map(({ attributes }) => attributes['Role'])).toEqual(['=1+1', '=1+1', '@x'])
  })

  it('takes a cell of a hundred thousand letters for free text', async () => {
    const survey = await read([
      ['A', 'B', 'Note'],
      ['Agree', 'Disagree', 'x'.repeat(100_000)],
      ['Agree', 'Agree', ''],
    ])
    expect(columnsOf(survey.ignored)).toEqual(['Note: free text'])
  })
})
