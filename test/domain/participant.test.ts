import { describe, expect, it } from 'vitest'
import { asId } from '../../domain/ids.ts'
import { attributeNames, attributeValue, attributeValues, type Participant } from '../../domain/participant.ts'

function participant(pseudonym: string, noted: Partial<Participant> = {}): Participant {
  const nothing = { role: null, years: null, organization: null, team: null, attributes: [] }
  return { id: asId(pseudonym), pseudonym, ...nothing, ...noted }
}

const people = [
  participant('P1', { years: 10, attributes: [{ name: 'Size', value: 'small' }] }),
  participant('P2', { years: 9, attributes: [{ name: 'Domain', value: 'retail' }] }),
  participant('P3'),
]

describe('attributes of participants', () => {
  it('are those that at least one has, the standard ones first', () => {
    expect(attributeNames(people)).toEqual(['years', 'Domain', 'Size'])
  })

  it('are null where they are not noted', () => {
    expect(people.map((one) => attributeValue(one, 'Size'))).toEqual(['small', null, null])
    expect(people.map((one) => attributeValue(one, 'role'))).toEqual([null, null, null])
  })

  it('have their numbers in order of size', () => {
    expect(attributeValues(people, 'years')).toEqual(['9', '10'])
  })
})
