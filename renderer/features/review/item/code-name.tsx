import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import type { CodeId } from '../../../../domain/ids.ts'

/** A code of an item, by its path and colour. */
export function CodeName({ detail, id }: { readonly detail: ReviewItemDetail; readonly id: CodeId }) {
  const code = detail.codes.find((one) => one.id === id)
  if (code === undefined) return null
  return (
    <span className="review-code">
      <span className={`swatch code-colour-${code.colour}`} aria-hidden />
      <span>{code.path}</span>
    </span>
  )
}
