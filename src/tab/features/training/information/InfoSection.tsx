import { type ReactNode, useId } from 'react'
import { useInformationStyles } from './Information.styles.ts'

/** A part of a page with a heading, what it is about, and what can be done with it. */
export function InfoSection(props: {
  readonly title: string
  readonly about?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}) {
  const { title, about, actions, children } = props
  const styles = useInformationStyles()
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {about && <p className={styles.quiet}>{about}</p>}
      {children}
    </section>
  )
}
