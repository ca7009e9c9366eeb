import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'

/** Said where a comparison failed or was cancelled, with the way to begin it again. */
export function Unfinished({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('harmonising')
  return (
    <div className="callout harmonising-unfinished">
      <p>{t('unfinished')}</p>
      <Button onPress={onAgain}>{t('again')}</Button>
    </div>
  )
}
