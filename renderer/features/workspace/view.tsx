import './workspace.css'
import { ArrowLeft, FolderOpen, LibraryBig, PackageOpen, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PacketStudyDialog } from '../../components/packet-study-dialog.tsx'
import { Page } from '../../components/page.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ask, chooseStudy, useSession } from '../../session.ts'
import { CreateDialog } from './create-dialog.tsx'
import { OpenByPath } from './open-by-path.tsx'
import { openStudy } from './open-study.ts'
import { PassphraseDialog } from './passphrase-dialog.tsx'

type Studies = Output<'workspace.studies'>

/** The studies to choose from, shown while none is open and when another is wanted. */
export default function WorkspaceView() {
  const { t } = useTranslation('workspace')
  const { t: common } = useTranslation()
  const folder = useSession((session) => session.folder)
  const study = useSession((session) => session.study)
  const desktop = useSession((session) => session.desktop)
  const wanted = useSession((session) => session.choosingStudy)
  const [studies, setStudies] = useState<Studies | null>(null)
  const [isCreating, setCreating] = useState(wanted === 'new')
  const [locked, setLocked] = useState<string | null>(null)
  const [isOpeningPacket, setOpeningPacket] = useState(false)

  useEffect(() => {
    document.title = `${t('title')} · Axial`
  }, [t])

  useEffect(() => {
    const read = async () => setStudies(await ask('workspace.studies', {}))
    void read()
  }, [])

  const open = async (path: string) => {
    if (path === study?.path) return chooseStudy(null)
    if ((await openStudy(path)) === 'needs-passphrase') setLocked(path)
  }
  const openFile = async () => {
    const path = await desktop?.chooseStudy()
    if (path) await open(path)
  }
  const newButton = (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <main className="workspace">
      {study !== null && (
        <Button variant="quiet" icon={<ArrowLeft aria-hidden />} onPress={() => chooseStudy(null)}>
          {t('back', { title: study.title })}
        </Button>
      )}
      <Page
        title={t('title')}
        description={t('description')}
        actions={studies?.length || study !== null ? newButton : null}
      >
        {studies?.length === 0 && study === null && (
          <EmptyState icon={<LibraryBig aria-hidden />} title={t('none')} actions={newButton}>
            {t('noneAdvice', { folder })}
          </EmptyState>
        )}
        {studies !== null && studies.length > 0 && (
          <StudyList
            studies={studies}
            folder={folder}
            current={study?.path ?? null}
            onOpen={(path) => void open(path)}
          />
        )}
        <div className="section workspace-elsewhere">
          {desktop === null ? (
            <OpenByPath onOpen={(path) => void open(path)} />
          ) : (
            <Button icon={<FolderOpen aria-hidden />} onPress={() => void openFile()}>
              {t('openFile')}
            </Button>
          )}
          <Button icon={<PackageOpen aria-hidden />} onPress={() => setOpeningPacket(true)}>
            {common('packetStudy.button')}
          </Button>
        </div>
      </Page>
      {isOpeningPacket && <PacketStudyDialog onClose={() => setOpeningPacket(false)} />}
      {isCreating && <CreateDialog onClose={() => setCreating(false)} />}
      {locked !== null && <PassphraseDialog path={locked} onClose={() => setLocked(null)} />}
    </main>
  )
}

interface StudyListProps {
  readonly studies: Studies
  readonly folder: string
  /** The path of the study that is open. */
  readonly current: string | null
  readonly onOpen: (path: string) => void
}

function StudyList({ studies, folder, current, onOpen }: StudyListProps) {
  const { t } = useTranslation('workspace')
  const format = useFormat()
  return (
    <section className="section" aria-labelledby="studies-in-folder">
      <h2 id="studies-in-folder" className="field-label workspace-folder">
        {t('list', { folder })}
      </h2>
      <ul className="workspace-list">
        {studies.map(({ path, name, modifiedAt }) => (
          <li key={path}>
            <Button variant="quiet" className="workspace-study" onPress={() => onOpen(path)}>
              <span className="grow truncate">{name}</span>
              {path === current && <span className="tag tag-success">{t('openNow')}</span>}
              <span className="muted small">{t('changed', { when: format.dateTime(modifiedAt) })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
