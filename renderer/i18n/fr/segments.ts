import type { segments as english } from '../en/segments.ts'
import type { Translation } from '../translation.ts'

export const segments: Translation<typeof english> = {
  title: 'Segments',
}
