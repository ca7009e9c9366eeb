import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatrixRow } from '../../../../app/contract/comparison.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { PassageQuote } from '../../../components/passage-quote.tsx'
import { navigate } from '../../../navigation.ts'
import { useRead } from '../../../use-read.ts'
import { BasisLine } from '../comparison/basis-line.tsx'
import { Pager } from '../comparison/pager.tsx'
import { Provenance } from '../comparison/provenance.tsx'
import type { AskedScope } from '../comparison/scope.ts'

interface PassagesDialogProps {
  readonly scope: AskedScope
  readonly row: MatrixRow
  /** Only with participants of this value of an attribute; null: with everyone. */
  readonly of: { readonly attribute: string; readonly value: string | null } | null
  readonly onClose: () => void
}

/** The passages that count in a row of a matrix, or in one of its cells. */
export function PassagesDialog({ scope, row, of, onClose }: PassagesDialogProps) {
  const { t } = useTranslation('comparison')
  const [page, setPage] = useState(0)
  const within = of === null ? [] : [{ name: of.attribute, values: [of.value] }]
  const { value } = useRead('comparison.read', {
    ...scope,
    attributes: [...scope.attributes, ...within],
    codes: row.members,
    page,
    pageSize: 20,
  })
  const title =
    of === null
      ? t('matrices.passagesTitle', { code: row.label })
      : t('matrices.passagesOf', { code: row.label, value: of.value ?? t('scope.notNoted') })
  return (
    <Dialog
      title={title}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <Button
          onPress={() => {
            onClose()
            navigate('codebook', 'comparison', row.id)
          }}
        >
          {t('matrices.compare', { code: row.label })}
        </Button>
      }
    >
      {value !== null && (
        <>
          <BasisLine basis={value.basis} />
          {value.basis.codings === 0 && <p>{t('matrices.passagesNone')}</p>}
          <ol className="matrices-pairs">
            {value.groups.flatMap(({ shown }) =>
              shown.map((coding) => (
                <li key={coding.id} className="matrices-half">
                  <PassageQuote passage={coding.passage} />
                  <span>
                    <Provenance coding={coding} />
                  </span>
                </li>
              )),
            )}
          </ol>
          <Pager page={page} pages={value.pages} onTurn={setPage} />
        </>
      )}
    </Dialog>
  )
}
