import type { agreement as english } from '../en/agreement.ts'
import type { Translation } from '../translation.ts'

export const agreement: Translation<typeof english> = {
  title: 'Accord',
}
