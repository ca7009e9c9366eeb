import type { comparison as english } from '../en/comparison.ts'
import type { Translation } from '../translation.ts'

export const comparison: Translation<typeof english> = {
  title: 'Comparaison',
}
