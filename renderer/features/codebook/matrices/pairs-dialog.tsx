import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedCoding, MatrixRow, RelationChoice } from '../../../../app/contract/comparison.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { PassageQuote } from '../../../components/passage-quote.tsx'
import { useRead } from '../../../use-read.ts'
import { Pager } from '../comparison/pager.tsx'
import { Provenance } from '../comparison/provenance.tsx'
import type { AskedScope } from '../comparison/scope.ts'
import { useCodes } from '../../../components/known-codes.ts'

interface PairsDialogProps {
  readonly scope: AskedScope
  readonly relation: RelationChoice
  readonly first: MatrixRow
  readonly second: MatrixRow
  readonly onClose: () => void
}

/** The passages behind a cell: each two codings that belong together, with their places. */
export function PairsDialog({ scope, relation, first, second, onClose }: PairsDialogProps) {
  const { t } = useTranslation('comparison')
  const [page, setPage] = useState(0)
  const { value } = useRead('matrices.pairs', {
    ...scope,
    relation,
    first: first.members,
    second: second.members,
    page,
    pageSize: 20,
  })
  return (
    <Dialog
      title={t('matrices.pairsTitle', { first: first.label, second: second.label })}
      isOpen
      isWide
      onClose={onClose}
    >
      {value !== null && (
        <>
          <p className="muted figures">
            {value.pairs === 0 ? t('matrices.pairsNone') : t('matrices.pairs', { count: value.pairs })}
          </p>
          <ol className="matrices-pairs">
            {value.shown.map((pair) => (
              <Pair key={`${pair.first.id} ${pair.second.id}`} {...pair} />
            ))}
          </ol>
          <Pager page={page} pages={value.pages} onTurn={setPage} />
        </>
      )}
    </Dialog>
  )
}

/** Both codings; on the very same words they are shown once. */
function Pair({ first, second }: { readonly first: ComparedCoding; readonly second: ComparedCoding }) {
  const isSame = first.passage.start === second.passage.start && first.passage.end === second.passage.end
  return (
    <li className="matrices-pair">
      <Half codings={isSame ? [first, second] : [first]} />
      {!isSame && <Half codings={[second]} />}
    </li>
  )
}

function Half({ codings }: { readonly codings: readonly ComparedCoding[] }) {
  const { labelOf, colourOf } = useCodes()
  const [coding] = codings
  if (coding === undefined) return null
  return (
    <div className="matrices-half">
      <div className="row small">
        {codings.map(({ id, codeId }) => (
          <span key={id} className="codebook-code">
            <span className={`swatch code-colour-${colourOf(codeId)}`} aria-hidden />
            {labelOf(codeId)}
          </span>
        ))}
        <Provenance coding={coding} />
      </div>
      <PassageQuote passage={coding.passage} />
    </div>
  )
}
