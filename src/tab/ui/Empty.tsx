import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import type { ReactNode } from 'react'
import { StateScreen, type StateScreenProps } from './StateScreen.tsx'

/** Shown when everything was read and there is truly nothing: says what the person can do instead. */
export function Empty(props: { title: string; children?: ReactNode; action?: StateScreenProps['action'] }) {
  return (
    <StateScreen
      icon={<ClipboardTaskListLtrRegular fontSize={32} />}
      title={props.title}
      action={props.action}
    >
      {props.children}
    </StateScreen>
  )
}
