import type { survey as english } from '../en/survey.ts'
import type { Translation } from '../translation.ts'

export const survey: Translation<typeof english> = {
  title: 'Enquête',
}
