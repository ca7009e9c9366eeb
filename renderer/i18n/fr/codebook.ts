import type { codebook as english } from '../en/codebook.ts'
import type { Translation } from '../translation.ts'

export const codebook: Translation<typeof english> = {
  title: 'Livre de codes',
  panes: {
    codes: 'Arbre des codes',
    comparison: 'Comparaison constante',
    matrices: 'Matrices',
    versions: 'Versions',
  },
}
