import type { participants as english } from '../en/participants.ts'
import type { Translation } from '../translation.ts'

export const participants: Translation<typeof english> = {
  title: 'Participants',
}
