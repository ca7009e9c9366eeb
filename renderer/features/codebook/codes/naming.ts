import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'

/** How codes are spoken of: one by its name, several by their number. */
export function useNaming(): (codes: readonly CountedCode[]) => string {
  const { t } = useTranslation('codebook')
  return (codes) => {
    const [only] = codes
    return codes.length === 1 && only !== undefined
      ? t('codes.named', { name: only.name })
      : t('codes.several', { count: codes.length })
  }
}
