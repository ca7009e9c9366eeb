interface OptionalTextProps {
  readonly text: string | null
  /** What a screen reader says where there is none: “not given”. A dash is drawn. */
  readonly absent: string
}

/** A text of a table's cell that may be missing. */
export function OptionalText({ text, absent }: OptionalTextProps) {
  if (text !== null && text !== '') return text
  return (
    <span className="muted">
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{absent}</span>
    </span>
  )
}
