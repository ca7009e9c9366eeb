import type { transcripts as english } from '../en/transcripts.ts'
import type { Translation } from '../translation.ts'

export const transcripts: Translation<typeof english> = {
  title: 'x',
}
