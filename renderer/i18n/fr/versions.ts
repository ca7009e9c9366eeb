import type { versions as english } from '../en/versions.ts'
import type { Translation } from '../translation.ts'

export const versions: Translation<typeof english> = {
  title: 'Versions',
}
