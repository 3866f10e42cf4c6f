import { type ReactNode, useId } from 'react'
import { useRemindersStyles } from './RemindersPage.styles.ts'

/** A part of a page with a heading, what it is about, and what can be done with all of it. */
export function Section(props: {
  title: string
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const { title, about, actions, children } = props
  const styles = useRemindersStyles()
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {actions}
      </div>
      {about && <p className={styles.quiet}>{about}</p>}
      {children}
    </section>
  )
}
