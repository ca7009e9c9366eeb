import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

interface ExplainedHeadingProps {
  readonly title: string
  readonly name: string
  /** One sentence, shown on hover and on focus. */
  readonly meaning: string
  readonly sort: 'none' | 'ascending' | 'descending'
  readonly onSort: () => void
}

/** A column's heading that sorts when pressed and says in a sentence what the figure is. */
export function ExplainedHeading({ title, name, meaning, sort, onSort }: ExplainedHeadingProps) {
  const { t } = useTranslation('agreement')
  return (
    <th scope="col" className="cell-end" aria-sort={sort}>
      <TooltipTrigger delay={300} closeDelay={100}>
        <Button
          className="sort-button agreement-explained"
          aria-label={t('table.sortBy', { column: `${title} (${name})` })}
          onPress={onSort}
        >
          {sort === 'descending' ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />}
          {title}
        </Button>
        <Tooltip className="tooltip agreement-tooltip" placement="top" offset={6}>
          <strong>{name}</strong>
          <span>{meaning}</span>
        </Tooltip>
      </TooltipTrigger>
    </th>
  )
}
