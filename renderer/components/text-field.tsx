import type { RefCallback } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  /** Shown in place of the hint, and marks the field as invalid. */
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly type?: 'text' | 'password' | 'search' | 'number'
  /** More than one line, with this many rows. */
  readonly rows?: number
  /** Names this datalist of suggestions. */
  readonly suggestions?: readonly string[]
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  /** Has the focus when it appears: for the first field of a dialog. */
  readonly takesFocus?: boolean
  readonly hideLabel?: boolean
  readonly className?: string
}

// As soon as it is there: React Aria's own autoFocus waits for transitions to end and may then find the focus gone.
const takeFocus: RefCallback<HTMLElement> = (element) => element?.focus()

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, placeholder, type = 'text', rows, suggestions } = props
  const listId = suggestions === undefined ? undefined : `suggestions-${label.replaceAll(/\W+/g, '-')}`
  return (
    <AriaTextField
      className={['field', props.className].filter(Boolean).join(' ')}
      value={value}
      onChange={onChange}
      type={type}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
    >
      <Label className={props.hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {rows === undefined ? (
        <Input
          ref={props.takesFocus ? takeFocus : null}
          className="input"
          placeholder={placeholder ?? ''}
          {...(listId !== undefined && { list: listId })}
        />
      ) : (
        <TextArea
          ref={props.takesFocus ? takeFocus : null}
          className="input"
          rows={rows}
          placeholder={placeholder ?? ''}
        />
      )}
      {listId !== undefined && (
        <datalist id={listId}>
          {suggestions?.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
