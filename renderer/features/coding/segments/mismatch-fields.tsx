import { TextQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MAX_INSTANCES } from '../../../../domain/catalog.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import type { ScreeningForm } from '../../../../domain/screening.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { InstancePicker } from './instance-picker.tsx'

interface MismatchFieldsProps {
  readonly form: ScreeningForm
  readonly isFinished: boolean
  readonly onChange: (change: Partial<ScreeningForm>, when?: 'now' | 'soon') => void
  readonly onTakeWords: () => void
}

/** What is written down of a segment that is a mismatch. */
export function MismatchFields({ form, isFinished, onChange, onTakeWords }: MismatchFieldsProps) {
  const { t } = useTranslation('segments')
  const { quote, description, information, instances } = form
  const pickers = Math.min(MAX_INSTANCES, instances.length + 1)
  const pick = (index: number, code: CodeId | null) => {
    const next = instances.map((one, place) => (place === index ? code : one))
    if (index === instances.length) next.push(code)
    onChange({ instances: [...new Set(next.filter((one) => one !== null))] })
  }
  return (
    <>
      <div className="segment-quote">
        {/* Before the field: who tabs on from the quote types the description, and not keys of the form. */}
        <Button
          variant="quiet"
          icon={<TextQuote aria-hidden />}
          shortcut="T"
          isDisabled={isFinished}
          onPress={onTakeWords}
        >
          {t('takeWords')}
        </Button>
        <TextField
          label={t('quote')}
          rows={4}
          value={quote}
          isDisabled={isFinished}
          onChange={(text) => onChange(text === '' ? { quote: '', quoteSpan: null } : { quote: text }, 'soon')}
        />
      </div>
      <TextField
        label={t('description')}
        rows={2}
        value={description}
        isDisabled={isFinished}
        onChange={(text) => onChange({ description: text }, 'soon')}
      />
      <TextField
        label={t('information')}
        rows={2}
        value={information}
        isDisabled={isFinished}
        onChange={(text) => onChange({ information: text }, 'soon')}
      />
      <fieldset className="instances">
        <legend className="field-label">{t('instances', { most: MAX_INSTANCES })}</legend>
        {Array.from({ length: pickers }, (_, index) => (
          <InstancePicker
            key={index}
            number={index + 1}
            codeId={instances[index] ?? null}
            taken={instances}
            isFinished={isFinished}
            onPick={(code) => pick(index, code)}
          />
        ))}
      </fieldset>
    </>
  )
}
