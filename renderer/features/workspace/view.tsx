import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function WorkspaceView() {
  const { t } = useTranslation('workspace')
  return <Page title={t('title')}>{null}</Page>
}
