import { Component, type ReactNode } from 'react'
import { Failure } from './Failure.tsx'

/** Catches a page that could not be drawn or fetched, so that the rest of the tab stays. React needs a class here. */
export class CrashScreen extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <Failure error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
