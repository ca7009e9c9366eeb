import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function MemosView() {
  const { t } = useTranslation('memos')
  return <Page title={t('title')}>{null}</Page>
}
