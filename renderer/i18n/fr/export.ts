import type { exports as english } from '../en/export.ts'
import type { Translation } from '../translation.ts'

export const exports: Translation<typeof english> = {
  title: 'x',
}
