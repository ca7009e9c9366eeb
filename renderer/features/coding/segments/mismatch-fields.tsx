import { TextQuote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_INSTANCES } from '../../../../domain/catalog.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import type { ScreeningForm } from '../../../../domain/screening.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { InstancePicker } from './instance-picker.tsx'
import { instancesIn, placesOf, withPlace, type Places } from './instance-places.ts'

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
  const [held, hold] = useState<Places | null>(null)
  const places = placesOf(instances, held)
  const pickers = Math.min(MAX_INSTANCES, places.length + 1)
  const pick = (index: number, code: CodeId | null) => {
    const next = withPlace(places, index, code)
    hold(next)
    onChange({ instances: instancesIn(next) })
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
            codeId={places[index] ?? null}
            taken={instances}
            isFinished={isFinished}
            onPick={(code) => pick(index, code)}
            onLeave={(to) => {
              if (to === null || to.closest('.instances') === null) hold(null)
            }}
            onRemove={() => {
              hold(null)
              onChange({ instances: instancesIn(withPlace(places, index, null)) })
            }}
          />
        ))}
      </fieldset>
    </>
  )
}
