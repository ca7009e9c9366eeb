import type { catalog as english } from '../en/catalog.ts'
import type { Translation } from '../translation.ts'

export const catalog: Translation<typeof english> = {
  title: 'Catalogue',
}
