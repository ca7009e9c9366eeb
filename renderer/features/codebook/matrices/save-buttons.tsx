import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'

export interface SaveButtonsProps {
  readonly formats: readonly { readonly id: string; readonly label: string; readonly onSave: () => void }[]
}

/** Ways to keep the matrix as a file, and what is in it. */
export function SaveButtons({ formats }: SaveButtonsProps) {
  const { t } = useTranslation('comparison')
  return (
    <fieldset className="row matrices-save">
      <legend className="visually-hidden">{t('matrices.save')}</legend>
      <span className="muted small">{t('matrices.saveNote')}</span>
      {formats.map(({ id, label, onSave }) => (
        <Button key={id} icon={<Download aria-hidden />} label={`${t('matrices.save')} ${label}`} onPress={onSave}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}
