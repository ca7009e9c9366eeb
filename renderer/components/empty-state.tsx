import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon?: ReactNode
  /** What is not there yet. */
  readonly title: string
  /** What to do next. */
  readonly children: ReactNode
  /** Buttons that do it. */
  readonly actions?: ReactNode
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon}
      <h2>{title}</h2>
      <p>{children}</p>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  )
}
