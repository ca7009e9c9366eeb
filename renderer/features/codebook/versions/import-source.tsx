import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../../app/contract.ts'
import { Button } from '../../../components/button.tsx'
import { FilePicker } from '../../../components/file-picker.tsx'
import { TEXT_LIMIT_MB } from '../../../components/read-files.ts'
import { Select } from '../../../components/select.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { ask, useSession } from '../../../session.ts'

type Source = Input<'codebook.import'>['source']

interface ImportSourceProps {
  readonly isWorking: boolean
  readonly onChoose: (source: Source) => void
}

/** Where codes are imported from: a file, or another study on this machine. */
export function ImportSource({ isWorking, onChoose }: ImportSourceProps) {
  const { t } = useTranslation('versions')
  const [from, setFrom] = useState<Source['from']>('file')
  const file = (
    <div className="stack">
      <p className="muted">{t('importing.fileExplain')}</p>
      <FilePicker
        accept={['.csv', '.tsv', '.txt', '.xlsx', '.json']}
        limitMb={TEXT_LIMIT_MB}
        isDisabled={isWorking}
        hint={t('importing.fileHint', { limit: TEXT_LIMIT_MB })}
        onFiles={([chosen]) => chosen !== undefined && onChoose({ from: 'file', file: chosen })}
      />
    </div>
  )
  return (
    <Tabs
      label={t('importing.from')}
      selected={from}
      onSelect={setFrom}
      tabs={[
        { id: 'file', title: t('importing.file'), content: file },
        {
          id: 'study',
          title: t('importing.study'),
          content: <OtherStudy isWorking={isWorking} onChoose={onChoose} />,
        },
      ]}
    />
  )
}

const ELSEWHERE = 'elsewhere'

/** A study of the studies folder, or one by its path; its passphrase where it has one. */
function OtherStudy({ isWorking, onChoose }: ImportSourceProps) {
  const { t } = useTranslation('versions')
  const open = useSession((session) => session.study?.path)
  const desktop = useSession((session) => session.desktop)
  const [studies, setStudies] = useState<Output<'workspace.studies'>>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [passphrase, setPassphrase] = useState('')
  useEffect(() => {
    const read = async () => setStudies((await ask('workspace.studies', {})) ?? [])
    void read()
  }, [])
  const others = studies.filter(({ path }) => path !== open)
  const place = chosen ?? others[0]?.path ?? ELSEWHERE
  const path = place === ELSEWHERE ? typed.trim() : place
  const browse = async () => {
    const found = (await desktop?.chooseStudy()) ?? null
    if (found !== null) {
      setChosen(ELSEWHERE)
      setTyped(found)
    }
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (path !== '') onChoose({ from: 'study', path, ...(passphrase !== '' && { passphrase }) })
      }}
    >
      <p className="muted">{t('importing.studyExplain')}</p>
      {others.length > 0 && (
        <Select
          label={t('importing.studies')}
          value={place}
          onChange={setChosen}
          options={[
            ...others.map(({ path, name }) => ({ id: path, label: name, description: path })),
            { id: ELSEWHERE, label: t('importing.elsewhere') },
          ]}
        />
      )}
      {place === ELSEWHERE && (
        <div className="versions-path">
          <TextField label={t('importing.path')} value={typed} onChange={setTyped} className="grow" />
          {desktop !== null && (
            <Button icon={<FolderOpen aria-hidden />} onPress={() => void browse()}>
              {t('importing.choose')}
            </Button>
          )}
        </div>
      )}
      <TextField
        label={t('importing.passphrase')}
        hint={t('importing.passphraseHint')}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className="row row-end">
        <Button type="submit" variant="primary" isDisabled={isWorking || path === ''}>
          {t('importing.look')}
        </Button>
      </div>
    </form>
  )
}
