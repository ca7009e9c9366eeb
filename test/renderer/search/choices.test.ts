import { describe, expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import { filtersOf, isLimiting, NO_CHOICES, speakerChoice } from '../../../renderer/features/search/choices.ts'

const code = asId<'code'>('00000000-0000-7000-8000-000000000001')

describe('the filters chosen', () => {
  it('leave out nothing where nothing is chosen', () => {
    expect([filtersOf(NO_CHOICES), isLimiting(NO_CHOICES)]).toEqual([{}, false])
  })

  it('leave out nothing while an attribute has no value', () => {
    const choices = { ...NO_CHOICES, attribute: 'role' }
    expect([filtersOf(choices), isLimiting(choices)]).toEqual([{}, false])
  })

  it('name a speaker by the whole label, whatever stands in it', () => {
    const speaker = speakerChoice('speaker:P1: the first')
    expect(filtersOf({ ...NO_CHOICES, speaker })).toEqual({ speakers: ['P1: the first'] })
  })

  it('ask for those who answer or those who ask', () => {
    expect(filtersOf({ ...NO_CHOICES, speaker: speakerChoice('interviewers') })).toEqual({ who: 'interviewers' })
    expect(speakerChoice('any')).toBeNull()
  })

  it('take a code alone as coded with it, and “not coded” with a code as outside of what it covers', () => {
    expect(filtersOf({ ...NO_CHOICES, code })).toEqual({ codes: [{ codeId: code, isCoded: true }] })
    expect(filtersOf({ ...NO_CHOICES, code, coded: 'uncoded' })).toEqual({ codes: [{ codeId: code, isCoded: false }] })
    expect(filtersOf({ ...NO_CHOICES, coded: 'uncoded' })).toEqual({ coded: 'uncoded' })
  })
})
