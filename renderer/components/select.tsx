import { Check, ChevronsUpDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'

export interface SelectOption<Value extends string> {
  readonly id: Value
  readonly label: string
  readonly description?: string
  readonly isDisabled?: boolean
}

interface SelectProps<Value extends string> {
  readonly label: string
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string
  readonly hideLabel?: boolean
  readonly isDisabled?: boolean
  readonly className?: string
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, placeholder, hideLabel = false, isDisabled = false, className } = props
  return (
    <AriaSelect
      className={['field', className].filter(Boolean).join(' ')}
      value={value}
      isDisabled={isDisabled}
      placeholder={placeholder ?? '—'}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value">
          {({ selectedText, defaultChildren }) => (selectedText === '' ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronsUpDown aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="listbox">
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className="option"
              isDisabled={option.isDisabled ?? false}
            >
              <Check className="option-check" aria-hidden />
              <span className="option-text">
                <span>{option.label}</span>
                {option.description !== undefined && <span className="option-description">{option.description}</span>}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
