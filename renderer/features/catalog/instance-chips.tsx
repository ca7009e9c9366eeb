import type { CatalogItem } from './search.ts'

/** What a mismatch is about, up to three elements. `isShort` names the category by its abbreviation. */
export function InstanceChips({
  instances,
  isShort = false,
}: {
  readonly instances: CatalogItem['instances']
  readonly isShort?: boolean
}) {
  return (
    <span className="catalog-chips">
      {instances.map(({ category, categoryName, subcategory }) => (
        <span key={`${category} ${subcategory ?? ''}`} className="tag" title={categoryName}>
          <span className="catalog-chip-category">{isShort ? category : categoryName}</span>
          {subcategory !== null && <span>{subcategory}</span>}
        </span>
      ))}
    </span>
  )
}
