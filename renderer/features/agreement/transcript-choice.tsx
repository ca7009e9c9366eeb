import { ChevronsUpDown } from 'lucide-react'
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as PlainButton } from '../../components/button.tsx'

interface TranscriptChoiceProps {
  readonly names: readonly string[]
  /** Empty stands for all. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Which transcripts are compared: all of them unless some are chosen. */
export function TranscriptChoice({ names, chosen, onChange }: TranscriptChoiceProps) {
  const { t } = useTranslation('agreement')
  const text =
    chosen.length === 0
      ? t('question.allTranscripts', { count: names.length })
      : t('question.someTranscripts', { some: chosen.length, all: names.length })
  return (
    <div className="field">
      <span className="field-label" id="agreement-transcripts">
        {t('question.transcripts')}
      </span>
      <DialogTrigger>
        <Button className="select-button" aria-label={`${t('question.transcripts')}: ${text}`}>
          <span className="select-value">{text}</span>
          <ChevronsUpDown aria-hidden />
        </Button>
        <Popover className="popover" offset={4} placement="bottom start">
          <Dialog className="agreement-choice" aria-label={t('question.chooseTranscripts')}>
            <ListBox
              className="listbox"
              aria-label={t('question.chooseTranscripts')}
              selectionMode="multiple"
              selectedKeys={chosen.length === 0 ? names : chosen}
              onSelectionChange={(keys) => {
                const kept = keys === 'all' ? names : names.filter((name) => keys.has(name))
                onChange(kept.length === names.length ? [] : kept)
              }}
            >
              {names.map((name) => (
                <ListBoxItem key={name} id={name} textValue={name} className="option">
                  <Check className="option-check" aria-hidden />
                  {name}
                </ListBoxItem>
              ))}
            </ListBox>
            <PlainButton variant="quiet" isDisabled={chosen.length === 0} onPress={() => onChange([])}>
              {t('question.everyTranscript')}
            </PlainButton>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}
