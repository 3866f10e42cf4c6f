import { Badge, mergeClasses } from '@fluentui/react-components'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { SearchLine } from '../../../ui/SearchLine.tsx'
import { useCatalogueStyles } from './Catalogue.styles.ts'
import { assessmentWords, given, obligationWords, shortMode } from './courseWords.ts'

export interface CourseListProps {
  readonly found: readonly Stored<Course>[]
  readonly total: number
  readonly search: string
  readonly onSearch: (text: string) => void
  readonly openKey: string | null
  readonly onOpen: (key: string) => void
  readonly runsOf: (course: Course) => readonly CourseRun[]
}

/** The catalogue with its search. */
export function CourseList(props: CourseListProps) {
  const { found, total, search, onSearch, openKey, onOpen, runsOf } = props
  const styles = useCatalogueStyles()
  return (
    <>
      <SearchLine
        label="Search courses"
        search={search}
        onSearch={onSearch}
        found={found.length}
        total={total}
        nouns={['course', 'courses']}
      />
      {found.length === 0 && (
        <Empty title="No such course" action={{ label: 'Show all courses', onClick: () => onSearch('') }}>
          No title, audience or description contains “{search.trim()}”.
        </Empty>
      )}
      <ul className={styles.courses}>
        {found.map((row) => (
          <li key={row.id}>
            <CourseRow
              row={row}
              open={row.value.key === openKey}
              dates={runsOf(row.value).length}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function CourseRow(props: {
  row: Stored<Course>
  open: boolean
  dates: number
  onOpen: (key: string) => void
}) {
  const { row, open, dates, onOpen } = props
  const course = row.value
  const styles = useCatalogueStyles()
  return (
    <button
      type="button"
      className={mergeClasses(styles.course, open && styles.courseOpen)}
      aria-current={open ? 'true' : undefined}
      onClick={() => onOpen(row.value.key)}
    >
      <span className={styles.title}>{course.title}</span>
      <span>For {course.audience.length === 0 ? 'everybody' : course.audience.join(', ')}</span>
      <span className={styles.quiet}>
        {shortMode(course)} · {given(course.length)} · {datesWords(dates)}
      </span>
      <span className={styles.quiet}>{given(course.provider)}</span>
      <span className={styles.badges}>
        {[
          ...(course.withdrawn ? ['No longer offered'] : []),
          ...obligationWords(course),
          assessmentWords(course),
        ].map((words) => (
          <Badge
            key={words}
            appearance={words === 'Mandatory' ? 'filled' : 'outline'}
            color={words === 'Mandatory' ? 'brand' : 'informative'}
          >
            {words}
          </Badge>
        ))}
      </span>
    </button>
  )
}

function datesWords(dates: number): string {
  if (dates === 0) return 'no dates yet'
  return dates === 1 ? '1 date' : `${dates} dates`
}
