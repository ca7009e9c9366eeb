import type { memos as english } from '../en/memos.ts'
import type { Translation } from '../translation.ts'

export const memos: Translation<typeof english> = {
  title: 'Mémos',
}
