import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { AutoCodingPane } from './auto-coding-pane.tsx'
import { SearchPane } from './search-pane.tsx'
import './search.css'

/** The words of the whole study: found, `#/search`, or coded by themselves, `#/search/auto-coding`. */
export default function SearchView() {
  const { t } = useTranslation('search')
  const { args } = useRoute()
  const panes = [
    { id: 'find', title: t('panes.find'), content: <SearchPane /> },
    { id: 'auto-coding', title: t('panes.autoCoding'), content: <AutoCodingPane /> },
  ] as const
  const selected = args[0] === 'auto-coding' ? 'auto-coding' : 'find'
  return (
    <Page title={t('title')}>
      <Tabs
        label={t('title')}
        tabs={panes}
        selected={selected}
        onSelect={(id) => (id === 'find' ? navigate('search') : navigate('search', id))}
      />
    </Page>
  )
}
