import type { coding as english } from '../en/coding.ts'
import type { Translation } from '../translation.ts'

export const coding: Translation<typeof english> = {
  title: 'Codage',
}
