import './study.css'
import { LockKeyhole, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { catchFocus } from '../../focus.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { Counts } from './counts.tsx'
import { NextStep } from './next-step.tsx'
import { Coders } from './coders.tsx'
import { CodingProgress } from './coding-progress.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { Rounds } from './rounds.tsx'

/** The study at a glance: what to do next, what is in it, how far the coding has come, and who codes. */
export default function StudyView() {
  const { t } = useTranslation('study')
  const study = useSession((session) => session.study)
  const info = useSession((session) => session.info)
  const coderId = useSession((session) => session.coderId)
  const { args } = useRoute()
  const progress = useRead('study.progress', coderId === null ? null : { coderId })
  const [isRenaming, setRenaming] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const isAsked = args[0] === 'coders'
  const addCoder = (isWanted: boolean) => {
    setAdding(isWanted)
    if (!isWanted && isAsked) {
      navigate('study')
      // It was not opened by a button of this screen, which could have the focus back.
      catchFocus(['#page-heading'])
    }
  }
  if (study === null || info === null) return null
  const nextStep = coderId === null ? 'add-coder' : progress.value?.nextStep
  return (
    <Page
      title={info.title}
      description={
        <span className="study-file">
          {study.encrypted && <LockKeyhole size={14} aria-hidden />}
          {study.encrypted && <span className="visually-hidden">{t('encrypted')}</span>}
          <span>{study.path}</span>
        </span>
      }
      actions={<IconButton label={t('rename')} icon={<Pencil aria-hidden />} onPress={() => setRenaming(true)} />}
    >
      {nextStep !== undefined && <NextStep step={nextStep} onAddCoder={() => addCoder(true)} />}
      <Counts info={info} />
      {progress.value !== null && progress.value.transcripts.length > 0 && (
        <CodingProgress transcripts={progress.value.transcripts} />
      )}
      <div className="study-people">
        <Coders isAdding={isAdding || isAsked} onAdding={addCoder} />
        <Rounds />
      </div>
      <RenameDialog title={info.title} isOpen={isRenaming} onClose={() => setRenaming(false)} />
    </Page>
  )
}
