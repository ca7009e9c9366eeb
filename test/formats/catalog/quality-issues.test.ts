import { describe, expect, it } from 'vitest'
import { parseQualityIssues } from '../../../formats/catalog/quality-issues.ts'

const issue = {
  reference: 'Q01',
  name: 'Missing values',
  description: 'Fields are empty without a reason.',
  phase: 'data-collection',
  facets: [{ facet: 'symptom', text: 'Half of the rows are dropped.' }],
  evidence: [{ interview: 'Interview 2', quote: 'des trous' }],
}

function parse(issues: unknown) {
  return parseQualityIssues('q.json', JSON.stringify({ issues }))
}

describe('quality issues', () => {
  it('are read with their phase, facets and evidence', () => {
    expect(parse([issue])).toEqual([issue])
  })

  it('need no description, facets or evidence', () => {
    const { reference, name, phase } = issue
    expect(parse([{ reference, name, phase }])).toEqual([
      { reference, name, phase, description: '', facets: [], evidence: [] },
    ])
  })

  it.each([
    ['an unknown phase', [{ ...issue, phase: 'lunch' }], 'issues[0].phase'],
    [
      'an unknown facet',
      [issue, { ...issue, reference: 'Q02', facets: [{ facet: 'x', text: 'y' }] }],
      'issues[1].facets[0].facet',
    ],
    ['no name', [{ ...issue, name: ' ' }], 'issues[0].name'],
    ['a reference twice', [issue, issue], 'issues[1].reference'],
    ['none at all', [], 'issues'],
  ])('with %s are refused with the place of the fault', (_, issues, place) => {
    expect(() => parse(issues)).toThrow(place)
  })
})
