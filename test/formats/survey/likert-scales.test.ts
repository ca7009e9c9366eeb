import { describe, expect, it } from 'vitest'
import { columnsOf, read, type Rows } from './survey-tables.ts'

describe('a survey', () => {
  const people = (answers: Rows): Rows => [
    ['Role', 'A', 'B'],
    ...answers.map((row, index) => [index % 2 === 0 ? 'x' : 'y', ...row]),
  ]
  const scaleOf = async (answers: Rows) => (await read(people(answers))).scale

  it('may be rated in bare numbers, the scale reaching to its usual end', async () => {
    expect(
      await scaleOf([
        ['1', '4'],
        ['2', '3'],
        ['4', '4'],
        ['2', '2'],
      ]),
    ).toEqual(['1', '2', '3', '4', '5'])
    expect(
      await scaleOf([
        ['0', '10'],
        ['7', '3'],
      ]),
    ).toHaveLength(11)
  })

  it('may be rated in numbers with labels, put in the order of the numbers', async () => {
    const labels = ['5 - Vital', '1 - Useless', '3 - Fair']
    expect(await scaleOf(labels.map((label) => [label, '2']))).toEqual([
      '1 - Useless',
      '2',
      '3 - Fair',
      '4',
      '5 - Vital',
    ])
  })

  it.each([
    [
      ['Très important', 'Peu important', 'Pas important'],
      ['Pas important', 'Peu important', 'Important', 'Très important'],
    ],
    [
      ['Tout à fait d’accord', "Plutôt d'accord", 'Pas du tout d’accord', "Plutôt pas d'accord"],
      ['Pas du tout d’accord', "Plutôt pas d'accord", "Plutôt d'accord", 'Tout à fait d’accord'],
    ],
    [
      ['Extremely likely', 'Somewhat unlikely', 'Neither likely nor unlikely'],
      ['Extremely unlikely', 'Somewhat unlikely', 'Neither likely nor unlikely', 'Somewhat likely', 'Extremely likely'],
    ],
    [
      ['Somewhat satisfied', 'Extremely dissatisfied', 'Neither satisfied nor dissatisfied'],
      [
        'Very dissatisfied',
        'Dissatisfied',
        'Neither satisfied nor dissatisfied',
        'Somewhat satisfied',
        'Very satisfied',
      ].with(0, 'Extremely dissatisfied'),
    ],
    [
      ['Excellent', 'Poor', 'Very good'],
      ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'],
    ],
  ])('rated %j has its scale in order, lowest first', async (labels, scale) => {
    expect(await scaleOf(labels.map((label) => [label, label]))).toEqual(scale)
  })

  it('uses the scale of most columns, and tells of columns rated on another one', async () => {
    const survey = await read([
      ['A', 'B', 'C', 'D', 'E'],
      ['Important', 'Very Important', 'Not Important', 'Often', 'Never'],
      ['Very Important', 'Important', 'Important', 'Never', 'Often'],
    ])
    expect(survey.items.map(({ column }) => column)).toEqual(['A', 'B', 'C'])
    expect(columnsOf(survey.ignored)[0]).toMatch(/^D: rated on another scale \(Never/)
    expect(survey.ignored).toHaveLength(2)
  })
})
