import { Check, ChevronsUpDown } from 'lucide-react'
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'

interface MultiChoiceProps {
  readonly label: string
  /** What is chosen, in words. */
  readonly text: string
  readonly sections: readonly {
    readonly id: string
    /** Empty where there is one section only. */
    readonly title: string
    readonly options: readonly { readonly id: string; readonly label: string }[]
  }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of things out of a list; none chosen stands for all. */
export function MultiChoice({ label, text, sections, chosen, onChange }: MultiChoiceProps) {
  const { t } = useTranslation('comparison')
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <DialogTrigger>
        <AriaButton className="select-button" aria-label={`${label}: ${text}`}>
          <span className="select-value">{text}</span>
          <ChevronsUpDown aria-hidden />
        </AriaButton>
        <Popover className="popover" offset={4} placement="bottom start">
          <Dialog className="codebook-choice" aria-label={label}>
            <ListBox
              className="listbox"
              aria-label={label}
              selectionMode="multiple"
              selectedKeys={chosen}
              onSelectionChange={(keys) => onChange(keys === 'all' ? [] : [...keys].map(String))}
            >
              {sections.map((section) => (
                <ListBoxSection key={section.id} id={section.id} {...(section.title === '' && { 'aria-label': label })}>
                  {section.title !== '' && <Header className="codebook-choice-header">{section.title}</Header>}
                  {section.options.map((option) => (
                    <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="option">
                      <Check className="option-check" aria-hidden />
                      {option.label}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
            <Button variant="quiet" isDisabled={chosen.length === 0} onPress={() => onChange([])}>
              {t('scope.clear')}
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}
