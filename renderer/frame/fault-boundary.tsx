import { Component, type ReactNode } from 'react'

interface FaultBoundaryProps {
  readonly children: ReactNode
  /** What is shown in place of a screen that threw. */
  readonly fallback: ReactNode
}

/** Keeps the frame standing when a screen throws, so that the person can go elsewhere. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
