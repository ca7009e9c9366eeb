import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { ToHarmonising } from '../../components/to-harmonising.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { CodesPane } from './codes/codes-pane.tsx'
import { ComparisonPane } from './comparison/comparison-pane.tsx'
import { MatricesPane } from './matrices/matrices-pane.tsx'
import { VersionsPane } from './versions/versions-pane.tsx'

/** The codes of the study, what was coded with them, and how they changed: `#/codebook/PANE/…`. */
export default function CodebookView() {
  const { t } = useTranslation('codebook')
  const { args } = useRoute()
  const panes = [
    { id: 'codes', title: t('panes.codes'), content: <CodesPane /> },
    { id: 'comparison', title: t('panes.comparison'), content: <ComparisonPane /> },
    { id: 'matrices', title: t('panes.matrices'), content: <MatricesPane /> },
    { id: 'versions', title: t('panes.versions'), content: <VersionsPane /> },
  ]
  const selected = panes.find(({ id }) => id === args[0])?.id ?? 'codes'
  return (
    <Page title={t('title')} actions={<ToHarmonising />}>
      <Tabs label={t('title')} tabs={panes} selected={selected} onSelect={(id) => navigate('codebook', id)} />
    </Page>
  )
}
