/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import '@testing-library/jest-dom'
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { render, screen } from '@testing-library/react'
import { summariseFeedback } from '../../../../src/domain/feedbackRules.ts'
import { FeedbackView } from '../../../../src/tab/features/training/information/quality/FeedbackView.tsx'
import { anAnswer } from '../../../support/training.ts'

const answers = (count: number) =>
  Array.from({ length: count }, (_, index) => anAnswer({ key: `${index}`, comment: `Words ${index}` }))

function draw(count: number) {
  render(
    <FluentProvider theme={teamsLightTheme}>
      <FeedbackView stage="at-once" summary={summariseFeedback(answers(count))} />
    </FluentProvider>,
  )
}

it('shows nothing of four answers but how many they are', () => {
  draw(4)
  expect(screen.getByText(/^4 people have answered/)).toBeInTheDocument()
  expect(screen.queryByText(/Words/)).not.toBeInTheDocument()
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
})

it('shows five answers as a picture with the same in words, and the comments', () => {
  draw(5)
  expect(screen.getAllByRole('img')[0]).toHaveAccessibleName(
    'From 1, no, to 5, yes. 1: 0, 2: 0, 3: 0, 4: 5, 5: 0',
  )
  expect(screen.getByText('4.0 of 5')).toBeInTheDocument()
  expect(screen.getAllByText(/Words/)).toHaveLength(5)
})
