import { useTranslation } from 'react-i18next'
import { Select } from '../../../components/select.tsx'
import { navigate, useRoute } from '../../../navigation.ts'
import { useSession } from '../../../session.ts'
import '../comparison/comparison.css'
import { NothingCoded } from '../comparison/nothing-coded.tsx'
import { AttributePane } from './attribute-pane.tsx'
import { CoOccurrencePane } from './co-occurrence-pane.tsx'
import './matrices.css'

const MATRICES = ['co-occurrence', 'attributes'] as const

/** Codes with codes, and codes by who speaks: `#/codebook/matrices/attributes`. */
export function MatricesPane() {
  const { t } = useTranslation('comparison')
  const { args } = useRoute()
  const coderId = useSession((session) => session.coderId)
  const matrix = MATRICES.find((name) => name === args[1]) ?? 'co-occurrence'
  const choice = (
    <Select
      label={t('matrices.matrix')}
      value={matrix}
      options={[
        { id: 'co-occurrence', label: t('matrices.coOccurrence') },
        { id: 'attributes', label: t('matrices.byAttribute') },
      ]}
      onChange={(id) => navigate('codebook', 'matrices', id)}
    />
  )
  if (coderId === null) return <NothingCoded />
  return matrix === 'attributes' ? <AttributePane choice={choice} /> : <CoOccurrencePane choice={choice} />
}
