import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedParticipant } from '../../../../app/contract/participants.ts'
import { attributeNames, attributeValues, STANDARD_ATTRIBUTES } from '../../../../domain/participant.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { announce, ask, useSession } from '../../../session.ts'

interface ParticipantDialogProps {
  /** Null: a new one. */
  readonly participant: ListedParticipant | null
  /** Everyone of the study: their attributes and values are suggested. */
  readonly others: readonly ListedParticipant[]
  readonly onClose: () => void
}

interface Line {
  readonly key: number
  readonly name: string
  readonly value: string
}

/** What the study notes of a participant. */
export function ParticipantDialog({ participant, others, onClose }: ParticipantDialogProps) {
  const { t } = useTranslation('participants')
  const coderId = useSession((session) => session.coderId)
  const [pseudonym, setPseudonym] = useState(participant?.pseudonym ?? '')
  const [standard, setStandard] = useState({
    role: participant?.role ?? '',
    organization: participant?.organization ?? '',
    team: participant?.team ?? '',
    years: participant?.years?.toString() ?? '',
  })
  const [added, setAdded] = useState<number | null>(null)
  const [lines, setLines] = useState<readonly Line[]>(() => startingLines(participant, others))
  const years = yearsOf(standard.years)
  const isRight = pseudonym.trim() !== '' && years !== 'wrong'

  const save = async () => {
    if (years === 'wrong') return
    const input = {
      pseudonym,
      role: standard.role,
      organization: standard.organization,
      team: standard.team,
      years,
      attributes: lines.map(({ name, value }) => ({ name, value })),
      ...(coderId !== null && { coderId }),
    }
    const saved = await (participant === null
      ? ask('participants.create', input)
      : ask('participants.update', { id: participant.id, ...input }))
    if (saved === null) return
    announce(t('saved', { name: saved.pseudonym }), { canUndo: coderId !== null })
    onClose()
  }
  /** The new line takes the keyboard: one adds an attribute to write it down. */
  const addLine = () => {
    const key = (lines.at(-1)?.key ?? 0) + 1
    setLines([...lines, { key, name: '', value: '' }])
    setAdded(key)
  }
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))

  return (
    <FormDialog
      title={participant === null ? t('addTitle') : t('changeTitle', { name: participant.pseudonym })}
      isWide
      isReady={isRight}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={t('pseudonym')}
        hint={t('pseudonymHint')}
        value={pseudonym}
        onChange={setPseudonym}
        takesFocus
      />
      <div className="grid-fields">
        {STANDARD_ATTRIBUTES.map((name) => (
          <TextField
            key={name}
            label={t(`attributes.${name}`)}
            value={standard[name]}
            onChange={(value) => setStandard({ ...standard, [name]: value })}
            suggestions={attributeValues(others, name)}
            {...(name === 'team' && { hint: t('teamHint') })}
            error={name === 'years' && years === 'wrong' ? t('yearsWrong') : undefined}
          />
        ))}
      </div>
      <fieldset className="fieldset">
        <legend className="muted small">{t('own')}</legend>
        {lines.map(({ key, name, value }, index) => (
          <div key={key} className="participant-line">
            <TextField
              label={t('attributeName', { number: index + 1 })}
              value={name}
              suggestions={attributeNames(others)}
              onChange={(text) => change(key, { name: text })}
              takesFocus={key === added}
            />
            <TextField
              label={t('attributeValue', { number: index + 1 })}
              value={value}
              suggestions={attributeValues(others, name)}
              onChange={(text) => change(key, { value: text })}
            />
            <IconButton
              label={t('removeAttribute', { number: index + 1 })}
              icon={<X aria-hidden />}
              onPress={() => setLines(lines.filter((line) => line.key !== key))}
            />
          </div>
        ))}
        <div className="row">
          <Button variant="quiet" icon={<Plus aria-hidden />} onPress={addLine}>
            {t('addAttribute')}
          </Button>
        </div>
      </fieldset>
    </FormDialog>
  )
}

/** The participant's own attributes, and an empty line for each that others have: what is compared is noted of everyone. */
function startingLines(participant: ListedParticipant | null, others: readonly ListedParticipant[]): readonly Line[] {
  const noted = participant?.attributes ?? []
  const names = new Set([...noted, ...others.flatMap(({ attributes }) => attributes)].map(({ name }) => name))
  return [...names].map((name, index) => ({
    key: index + 1,
    name,
    value: noted.find((one) => one.name === name)?.value ?? '',
  }))
}

function yearsOf(written: string): number | null | 'wrong' {
  const text = written.trim().replace(',', '.')
  if (text === '') return null
  const years = Number(text)
  return Number.isFinite(years) && years >= 0 && years <= 100 ? years : 'wrong'
}
