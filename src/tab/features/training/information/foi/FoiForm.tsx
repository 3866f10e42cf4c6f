import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  Combobox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Option,
} from '@fluentui/react-components'
import type { Course } from '../../../../../domain/course.ts'
import { hoursLimit } from '../../../../../domain/foiPack.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import type { useFoi } from './useFoi.ts'

type Foi = ReturnType<typeof useFoi>

/** What the request asks about: a subject, its courses, some years. */
export function FoiForm({ foi, courses }: { readonly foi: Foi; readonly courses: readonly Course[] }) {
  const styles = useInformationStyles()
  const busy = foi.read !== null
  return (
    <InfoSection
      title="Answer a request for information"
      about={`Eighteen questions are answered from the catalogue and from completions. What they do not hold is named, with the hours that it would take to find it beside the limit of ${hoursLimit}.`}
    >
      <div className={styles.fields}>
        <Text foi={foi} name="reference" label="Reference of the request" hint="May stay empty." />
        <ThemeField foi={foi} courses={courses} />
        <Text foi={foi} name="fromYear" label="First year" type="number" />
        <Text foi={foi} name="toYear" label="Last year" type="number" />
      </div>
      <CourseChoice foi={foi} courses={courses} />
      <EffortFields foi={foi} />
      {foi.problem && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{foi.problem[1]}</MessageBarBody>
        </MessageBar>
      )}
      {foi.failed && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{foi.failed.message} What you entered is kept; try again.</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void foi.prepare(false)}>
          {busy
            ? `Reading course ${Math.min((foi.read ?? 0) + 1, foi.wanted.length)} of ${foi.wanted.length}…`
            : 'Prepare the answers'}
        </Button>
      </div>
    </InfoSection>
  )
}

function Text(props: {
  readonly foi: Foi
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'number'
}) {
  const { foi, name, label, hint, type = 'text' } = props
  const wrong = foi.problem?.[0] === name
  return (
    <Field label={label} hint={hint} validationState={wrong ? 'error' : 'none'}>
      <Input
        type={type}
        value={foi.values[name] ?? ''}
        onChange={(_event, { value }) => foi.set(name, value)}
      />
    </Field>
  )
}

/** A theme of the catalogue chooses its courses; any other words may be typed. */
function ThemeField({ foi, courses }: { readonly foi: Foi; readonly courses: readonly Course[] }) {
  const themes = [...new Set(courses.flatMap((course) => course.themes))].sort((a, b) =>
    a.localeCompare(b, 'en-GB'),
  )
  const chooseCourses = (theme: string) =>
    foi.choose(courses.filter((course) => course.themes.includes(theme)).map(({ key }) => key))
  const wrong = foi.problem?.[0] === 'theme'
  return (
    <Field
      label="About training in"
      hint="A theme of the catalogue chooses its courses."
      validationState={wrong ? 'error' : 'none'}
    >
      <Combobox
        freeform
        value={foi.values.theme ?? ''}
        onChange={({ target: { value } }) => {
          foi.set('theme', value)
          const typed = themes.find((theme) => theme.toLowerCase() === value.trim().toLowerCase())
          if (typed !== undefined) chooseCourses(typed)
        }}
        onOptionSelect={(_event, { optionValue }) => {
          if (optionValue === undefined) return
          foi.set('theme', optionValue)
          chooseCourses(optionValue)
        }}
      >
        {themes.map((theme) => (
          <Option key={theme} value={theme}>
            {theme}
          </Option>
        ))}
      </Combobox>
    </Field>
  )
}

/** No Field around them: it would give every box the same id, and each label would tick the first. */
function CourseChoice({ foi, courses }: { readonly foi: Foi; readonly courses: readonly Course[] }) {
  const styles = useInformationStyles()
  const inOrder = courses.toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'))
  const toggle = (key: string, on: boolean) =>
    foi.choose(on ? [...foi.chosen, key] : [...foi.chosen].filter((one) => one !== key))
  return (
    <fieldset className={styles.plain}>
      <legend>Courses ({foi.chosen.size} chosen)</legend>
      <div className={styles.boxes}>
        {inOrder.map(({ key, title }) => (
          <Checkbox
            key={key}
            label={title}
            checked={foi.chosen.has(key)}
            onChange={(_event, { checked }) => toggle(key, checked === true)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function EffortFields({ foi }: { readonly foi: Foi }) {
  const styles = useInformationStyles()
  return (
    <Accordion collapsible>
      <AccordionItem value="effort">
        <AccordionHeader as="h3">What an hour of searching is reckoned from</AccordionHeader>
        <AccordionPanel>
          <div className={styles.fields}>
            <Text foi={foi} name="file" type="number" label="Minutes to find and read one personal file" />
            <Text foi={foi} name="fact" type="number" label="Minutes to find out one thing about a course" />
            <Text
              foi={foi}
              name="year"
              type="number"
              label="Minutes to read up one earlier year of a course"
            />
            <Text
              foi={foi}
              name="people"
              type="number"
              label="People a year, where nothing is recorded"
              hint="Empty: as many as in the median of the recorded years."
            />
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
