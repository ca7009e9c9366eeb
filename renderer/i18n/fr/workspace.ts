import type { workspace as english } from '../en/workspace.ts'
import type { Translation } from '../translation.ts'

export const workspace: Translation<typeof english> = {
  title: 'x',
}
