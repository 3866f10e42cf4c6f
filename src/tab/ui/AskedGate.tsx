import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { isM365Error } from '../../domain/m365Error.ts'
import { Failure } from './Failure.tsx'
import { Forbidden } from './Forbidden.tsx'
import { useLate } from './freshness.ts'
import { Loading } from './Loading.tsx'
import { Offline } from './Offline.tsx'
import { isOutage } from './rows.tsx'
import { useServices } from './services.tsx'

/** An answer of the ledger, or that there is none yet. */
export interface Asked<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly isFetching: boolean
  refetch(): unknown
}

/** Draws what was asked for, or why it is not there; an outage leaves what was there where it is. */
export function AskedGate<T>(props: { asked: Asked<T>; what: string; children: (answer: T) => ReactNode }) {
  const { asked, what, children } = props
  const { data, error, isFetching } = asked
  const { me } = useServices()
  const late = useLate(isFetching)
  const retry = () => void asked.refetch()
  if (data !== undefined) {
    return (
      <>
        {Boolean(error) && <NotRefreshed onRetry={retry} retrying={isFetching} />}
        {children(data)}
      </>
    )
  }
  if (!error) return <Loading what={`Reading ${what}`} late={late} />
  if (isM365Error(error, 'forbidden'))
    return <Forbidden name={me.name} onRetry={retry} retrying={isFetching} />
  if (isOutage(error)) return <Offline onRetry={retry} retrying={isFetching} />
  return <Failure error={error} onRetry={retry} retrying={isFetching} />
}

function NotRefreshed({ onRetry, retrying }: { onRetry: () => void; retrying: boolean }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        This could not be refreshed, so you see what was read before. It is tried again every half minute.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry} disabledFocusable={retrying}>
          {retrying ? 'Trying…' : 'Try now'}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
