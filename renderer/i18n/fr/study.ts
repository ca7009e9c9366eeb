import type { study as english } from '../en/study.ts'
import type { Translation } from '../translation.ts'

export const study: Translation<typeof english> = {
  title: 'x',
}
