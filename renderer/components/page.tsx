import type { ReactNode } from 'react'

interface PageProps {
  readonly title: string
  /** One line under the title. */
  readonly description?: ReactNode
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The children fill the height and scroll by themselves, edge to edge: for panes such as the Coding screen's. */
  readonly isFilled?: boolean
}

/** A screen: its heading, which takes the focus when one comes to the screen, and what it holds. */
export function Page({ title, description, actions, children, isFilled = false }: PageProps) {
  return (
    <div className={isFilled ? 'page page-filled' : 'page'}>
      <header className="page-header">
        <div className="page-title">
          <h1 id="page-heading" tabIndex={-1}>
            {title}
          </h1>
          {description !== undefined && <p className="muted">{description}</p>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </header>
      <div className="page-body">{children}</div>
    </div>
  )
}
