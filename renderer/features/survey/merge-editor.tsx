import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { TextField } from '../../components/text-field.tsx'
import { mergedGroups, type Merge } from './arrangement.ts'

interface MergeEditorProps {
  readonly groups: readonly { readonly name: string; readonly count: number }[]
  readonly merges: readonly Merge[]
  readonly onChange: (merges: readonly Merge[]) => void
}

/** The groups, each with its size: those that are ticked can be counted as one under a name. */
export function MergeEditor({ groups, merges, onChange }: MergeEditorProps) {
  const { t } = useTranslation('survey')
  const [ticked, setTicked] = useState<readonly string[]>([])
  /** Null while nobody has typed: then the ticked groups' names make it. */
  const [typed, setTyped] = useState<string | null>(null)
  const single = groups.filter(({ name }) => !merges.some((merge) => merge.groups.includes(name)))
  const merged = mergedGroups(groups, merges)
  const label = typed ?? ticked.join(' + ')
  const isTaken = merged.some(({ name }) => name === label.trim() && !ticked.includes(name))
  const canMerge = ticked.length > 1 && label.trim() !== '' && !isTaken
  const merge = () => {
    if (!canMerge) return
    onChange([...merges, { label: label.trim(), groups: ticked }])
    setTicked([])
    setTyped(null)
  }
  return (
    <form
      className="panel survey-groups"
      aria-label={t('groups.title')}
      onSubmit={(event) => {
        event.preventDefault()
        merge()
      }}
    >
      <div className="row row-between">
        <h2>{t('groups.title')}</h2>
        <p className="muted small">{t('groups.note')}</p>
      </div>
      <div className="row survey-ticks">
        {merges.map((one) => (
          <span key={one.label} className="row survey-merged">
            <strong>
              {t('groups.group', {
                name: one.label,
                count: merged.find(({ name }) => name === one.label)?.count ?? 0,
              })}
            </strong>
            <Button
              label={t('groups.splitLabel', { label: one.label })}
              onPress={() => onChange(merges.filter((other) => other !== one))}
            >
              {t('groups.split')}
            </Button>
          </span>
        ))}
        {single.map(({ name, count }) => (
          <Checkbox
            key={name}
            isSelected={ticked.includes(name)}
            onChange={(isTicked) =>
              setTicked(isTicked ? [...ticked, name] : ticked.filter((candidate) => candidate !== name))
            }
          >
            {t('groups.group', { name, count })}
          </Checkbox>
        ))}
      </div>
      {ticked.length > 1 && (
        <div className="survey-merge">
          <TextField
            label={t('groups.name')}
            value={label}
            onChange={setTyped}
            error={isTaken ? t('groups.taken') : undefined}
            className="grow"
          />
          <Button type="submit" variant="primary" isDisabled={!canMerge}>
            {t('groups.mergeCount', { count: ticked.length })}
          </Button>
        </div>
      )}
    </form>
  )
}
