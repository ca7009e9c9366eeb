import { useState, type ReactNode } from 'react'
import { TextField } from '../../../components/text-field.tsx'

interface DraftFieldProps {
  readonly label: string
  readonly value: string
  /** Saves what was typed. False where it was refused: what was typed then stays. */
  readonly onSave: (value: string) => Promise<boolean>
  readonly rows?: number
  readonly hint?: string
  readonly error?: string | undefined
  readonly className?: string
  /** Stands under the field while what is typed differs from what is saved. */
  readonly preview?: ReactNode
  readonly onType?: () => void
}

/** A field that saves when one leaves it; a one-line field on Enter too. Escape goes back to what is saved. */
export function DraftField({ value, onSave, rows, preview, onType, ...field }: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const isTyped = draft !== null && draft !== value
  const save = async () => {
    if (!isTyped || (await onSave(draft))) setDraft(null)
  }
  return (
    <div
      className={field.className}
      onBlurCapture={(event) => !event.currentTarget.contains(event.relatedTarget) && void save()}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter' && rows === undefined) void save()
        else if (event.key === 'Escape' && draft !== null) {
          setDraft(null)
          onType?.()
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <TextField
        label={field.label}
        value={draft ?? value}
        onChange={(typed) => {
          setDraft(typed)
          onType?.()
        }}
        {...(rows !== undefined && { rows })}
        {...(field.hint !== undefined && { hint: field.hint })}
        error={field.error}
      />
      {isTyped && preview}
    </div>
  )
}
