import { Check } from 'lucide-react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import type { ReactNode } from 'react'

interface CheckboxProps {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  /** Where `children` does not say enough by itself. */
  readonly label?: string
}

export function Checkbox({ children, isSelected, onChange, isDisabled = false, label }: CheckboxProps) {
  return (
    <AriaCheckbox
      className="checkbox"
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(label !== undefined && { 'aria-label': label })}
    >
      <span className="checkbox-box" aria-hidden="true">
        <Check strokeWidth={3} />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}
