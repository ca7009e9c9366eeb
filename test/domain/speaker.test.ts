import { describe, expect, it } from 'vitest'
import { isInterviewer } from '../../domain/speaker.ts'

describe('one who asks', () => {
  it.each([
    'Interviewer',
    'Interviewer 2',
    'INTERVIEWER1',
    'Intervieweuse',
    'Intervieweur (Marie)',
    'Enquêtrice',
    'Q',
    'I',
    'I2',
    'Moderator',
    'Chercheuse',
  ])('is called %s', (label) => expect(isInterviewer(label)).toBe(true))

  it.each(['Interviewee', 'Interviewé', 'Interviewée 2', 'P7a', 'Ines', 'Quentin', 'Participant', 'Répondant', null])(
    'is not called %s',
    (label) => expect(isInterviewer(label)).toBe(false),
  )
})
